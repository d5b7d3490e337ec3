import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeLink } from '../../src/app/state/link.ts';
import type { PulsarSource } from '../../src/model/scenario.ts';
import { FIRST_HALO_LINK, FIRST_LINK } from '../app/oldLinks.ts';
import { partsOf, restingCurveOf } from './pageParts.ts';
import { openSite, type Site } from './site.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

async function onPage(fragment: string, act: (page: Page) => Promise<void>): Promise<void> {
  const { page, problems } = await site.openTab();
  await page.goto(site.pageUrl + fragment);
  await partsOf(page).totalCurve.waitFor();
  await restingCurveOf(page);
  await act(page);
  expect(problems).toEqual([]);
  await page.context().close();
}

const eventually = <T>(read: () => Promise<T>) => expect.poll(read, { timeout: 10_000 });
const shownDistance = (page: Page) => partsOf(page).slider('distance').getAttribute('aria-valuetext');
const distanceIn = (link: string) => {
  const [source] = decodeLink(link)?.scenario?.sources ?? [];
  return (source as PulsarSource).distance_pc;
};

describe('an address', () => {
  it.each([
    ['of the first version', FIRST_LINK],
    ['of the second version, with a halo that ends', FIRST_HALO_LINK],
  ])('with a scenario %s still opens it', (_, link) =>
    onPage(link, async (page) => {
      expect(await partsOf(page).message.count()).toBe(0);
      expect(await shownDistance(page)).toBe(`${distanceIn(link)} parsec`);
    }),
  );

  it('goes back and forward between scenarios, each with its curve', () =>
    onPage('#preset=geminga', async (page) => {
      const first = await restingCurveOf(page);
      await page.goto(site.pageUrl + FIRST_HALO_LINK);
      await eventually(async () => (await restingCurveOf(page)) === first).toBe(false);
      const second = await restingCurveOf(page);
      await page.goBack();
      await eventually(() => restingCurveOf(page)).toBe(first);
      await page.goForward();
      await eventually(() => restingCurveOf(page)).toBe(second);
    }));
});
