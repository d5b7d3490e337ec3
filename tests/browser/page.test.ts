import { readFile } from 'node:fs/promises';
import type { Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { presets } from '../../src/model/presets/presets.ts';
import { curveOf, drag, partsOf, restingCurveOf, typeValue } from './pageParts.ts';
import { openSite, type Site, type Tab } from './site.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

/** Opens the page, lets the test act on it and closes it; whatever goes wrong in the browser fails the test. */
async function onPage(act: (page: Page) => Promise<void>, fragment = '', tab?: Tab): Promise<void> {
  const { page, problems } = tab ?? (await site.openTab());
  await page.goto(site.pageUrl + fragment);
  await partsOf(page).totalCurve.waitFor();
  await act(page);
  expect(problems).toEqual([]);
  await page.context().close();
}

/** A vitest poll with the patience of a slow machine. */
const eventually = <T>(read: () => Promise<T>) => expect.poll(read, { timeout: 10_000 });

describe('the page at its start', () => {
  it('draws data and a first curve, without an error and without a request to anybody else', () =>
    onPage(async (page) => {
      const { status, message, totalCurve } = partsOf(page);
      await restingCurveOf(page);
      expect(await totalCurve.count()).toBe(1);
      expect(await page.getByRole('figure').locator('.scatterlayer .point').count()).toBeGreaterThan(50);
      expect(await message.count()).toBe(0);
      expect(await status.textContent()).toContain('ready');
    }));

  it('starts where the server does not know the type of the kernel', async () => {
    const ignorant = await openSite({ unknownTypes: ['.wasm'] });
    const { page, problems } = await ignorant.openTab();
    await page.goto(ignorant.pageUrl);
    await partsOf(page).totalCurve.waitFor();
    expect(problems).toEqual([]);
    await ignorant.close();
  });

  it.each([
    ['is missing', (route: Route) => route.fulfill({ status: 404, body: '' }), /404/],
    ['does not arrive', (route: Route) => route.abort(), /cannot be loaded/],
    [
      'is no kernel',
      (route: Route) => route.fulfill({ contentType: 'application/wasm', body: 'html' }),
      /cannot be loaded/,
    ],
  ])('says so in one sentence, and shows its controls, where the kernel %s', async (_, answer, words) => {
    const { page } = await site.openTab();
    await page.route('**/*.wasm', answer);
    await page.goto(site.pageUrl);
    const { message, slider } = partsOf(page);
    await message.waitFor();
    expect(await message.textContent()).toMatch(words);
    expect(await slider('spectral index').isVisible()).toBe(true);
    await page.context().close();
  });

  it.each([
    [1440, 900],
    [1024, 768],
    [390, 844],
  ])('fits a screen of %i by %i without scrolling sideways', async (width, height) => {
    const tab = await site.openTab({ viewport: { width, height } });
    await onPage(
      async (page) => {
        await restingCurveOf(page);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      },
      '',
      tab,
    );
  });
});

describe('a slider', () => {
  it('moves the curve while it is dragged, and one undo takes the drag back', () =>
    onPage(async (page) => {
      const { slider, undo, redo } = partsOf(page);
      const before = await restingCurveOf(page);
      const valueBefore = await slider('spectral index').getAttribute('aria-valuetext');
      let last = before;
      await drag(page, 'spectral index', 0.4, 0.7, async () => {
        await eventually(() => curveOf(page)).not.toBe(last);
        last = await curveOf(page);
      });
      const after = await restingCurveOf(page);
      await undo.click();
      await eventually(() => curveOf(page)).toBe(before);
      expect(await slider('spectral index').getAttribute('aria-valuetext')).toBe(valueBefore);
      expect(await undo.isDisabled()).toBe(true);
      await redo.click();
      await eventually(() => curveOf(page)).toBe(after);
    }));

  it('moves with the arrow keys, and Ctrl Z takes it back', () =>
    onPage(async (page) => {
      const { slider } = partsOf(page);
      const before = await restingCurveOf(page);
      await slider('efficiency').focus();
      await page.keyboard.press('ArrowRight');
      await eventually(() => curveOf(page)).not.toBe(before);
      await page.keyboard.press('Control+z');
      await eventually(() => curveOf(page)).toBe(before);
    }));
});

describe('a typed value', () => {
  it('is taken exactly', () =>
    onPage(async (page) => {
      const { slider } = partsOf(page);
      const before = await restingCurveOf(page);
      await typeValue(page, 'diffusion at 1 GeV, cm² s⁻¹', '1.3e28');
      await eventually(() => curveOf(page)).not.toBe(before);
      expect(await slider('diffusion at 1 GeV').getAttribute('aria-valuetext')).toContain('1.3');
    }));

  it('that cannot be gives one sentence at its row, and the curve stays', () =>
    onPage(async (page) => {
      const { field, message } = partsOf(page);
      const before = await restingCurveOf(page);
      for (const text of ['99', 'NaN', '-1', 'two']) {
        await typeValue(page, 'spectral index', text);
        await message.waitFor();
        const sentence = (await message.textContent()) ?? '';
        expect(sentence).toContain(text);
        expect(sentence.trim()).toMatch(/^[^\n]+\.$/);
        expect(await field('spectral index').getAttribute('aria-invalid')).toBe('true');
        expect(await field('spectral index').getAttribute('aria-describedby')).toBe(await message.getAttribute('id'));
        await page.keyboard.press('Escape');
        await eventually(() => message.count()).toBe(0);
      }
      expect(await restingCurveOf(page)).toBe(before);
    }));
});

describe('Fit', () => {
  it('reports in words and numbers, moves the curve and is one undo step', () =>
    onPage(async (page) => {
      const { fitButton, verdict, fitRows, undoFit } = partsOf(page);
      const before = await restingCurveOf(page);
      await fitButton.click();
      await eventually(() => verdict.textContent()).toMatch(/valid minimum/i);
      // One row for the heads, one for each of the preset's four free parameters.
      expect(await fitRows.count()).toBe(5);
      expect(await restingCurveOf(page)).not.toBe(before);
      await undoFit.click();
      await eventually(() => curveOf(page)).toBe(before);
    }));

  it('runs for every preset', () =>
    onPage(async (page) => {
      const { presetButton, presetItem, fitButton, undoFit, verdict } = partsOf(page);
      for (const { scenario } of presets) {
        await presetButton.click();
        await presetItem(scenario.name).click();
        expect(await undoFit.count()).toBe(0);
        await fitButton.click();
        await undoFit.waitFor();
        expect(await verdict.textContent(), scenario.name).toMatch(/valid minimum/i);
      }
    }));
});

describe('the link', () => {
  it('reopens the same scenario with the same curve', () =>
    onPage(async (page) => {
      const { slider } = partsOf(page);
      await restingCurveOf(page);
      await drag(page, 'spectral index', 0.4, 0.6);
      await drag(page, 'distance', 0.4, 0.5);
      const curve = await restingCurveOf(page);
      const value = await slider('distance').getAttribute('aria-valuetext');
      await eventually(async () => new URL(page.url()).hash).toMatch(/^#s=/);
      const { hash } = new URL(page.url());
      await onPage(async (reopened) => {
        expect(await restingCurveOf(reopened)).toBe(curve);
        expect(await partsOf(reopened).slider('distance').getAttribute('aria-valuetext')).toBe(value);
      }, hash);
    }));

  it('cut in half gives one sentence and a page that works', async () => {
    let half = '';
    await onPage(async (page) => {
      await restingCurveOf(page);
      await drag(page, 'spectral index', 0.4, 0.6);
      await eventually(async () => new URL(page.url()).hash).toMatch(/^#s=/);
      const { hash } = new URL(page.url());
      half = hash.slice(0, hash.length / 2);
    });
    await onPage(async (page) => {
      const { message } = partsOf(page);
      expect(await message.textContent()).toMatch(/link is incomplete/);
      const before = await restingCurveOf(page);
      await drag(page, 'efficiency', 0.5, 0.8);
      await eventually(() => curveOf(page)).not.toBe(before);
    }, half);
  });
});

describe('export', () => {
  it.each([
    ['csv', /^#.*\n/],
    ['json', /^\{/],
  ])('saves a %s file', (ending, beginning) =>
    onPage(async (page) => {
      await restingCurveOf(page);
      await partsOf(page).exportButton.click();
      const downloading = page.waitForEvent('download');
      await page
        .getByRole('button', { name: new RegExp(`\\b${ending}\\b`, 'i') })
        .first()
        .click();
      const download = await downloading;
      expect(download.suggestedFilename()).toMatch(new RegExp(`\\.${ending}$`));
      const text = await readFile(await download.path(), 'utf8');
      expect(text).toMatch(beginning);
      expect(text).not.toMatch(/NaN|Infinity/);
    }),
  );
});
