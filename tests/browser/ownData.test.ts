import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { partsOf, restingCurveOf } from './pageParts.ts';
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
const ownDialog = (page: Page) => page.getByRole('dialog', { name: /^Own data/ });
const useButton = (page: Page) => ownDialog(page).getByRole('button', { name: 'Use this table' });
const openButton = (page: Page) => page.getByRole('button', { name: 'Own data …' });
const dataChoice = (page: Page) =>
  page.getByRole('region', { name: 'Spectrum' }).getByRole('combobox', { name: /^Data/ });
const field = (page: Page, name: string) => ownDialog(page).getByLabel(name, { exact: true });

type DragType = 'dragenter' | 'dragleave' | 'drop';

/** What the browser tells a page while a file of this name and text is over it. */
async function dragFile(page: Page, type: DragType, name: string, text: string): Promise<void> {
  const dataTransfer = await page.evaluateHandle(
    ([fileName, content]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content], fileName));
      return transfer;
    },
    [name, text] as const,
  );
  await page.dispatchEvent('main', type, { dataTransfer });
}

async function chooseFile(page: Page, name: string, text: string): Promise<void> {
  await ownDialog(page)
    .getByLabel('File with own data')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
}

/** Four points of a positron flux, far above the model. */
const MINE = [
  '# positron flux, E [GeV], GeV^-1 m^-2 s^-1 sr^-1',
  'E_lo,E_hi,E_mean,flux,stat,syst',
  '18,22,20,1e-2,1e-4,1e-4',
  '36,44,40,1e-3,1e-5,1e-5',
  '72,90,80,1e-4,1e-6,1e-6',
  '150,190,170,1e-5,1e-6,1e-6',
  '',
].join('\n');
const BARE = '18 22 1e-2 1e-4\n36 44 1e-3 1e-5\n72 90 1e-4 1e-6\n';

