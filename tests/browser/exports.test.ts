import { readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import type { Download, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openExport } from '../../src/export/openExport.ts';
import { drag, partsOf, restingCurveOf } from './pageParts.ts';
import { openSite, type Site } from './site.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

/** Opens the page in English; whatever goes wrong in the browser fails the test. */
async function onPage(act: (page: Page) => Promise<void>, fragment = ''): Promise<void> {
  const { page, problems } = await site.openTab({ locale: 'en-GB' });
  await page.goto(site.pageUrl + fragment);
  await partsOf(page).totalCurve.waitFor();
  await restingCurveOf(page);
  await act(page);
  expect(problems).toEqual([]);
  await page.context().close();
}

/** A poll with the patience of a slow machine. */
const eventually = <T>(read: () => Promise<T> | T) => expect.poll(read, { timeout: 20_000 });

async function saved(page: Page, click: Locator): Promise<{ name: string; bytes: Uint8Array; text: string }> {
  const downloading: Promise<Download> = page.waitForEvent('download', { timeout: 60_000 });
  await click.click();
  const download = await downloading;
  const bytes = new Uint8Array(await readFile(await download.path()));
  return { name: download.suggestedFilename(), bytes, text: new TextDecoder().decode(bytes) };
}

const menuItem = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Export' });

/** The dialog of all files, with nothing ticked but the model curve as ECSV. */
async function openDialog(page: Page): Promise<Locator> {
  await partsOf(page).exportButton.click();
  await menuItem(page, 'More files and figures …').click();
  const dialog = dialogOf(page);
  await dialog
    .getByText(/^geminga-.*\.ecsv$/)
    .first()
    .waitFor();
  await dialog.getByRole('checkbox', { name: 'Data beside the model, residuals' }).uncheck();
  return dialog;
}

async function choose(page: Page, file: { name: string; text?: string; bytes?: Uint8Array }): Promise<void> {
  await partsOf(page).exportButton.click();
  await page.getByLabel('File to open').setInputFiles({
    name: file.name,
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(file.bytes ?? file.text ?? ''),
  });
}

const notice = (page: Page) => page.getByRole('status').filter({ hasText: /^Opened / });
const NAME = /^geminga-[a-z0-9-]+-\d{8}-[0-9a-f]{6}\.(\w+)$/;

describe('the export menu', () => {
  it.each(['Spectrum, CSV', 'Spectrum, ECSV', 'Spectrum, JSON', 'Data and residuals, CSV', 'Figure, SVG'])(
    'saves in one click, with the link that reopens the file: %s',
    (item) =>
      onPage(async (page) => {
        await drag(page, 'spectral index', 0.4, 0.6);
        await restingCurveOf(page);
        const index = await partsOf(page).slider('spectral index').getAttribute('aria-valuetext');
        await partsOf(page).exportButton.click();
        const { name, text } = await saved(page, menuItem(page, item));
        expect(name).toMatch(NAME);
        expect(text).not.toMatch(/NaN|Infinity/);
        const link = new RegExp(`${site.pageUrl.replace(/[.?/]/g, '\\$&')}#s=1\\.[\\w.-]+`).exec(text)?.[0] ?? '';
        const again = await page.context().newPage();
        await again.goto(link);
        await partsOf(again).totalCurve.waitFor();
        expect(await partsOf(again).slider('spectral index').getAttribute('aria-valuetext')).toBe(index);
      }),
  );
});

describe('the export dialog', () => {
  it('lists what is ticked with name and size, and says at the box why something cannot be ticked', () =>
    onPage(async (page) => {
      const dialog = await openDialog(page);
      const names = dialog.getByRole('listitem');
      await eventually(() => names.allTextContents()).toEqual([expect.stringMatching(/-spectrum-.*\.ecsv[\d.]+ kB$/)]);
      const fit = dialog.getByRole('checkbox', { name: 'Fit report' });
      expect(await fit.isDisabled()).toBe(true);
      const reason = await fit.getAttribute('aria-describedby');
      expect(await dialog.locator(`[id="${reason}"]`).textContent()).toBe('Nothing is fitted yet: press Fit first.');
      await dialog.getByRole('checkbox', { name: 'CSV', exact: true }).check();
      await dialog.getByRole('checkbox', { name: 'BibTeX of what was used' }).check();
      await eventually(() => names.count()).toBe(3);
      await page.keyboard.press('Escape');
      await eventually(() => dialog.count()).toBe(0);
    }));

  it.each([
    [300, '86 mm', 1016],
    [600, '178 mm', 4205],
  ])('gives the figure as PNG at %i dpi, %s wide, with the scenario in it', (dpi, width, pixels) =>
    onPage(async (page) => {
      const dialog = await openDialog(page);
      await dialog.getByRole('checkbox', { name: 'Model curve' }).uncheck();
      for (const other of ['86 mm', '300 dpi']) await dialog.getByRole('checkbox', { name: other }).uncheck();
      for (const box of ['PNG', width, `${dpi} dpi`])
        await dialog.getByRole('checkbox', { name: box, exact: true }).check();
      await dialog.getByRole('listitem').getByText(/ kB$/).waitFor();
      const { name, bytes, text } = await saved(page, dialog.getByRole('button', { name: 'Download', exact: true }));
      expect(name).toMatch(/\.png$/);
      const view = new DataView(bytes.buffer, bytes.byteOffset);
      // The first chunk begins with the width in picture elements; 25.4 mm are an inch.
      expect(view.getUint32(16)).toBe(pixels);
      expect(view.getUint32(20)).toBeGreaterThan(pixels / 3);
      expect(openExport(text, name).scenario.sources[0]?.name).toBe('Geminga');
      // Not one colour only.
      const colours = await page.evaluate(async (data) => {
        const image = await createImageBitmap(new Blob([new Uint8Array(data)], { type: 'image/png' }));
        const canvas = new OffscreenCanvas(image.width, image.height);
        const context = canvas.getContext('2d');
        context?.drawImage(image, 0, 0);
        const pixelsOf = context?.getImageData(0, 0, image.width, image.height).data ?? new Uint8ClampedArray();
        const found = new Set<number>();
        for (let i = 0; i < pixelsOf.length; i += 4)
          found.add(((pixelsOf[i] ?? 0) << 16) | ((pixelsOf[i + 1] ?? 0) << 8));
        return found.size;
      }, Array.from(bytes));
      expect(colours).toBeGreaterThan(10);
    }),
  );

  it('packs everything into one zip: tables, fit, figures, program, bibliography, scenario', () =>
    onPage(async (page) => {
      const { fitButton, verdict } = partsOf(page);
      await fitButton.click();
      await eventually(() => verdict.textContent()).toMatch(/valid minimum/i);
      await restingCurveOf(page);
      const dialog = await openDialog(page);
      await dialog.getByRole('checkbox', { name: 'Fit report' }).check();
      const { name, bytes } = await saved(page, dialog.getByRole('button', { name: 'Everything in one zip' }));
      expect(name).toMatch(/^geminga-.*\.zip$/);
      const files = unzipSync(bytes);
      const tables = ['spectrum', 'comparison', 'fit'].flatMap((stem) => [
        `${stem}.csv`,
        `${stem}.ecsv`,
        `${stem}.json`,
      ]);
      const pictures = ['86mm', '178mm'].flatMap((width) => [
        `figure-${width}.svg`,
        `figure-${width}-300dpi.png`,
        `figure-${width}-600dpi.png`,
      ]);
      expect(Object.keys(files).sort()).toEqual(
        ['README.txt', ...tables, 'fit.txt', ...pictures, 'plot.py', 'references.bib', 'scenario.json'].sort(),
      );
      for (const [member, content] of Object.entries(files)) {
        if (member === 'README.txt') continue;
        const opened = openExport(new TextDecoder().decode(content), member);
        expect(opened.scenario.fit.free, member).toHaveLength(4);
      }
    }));
});

describe('an exported file, opened again', () => {
  it.each(['Spectrum, ECSV', 'Spectrum, JSON'])(
    'restores the scenario in one undo step and reproduces its numbers to the last bit: %s',
    (item) =>
      onPage(async (page) => {
        await drag(page, 'spectral index', 0.4, 0.6);
        const curve = await restingCurveOf(page);
        await partsOf(page).exportButton.click();
        const file = await saved(page, menuItem(page, item));
        await partsOf(page).undo.click();
        const before = await restingCurveOf(page);
        expect(before).not.toBe(curve);
        await choose(page, file);
        await eventually(() => notice(page).textContent()).toMatch(
          /Geminga Lab \d+\.\d+\.\d+\. Its 600 numbers are reproduced to the last bit\.$/,
        );
        expect(await restingCurveOf(page)).toBe(curve);
        await partsOf(page).undo.click();
        expect(await restingCurveOf(page)).toBe(before);
        // What was said of the file is not about the present scenario.
        await eventually(() => notice(page).count()).toBe(0);
      }),
  );

  it('says when a number was changed', () =>
    onPage(async (page) => {
      await partsOf(page).exportButton.click();
      const { name, text } = await saved(page, menuItem(page, 'Spectrum, ECSV'));
      const lines = text.split('\n');
      const row = lines.length - 10;
      const cells = (lines[row] ?? '').split(',');
      lines[row] = [cells[0], `${Number(cells[1]) * 1.001}`, ...cells.slice(2)].join(',');
      await choose(page, { name, text: lines.join('\n') });
      await eventually(() => notice(page).textContent()).toContain('1 of its 600 numbers differ, by up to 0.001');
    }));

  it('a file of somebody else gives one sentence, and the scenario stays', () =>
    onPage(async (page) => {
      const { undo, message } = partsOf(page);
      await choose(page, { name: 'mine.json', text: '{"format": "cube"}' });
      await eventually(() => message.textContent()).toMatch(/^mine\.json.*\.$/);
      expect(await undo.isDisabled()).toBe(true);
      expect(await notice(page).count()).toBe(0);
    }));
});

describe('the top bar', () => {
  it('speaks Italian when asked to, and English again, and remembers it', () =>
    onPage(async (page) => {
      const bar = page.getByRole('banner');
      await bar.getByRole('button', { name: 'Language' }).click();
      await bar.getByRole('radio', { name: 'Italiano' }).check();
      await bar.getByRole('button', { name: 'Condividi' }).waitFor();
      expect(await page.evaluate(() => document.documentElement.lang)).toBe('it');
      await page.reload();
      await bar.getByRole('button', { name: 'Lingua' }).click();
      await bar.getByRole('radio', { name: 'English' }).check();
      await bar.getByRole('button', { name: 'Share' }).waitFor();
    }));

  it('leads to the keys and the documents', () =>
    onPage(async (page) => {
      const help = page.getByRole('banner').getByRole('button', { name: 'Help' });
      await help.click();
      const region = page.getByRole('region', { name: 'Help' });
      expect(await region.getByRole('link', { name: 'Model' }).getAttribute('href')).toBe('./model.html');
      expect(await region.getByRole('link', { name: 'Notes for maintainers' }).getAttribute('href')).toBe(
        './notes.html',
      );
      await region.getByRole('button', { name: 'Keys' }).click();
      await page.getByRole('dialog').waitFor();
    }));
});
