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
  const { page, problems } = await site.openTab();
  await page.goto(site.pageUrl);
  await partsOf(page).totalCurve.waitFor();
  await act(page);
  expect(problems).toEqual([]);
  await page.context().close();
}

const eventually = <T>(read: () => Promise<T>) => expect.poll(read, { timeout: 10_000 });
const spectrum = (page: Page) => page.getByRole('region', { name: 'Spectrum' });
const dataChoice = (page: Page) => spectrum(page).getByRole('combobox', { name: /^Data/ });
const picture = (page: Page) => page.getByRole('figure').getByRole('img').first();
const rangeFlags = (page: Page) => page.getByRole('figure').getByRole('slider', { name: /end of the fit range$/ });

describe('the other observables of a scenario', () => {
  it('shows the positron fraction as a plain number, and the fit’s table again with a preset', () =>
    onPage(async (page) => {
      await restingCurveOf(page);
      expect(await rangeFlags(page).count()).toBe(2);
      await dataChoice(page).selectOption('ams02-fraction-2019');
      await eventually(() => picture(page).getAttribute('aria-label')).toBe(
        'Positron fraction, AMS-02 fraction 2019 and model',
      );
      await restingCurveOf(page);
      expect(await spectrum(page).getByRole('button', { name: /^E³Φ/ }).isDisabled()).toBe(true);
      expect(await partsOf(page).summary.textContent()).toMatch(/that can be compared/);
      expect(
        await spectrum(page)
          .getByText(/^Electrons as AMS-02 measured them/)
          .count(),
      ).toBe(1);
      // The range belongs to the table of the fit.
      expect(await rangeFlags(page).count()).toBe(0);

      await partsOf(page).presetButton.click();
      await page.getByRole('listitem').getByRole('button').first().click();
      await eventually(() => dataChoice(page).inputValue()).toBe('ams02-positrons-2019');
      await eventually(() => rangeFlags(page).count()).toBe(2);
    }));

  it('adds the measured electrons to the positrons for both together, and follows a parameter', () =>
    onPage(async (page) => {
      await dataChoice(page).selectOption('dampe-all-electrons-2017');
      await partsOf(page).legendOf('electrons (measured)').waitFor();
      const before = await restingCurveOf(page);
      await partsOf(page).slider('efficiency').press('End');
      await eventually(() => curveOf(page)).not.toBe(before);
      await spectrum(page).getByRole('button', { name: 'Table' }).click();
      await eventually(() => spectrum(page).getByRole('columnheader').allTextContents()).toEqual(
        expect.arrayContaining(['electrons (measured)', 'Compared']),
      );
    }));
});