describe('a table of one’s own', () => {
  it('is dropped, fitted at once as one undo step, and removed for the former one', () =>
    onPage(async (page) => {
      await dragFile(page, 'dragenter', 'mine.csv', MINE);
      await page.getByText('Drop the file to open it').waitFor();
      await dragFile(page, 'dragleave', 'mine.csv', MINE);
      await page.getByText('Drop the file to open it').waitFor({ state: 'detached' });

      await dragFile(page, 'drop', 'mine.csv', MINE);
      await ownDialog(page).getByText('4 points from 20 to 170 GeV.').waitFor();
      expect(await ownDialog(page).textContent()).toContain('The file stays on this computer');
      await field(page, 'Name').fill('My points');
      await useButton(page).click();
      await ownDialog(page).waitFor({ state: 'detached' });
      await eventually(() => dataChoice(page).inputValue()).toBe('own');
      await eventually(() => partsOf(page).summary.textContent()).toMatch(
        /^4 points .* of the 4 points in the fit range/,
      );
      await partsOf(page).legendOf('My points').waitFor();

      await partsOf(page).undo.click();
      await eventually(() => dataChoice(page).inputValue()).toBe('ams02-positrons-2019');
      await partsOf(page).redo.click();
      await eventually(() => dataChoice(page).inputValue()).toBe('own');

      await openButton(page).click();
      await ownDialog(page).getByText('My points: 4 points from mine.csv').waitFor();
      await ownDialog(page).getByRole('button', { name: 'Remove it' }).click();
      await eventually(() => openButton(page).evaluate((button) => button === document.activeElement)).toBe(true);
      await eventually(() => dataChoice(page).inputValue()).toBe('ams02-positrons-2019');
      await partsOf(page).undo.click();
      await eventually(() => dataChoice(page).inputValue()).toBe('own');
    }));

  it('is fitted, travels in the link, and stays with another preset', () =>
    onPage(async (page) => {
      await dragFile(page, 'drop', 'mine.csv', MINE);
      await useButton(page).click();
      await partsOf(page).fitButton.click();
      // Four points cannot hold four parameters well, but they can be fitted; whatever comes of it names the table.
      await eventually(() => partsOf(page).tabPanel('Fit').textContent()).toMatch(/4 points of mine\.csv/);
      await eventually(() => page.evaluate(() => location.hash.length)).toBeGreaterThan(500);
      await page.reload();
      await partsOf(page).totalCurve.waitFor();
      await eventually(() => dataChoice(page).inputValue()).toBe('own');
      await partsOf(page).presetButton.click();
      await page.getByRole('listitem').getByRole('button').nth(1).click();
      await restingCurveOf(page);
      expect(await dataChoice(page).inputValue()).toBe('own');
    }));

  it('that says nothing of itself is asked for, by keyboard', () =>
    onPage(async (page) => {
      await openButton(page).focus();
      await page.keyboard.press('Enter');
      await ownDialog(page).waitFor();
      await chooseFile(page, 'bare.txt', BARE);
      const status = ownDialog(page).getByRole('status');
      await status.getByText('which column is the measured value').waitFor();
      expect(await useButton(page).isDisabled()).toBe(true);
      await field(page, 'Quantity').selectOption('positron-flux');
      await field(page, 'Unit of energies').selectOption('GeV');
      await field(page, 'Unit of values').selectOption({ label: 'GeV⁻¹ m⁻² s⁻¹ sr⁻¹' });
      for (const [column, use] of [
        ['use of column 1', 'binLow'],
        ['use of column 2', 'binHigh'],
        ['use of column 3', 'value'],
        ['use of column 4', 'stat'],
      ] as const) {
        await field(page, column).selectOption(use);
      }
      await status.getByText('geometric mean').waitFor();
      await ownDialog(page).getByRole('checkbox').press('Space');
      await useButton(page).focus();
      await page.keyboard.press('Enter');
      // It is shown only: the fit keeps its own.
      await eventually(() => dataChoice(page).inputValue()).toBe('own');
      await eventually(() => partsOf(page).tabPanel('Fit').textContent()).toMatch(/of AMS-02 2019/);
    }));

  it('that is none gives one sentence, and Escape leaves all as it was', () =>
    onPage(async (page) => {
      await openButton(page).click();
      await chooseFile(page, 'bad.csv', MINE.replace('1e-3', 'many'));
      await ownDialog(page)
        .getByText(/bad\.csv, line 4: flux is "many"/)
        .waitFor();
      await chooseFile(page, 'pic.csv', '\0\0\0');
      await ownDialog(page).getByText('pic.csv is no text').waitFor();
      await chooseFile(page, 'big.csv', 'x'.repeat(2_000_001));
      await ownDialog(page).getByText('big.csv has 2.0 MB').waitFor();
      await page.keyboard.press('Escape');
      await ownDialog(page).waitFor({ state: 'detached' });
      await eventually(() => openButton(page).evaluate((button) => button === document.activeElement)).toBe(true);
      expect(await dataChoice(page).inputValue()).toBe('ams02-positrons-2019');
    }));

  it('that this program shipped gives the χ² of the shipped one, and an export of it opens as a scenario', () =>
    onPage(async (page) => {
      const text = readFileSync('src/data/tables/ams02_positron_flux_2019.csv', 'utf8');
      const before = (await partsOf(page).summary.textContent()) ?? '';
      await dragFile(page, 'drop', 'ams02_positron_flux_2019.csv', text);
      await useButton(page).click();
      await eventually(() => dataChoice(page).inputValue()).toBe('own');
      await eventually(() => partsOf(page).summary.textContent()).toBe(before);
      const scenario = JSON.stringify({ format: 'geminga-scenario', version: 3 });
      await dragFile(page, 'drop', 'scenario.json', scenario);
      // It is taken for what it is, and told what it lacks.
      await eventually(() => partsOf(page).message.first().textContent()).toMatch(/^scenario\.json: .* is missing/);
    }));
});
