import { afterAll, beforeAll, expect, it } from 'vitest';
import { openSite, type Site } from './site.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

it('the ranking is sorted by the head of a column, with the keyboard, and says so', async () => {
  const { page, problems } = await site.openTab({ locale: 'en-GB' });
  await page.goto(`${site.pageUrl}#preset=evoli-2021`);
  await page.getByRole('tab', { name: 'Sources' }).click();
  const table = page.getByRole('tabpanel', { name: 'Sources' }).getByRole('table');
  const head = table.getByRole('columnheader', { name: /^d/ });
  await head.getByRole('button').focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => head.getAttribute('aria-sort')).toBe('ascending');
  const distances = async () =>
    (await table.locator('tbody tr > :nth-child(3)').allTextContents()).map((text) =>
      // The words of a doubtful distance stand before it.
      Number(/[\d.]+$/.exec(text)?.[0]),
    );
  const near = await distances();
  expect(near).toEqual(near.toSorted((one, other) => one - other));
  await page.keyboard.press('Space');
  await expect.poll(() => head.getAttribute('aria-sort')).toBe('descending');
  expect((await distances())[0]).toBeGreaterThan(near[0] as number);
  expect(problems).toEqual([]);
  await page.context().close();
}, 60_000);
