import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { curveOf, partsOf, restingCurveOf } from './pageParts.ts';
import { openSite, type Site } from './site.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

async function onPage(act: (page: Page) => Promise<void>): Promise<void> {
  const { page, problems } = await site.openTab({ locale: 'en-GB' });
  await page.goto(site.pageUrl);
  await partsOf(page).totalCurve.waitFor();
  await act(page);
  expect(problems).toEqual([]);
  await page.context().close();
}

const eventually = <T>(read: () => Promise<T> | T) => expect.poll(read, { timeout: 10_000 });
const spectrum = (page: Page) => page.getByRole('region', { name: 'Spectrum' });
const pinnedCurves = (page: Page) => page.getByRole('figure').locator('path.series-pinned');
const compareTab = (page: Page) => partsOf(page).tabPanel('Compare');
const snapshots = (page: Page) => compareTab(page).getByRole('region', { name: 'Pinned curves' });
const nameFields = (page: Page) => snapshots(page).getByRole('textbox');
const namesOf = (page: Page) =>
  nameFields(page).evaluateAll((fields) => fields.map((f) => (f as HTMLInputElement).value));
const cells = (page: Page, table: string, row: RegExp) =>
  compareTab(page)
    .getByRole('table', { name: table })
    .getByRole('row', { name: row })
    .getByRole('cell')
    .allTextContents();

/** Leaves the page and opens it as somebody does who has no link. */
async function openAgain(page: Page): Promise<void> {
  await page.goto(site.libraryPageUrl);
  await page.goto(site.pageUrl);
  await partsOf(page).totalCurve.waitFor();
}

describe('pinned curves', () => {
  it('stay behind the present one, by button and by key, and can be hidden', () =>
    onPage(async (page) => {
      const first = await restingCurveOf(page);
      await spectrum(page).getByRole('button', { name: 'Pin', exact: true }).click();
      await eventually(() => pinnedCurves(page).count()).toBe(1);
      expect(await pinnedCurves(page).getAttribute('d')).toBe(first);
      await partsOf(page).slider('efficiency').press('Home');
      await eventually(() => curveOf(page)).not.toBe(first);
      // The axes may have moved with the new curve, the pinned one is still another.
      await restingCurveOf(page);
      expect(await pinnedCurves(page).getAttribute('d')).not.toBe(await curveOf(page));
      await page.keyboard.press('p');
      await eventually(() => pinnedCurves(page).count()).toBe(2);
      const looks = await pinnedCurves(page).evaluateAll((paths) =>
        paths.map((path) => getComputedStyle(path).strokeDasharray),
      );
      expect(new Set(looks).size).toBe(2);
      const legend = spectrum(page).getByRole('group', { name: 'Shown in the plot' }).getByRole('button');
      await legend.last().click();
      await eventually(() => pinnedCurves(page).count()).toBe(1);
    }));

  it('are there again when the page is opened again, renamed, removed and taken back', () =>
    onPage(async (page) => {
      await restingCurveOf(page);
      await page.keyboard.press('p');
      await partsOf(page).tab('Compare').click();
      await nameFields(page).first().fill('my best');
      await page.keyboard.press('Enter');
      await openAgain(page);
      await eventually(() => pinnedCurves(page).count()).toBe(1);
      await eventually(() => namesOf(page)).toEqual(['my best']);
      await snapshots(page).getByRole('button', { name: 'remove “my best”' }).click();
      await eventually(() => pinnedCurves(page).count()).toBe(0);
      await snapshots(page).getByRole('button', { name: 'Undo' }).click();
      await eventually(() => pinnedCurves(page).count()).toBe(1);
      expect(await namesOf(page)).toEqual(['my best']);
    }));

  it('follow the quantity that is shown: the positron fraction has its own', () =>
    onPage(async (page) => {
      await restingCurveOf(page);
      await page.keyboard.press('p');
      await eventually(() => pinnedCurves(page).count()).toBe(1);
      await spectrum(page).getByRole('combobox', { name: /^Data/ }).selectOption('ams02-fraction-2019');
      await eventually(() => page.getByRole('figure').getByRole('img').first().getAttribute('aria-label')).toMatch(
        /^Positron fraction/,
      );
      const curve = await restingCurveOf(page);
      await eventually(() => pinnedCurves(page).getAttribute('d')).toBe(curve);
    }));

  it('that are damaged in the storage leave the page as it is, and one sentence', async () => {
    const { page, problems } = await site.openTab({ locale: 'en-GB' });
    await page.addInitScript(() => localStorage.setItem('geminga-snapshots', '{"snapshots": [{"name": "old"}]}'));
    await page.goto(site.pageUrl);
    await partsOf(page).totalCurve.waitFor();
    expect(await partsOf(page).message.textContent()).toContain(
      'Pinned curves that could not be read were left out: “old”.',
    );
    expect(problems).toEqual([]);
    await page.context().close();
  });
});

