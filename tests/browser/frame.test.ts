import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DOCUMENTS } from '../../scripts/documents/documentPage.ts';
import { SERVICE_WORKER_FILE } from '../../src/offline/protocol.ts';
import { hashesIn, PAGE_FOLDER } from './builtPage.ts';
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
  await restingCurveOf(page);
  await act(page);
  expect(problems).toEqual([]);
  await page.context().close();
}

const eventually = <T>(read: () => Promise<T>) => expect.poll(read, { timeout: 10_000 });
const spectrum = (page: Page) => page.getByRole('region', { name: 'Spectrum' });
const keys = (page: Page) => page.getByRole('dialog', { name: 'Keys' });

describe('the list of keys', () => {
  it('opens with a question mark, closes with Escape, and gives the focus back', () =>
    onPage(async (page) => {
      const slider = partsOf(page).slider('efficiency');
      await slider.focus();
      await page.keyboard.press('?');
      await keys(page).waitFor();
      await page.keyboard.press('Escape');
      await eventually(() => keys(page).count()).toBe(0);
      expect(await slider.evaluate((element) => element === document.activeElement)).toBe(true);
    }));

  it('switches single letters off, for good; the list stays reachable by its button', () =>
    onPage(async (page) => {
      await page.keyboard.press('?');
      await keys(page).getByRole('switch').click();
      await page.keyboard.press('Escape');
      await eventually(() => keys(page).count()).toBe(0);
      await page.reload();
      await restingCurveOf(page);
      await page.keyboard.press('?');
      await page.keyboard.press('f');
      await page.getByRole('contentinfo').getByRole('button', { name: 'keys' }).click();
      await keys(page).waitFor();
      expect(await keys(page).getByRole('switch').isChecked()).toBe(false);
      expect(await partsOf(page).undoFit.count()).toBe(0);
    }));
});

describe('the numbers behind the plot', () => {
  it('are three tables: measurements, curves, read-outs', () =>
    onPage(async (page) => {
      await spectrum(page).getByRole('button', { name: 'Table', exact: true }).click();
      const heads = () => spectrum(page).getByRole('columnheader').allTextContents();
      await eventually(heads).toEqual(expect.arrayContaining(['Data', 'Total', 'Geminga', 'Pull, σ']));
      await spectrum(page).getByRole('button', { name: 'Curves' }).click();
      await eventually(heads).toEqual(expect.arrayContaining(['Energy, GeV', 'Geminga', 'Cooling time, kyr']));
      await spectrum(page).getByRole('button', { name: 'Read-outs' }).click();
      await eventually(heads).toEqual(['Read-out', 'At', 'Value', 'Unit']);
    }));
});

describe('several tables in a fit', () => {
  it('are drawn together when they measure the same, each with its place in the legend', () =>
    onPage(async (page) => {
      const { groupHead, legendOf } = partsOf(page);
      const points = () => page.getByRole('figure').locator('.scatterlayer .point').count();
      await eventually(points).toBeGreaterThan(50);
      const before = await points();
      await groupHead('Fit').first().click();
      await page.locator('.further-data summary').click();
      await page.getByRole('checkbox', { name: /^PAMELA 2013/ }).check();
      await legendOf('PAMELA 2013').waitFor();
      await eventually(points).toBeGreaterThan(before);
      await legendOf('PAMELA 2013').click();
      await eventually(points).toBe(before);
    }));
});

describe('the documents', () => {
  it('are kept offline, and all that they lead to on the page is there', async () => {
    const files = await hashesIn(PAGE_FOLDER);
    const worker = await readFile(join(PAGE_FOLDER, SERVICE_WORKER_FILE), 'utf8');
    for (const { address } of DOCUMENTS) {
      expect(worker).toContain(`"${address}"`);
      const html = await readFile(join(PAGE_FOLDER, address), 'utf8');
      for (const [, path] of html.matchAll(/(?:href|src)="\.\/([^"#]+)/g)) expect([...files.keys()]).toContain(path);
    }
  });

  it('open from the page and lead on, without a script', () =>
    onPage(async (page) => {
      const opened = page.context().waitForEvent('page');
      await page.getByRole('contentinfo').getByRole('link', { name: 'model' }).click();
      const model = await opened;
      await model.getByRole('heading', { level: 1, name: 'The model' }).waitFor();
      expect(await model.locator('script').count()).toBe(0);
      await model.getByRole('navigation', { name: 'Contents' }).getByRole('link').last().click();
      await expect.poll(() => model.url()).toMatch(/#/);
      await model.getByRole('navigation', { name: 'Documents' }).getByRole('link', { name: 'Parameters' }).click();
      await model.getByRole('heading', { level: 1, name: /^Parameters/ }).waitFor();
    }));
});