describe('the Compare tab', () => {
  it('says what differs, in curve, χ², values and shares, and takes a value over', () =>
    onPage(async (page) => {
      await restingCurveOf(page);
      await partsOf(page).tab('Compare').click();
      await eventually(() => compareTab(page).textContent()).toContain('Pin a curve');
      await snapshots(page).getByRole('button', { name: 'Pin' }).click();
      await eventually(() => nameFields(page).count()).toBe(1);
      const picture = compareTab(page).getByRole('img', { name: /^Ratio of A to B/ });
      await eventually(() => picture.getAttribute('aria-label')).toBe(
        'Ratio of A to B of the positron flux over energy, from 1.00 to 1.00',
      );
      await eventually(() => compareTab(page).textContent()).toContain('No value differs.');
      await partsOf(page).slider('efficiency').press('Home');
      await restingCurveOf(page);
      await eventually(() => picture.getAttribute('aria-label')).not.toContain('from 1.00 to 1.00');
      const [now, then] = await cells(page, 'Values that differ', /^efficiency/);
      expect(Number(now)).toBeLessThan(Number(then));
      const [chi2, pinnedChi2, difference] = (await cells(page, 'Agreement with the data', /^χ²/)).map((text) =>
        Number(text.replace('−', '-')),
      ) as [number, number, number];
      // Each number is rounded for itself: to whole ones from 100 on.
      expect(Math.abs(chi2 - pinnedChi2 - difference)).toBeLessThanOrEqual(1.5);
      expect(await cells(page, 'Share of what AMS-02 measured', /^Geminga/)).toHaveLength(6);
      await compareTab(page).getByRole('button', { name: '(A − B) / σ' }).click();
      await compareTab(page)
        .getByRole('img', { name: /^Difference A minus B in errors of AMS-02 2019/ })
        .waitFor();
      await compareTab(page).getByText('Numbers').click();
      const rows = compareTab(page)
        .getByRole('table', { name: /^Totals of A and B/ })
        .getByRole('row');
      await eventually(() => rows.count()).toBeGreaterThan(50);

      await compareTab(page).getByRole('button', { name: 'Swap A and B' }).click();
      await eventually(() => cells(page, 'Values that differ', /^efficiency/).then(([first]) => first)).toBe(then);
      // The one that is pinned gives, on whichever side it stands.
      await compareTab(page).getByRole('button', { name: 'take efficiency of A into the present scenario' }).click();
      await eventually(() => compareTab(page).textContent()).toContain('No value differs.');
      await partsOf(page).undo.click();
      await eventually(() => compareTab(page).textContent()).not.toContain('No value differs.');
    }));

  it('opens a pinned scenario as one step, and has a link of it', () =>
    onPage(async (page) => {
      const first = await restingCurveOf(page);
      await page.keyboard.press('p');
      await partsOf(page).tab('Compare').click();
      await partsOf(page).slider('efficiency').press('Home');
      const second = await restingCurveOf(page);
      await snapshots(page)
        .getByRole('button', { name: /^open “/ })
        .click();
      await eventually(() => curveOf(page)).toBe(first);
      await restingCurveOf(page);
      await partsOf(page).undo.click();
      await restingCurveOf(page);
      await eventually(() => curveOf(page)).toBe(second);
      // Without leave for the clipboard the link stands there to be copied by hand.
      await snapshots(page)
        .getByRole('button', { name: /^copy link of “/ })
        .click();
      const outcome = snapshots(page)
        .getByRole('textbox', { name: 'Copy this link:' })
        .or(snapshots(page).getByRole('button', { name: 'Link copied' }));
      await outcome.waitFor();
    }));
});

describe('the last scenario', () => {
  it('is offered when the page is opened without a link, and opened only when asked for', () =>
    onPage(async (page) => {
      const untouched = await restingCurveOf(page);
      await partsOf(page).slider('efficiency').press('Home');
      // The page is left before the moment has passed after which it keeps by itself.
      await openAgain(page);
      const notice = page.getByText('Your last scenario (Geminga', { exact: false });
      await notice.waitFor();
      expect(await restingCurveOf(page)).toBe(untouched);
      expect(page.url()).toBe(site.pageUrl);
      await page.getByRole('button', { name: 'Open it', exact: true }).click();
      await eventually(() => curveOf(page)).not.toBe(untouched);
      expect(await notice.count()).toBe(0);
      await partsOf(page).undo.click();
      await eventually(() => curveOf(page)).toBe(untouched);
    }));

  it('is not offered above what a link asks for, nor once it was declined', () =>
    onPage(async (page) => {
      await restingCurveOf(page);
      await partsOf(page).slider('efficiency').press('Home');
      await openAgain(page);
      await page.goto(site.libraryPageUrl);
      await page.goto(`${site.pageUrl}#preset=monogem`);
      await partsOf(page).totalCurve.waitFor();
      await restingCurveOf(page);
      expect(await page.getByText('Your last scenario').count()).toBe(0);
      await openAgain(page);
      await page.getByRole('button', { name: 'Do not open it' }).click();
      await openAgain(page);
      await restingCurveOf(page);
      expect(await page.getByText('Your last scenario').count()).toBe(0);
    }));

  it('is in the address at once when the page is left', () =>
    onPage(async (page) => {
      await restingCurveOf(page);
      await partsOf(page).slider('efficiency').press('Home');
      await page.goto(site.libraryPageUrl);
      await page.goBack();
      await partsOf(page).totalCurve.waitFor();
      expect(page.url()).toMatch(/#s=1\./);
      expect(await partsOf(page).slider('efficiency').getAttribute('aria-valuenow')).toBe(
        await partsOf(page).slider('efficiency').getAttribute('aria-valuemin'),
      );
    }));
});
