import { readFile } from 'node:fs/promises';
import type { Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeLink } from '../../src/app/state/link.ts';
import { cataloguePulsars } from '../../src/model/presets/catalogue.ts';
import { presetById, presets } from '../../src/model/presets/presets.ts';
import type { Scenario } from '../../src/model/scenario.ts';
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

it('shows its plot to a narrow screen in the theme for projectors too', async () => {
  const tab = await site.openTab({ viewport: { width: 390, height: 844 } });
  await tab.page.addInitScript(() => localStorage.setItem('geminga-theme', 'projector'));
  await onPage(
    async (page) => {
      await restingCurveOf(page);
      const box = await page.getByRole('figure').boundingBox();
      // The whole width of the screen, and high enough to read a curve.
      expect(box?.width).toBe(390);
      expect(box?.height).toBeGreaterThan(150);
    },
    '',
    tab,
  );
});

describe('tabs', () => {
  it('are walked with the arrow keys, and the one that is open is remembered', () =>
    onPage(async (page) => {
      const { tab, tabPanel } = partsOf(page);
      expect(await tab('Fit').getAttribute('aria-selected')).toBe('true');
      await tab('Fit').focus();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowRight');
      await tabPanel('Sources')
        .getByRole('button', { name: /catalogue/ })
        .waitFor();
      expect(await tab('Sources').evaluate((element) => element === document.activeElement)).toBe(true);
      expect(await tab('Fit').getAttribute('tabindex')).toBe('-1');
      await page.reload();
      await partsOf(page).totalCurve.waitFor();
      expect(await tab('Sources').getAttribute('aria-selected')).toBe('true');
    }));

  it('take the stage in the wide layout, and the spectrum stays in sight', () =>
    onPage(async (page) => {
      await restingCurveOf(page);
      const { tabPanel } = partsOf(page);
      const widthOf = async () => (await tabPanel('Fit').boundingBox())?.width ?? 0;
      const beside = await widthOf();
      await page.getByRole('button', { name: /^Wide/ }).click();
      await eventually(widthOf).toBeGreaterThan(2 * beside);
      expect(await page.getByRole('figure').isVisible()).toBe(true);
      await restingCurveOf(page);
      await page.getByRole('button', { name: 'back to the spectrum' }).click();
      await eventually(widthOf).toBe(beside);
    }));

  it('stand in the row of a phone beside the parameters', async () => {
    const tab = await site.openTab({ viewport: { width: 390, height: 844 } });
    await onPage(
      async (page) => {
        const { tabPanel, slider } = partsOf(page);
        const panels = page.getByRole('navigation', { name: 'Panels' });
        await panels.getByRole('button', { name: 'Sources' }).click();
        await tabPanel('Sources').waitFor();
        expect(await slider('spectral index').isVisible()).toBe(false);
        await panels.getByRole('button', { name: 'Parameters' }).click();
        await slider('spectral index').waitFor();
        expect(await tabPanel('Sources').isVisible()).toBe(false);
      },
      '',
      tab,
    );
  });
});

describe('other pulsars, secondaries and dark matter', () => {
  const geminga = presetById('geminga')?.scenario as Scenario;
  /** The pulsars within 500 pc: few enough to be computed at once. */
  const near: Scenario = { ...geminga, population: { ...cataloguePulsars, maxDistance_kpc: 0.5 } };
  const linkTo = (scenario: Scenario) => `#${encodeLink(scenario, 'geminga')}`;

  it('the Sources tab ranks the pulsars at the energy that is chosen', () =>
    onPage(async (page) => {
      const { tab, rankedRows, sourcesPanel } = partsOf(page);
      await tab('Sources').click();
      await rankedRows.first().waitFor();
      expect(await rankedRows.first().textContent()).toContain('Geminga');
      expect(await sourcesPanel.textContent()).toMatch(/Dipole anisotropy\s*[\d.]+ % towards l = /);
      expect(await sourcesPanel.textContent()).toMatch(/are farther than the farthest: \d{4}/);
      const second = await rankedRows.nth(1).textContent();
      await sourcesPanel.getByRole('button', { name: '800 GeV' }).click();
      await eventually(() => rankedRows.nth(1).textContent()).not.toBe(second);
    }, linkTo(near)));

  it('a pulsar gets its own curve and a distance of its own, and undo takes both back', () =>
    onPage(async (page) => {
      const { tab, rankedRows, sourcesPanel, switchOf, legendOf, undo } = partsOf(page);
      const before = await restingCurveOf(page);
      await tab('Sources').click();
      await rankedRows.first().waitFor();
      await sourcesPanel.getByRole('searchbox').fill('J0940');
      await sourcesPanel.getByRole('button', { name: 'J0940-5428', exact: true }).click();
      await switchOf('J0940-5428 as a curve of its own').click();
      await legendOf('J0940-5428').waitFor();
      expect(await restingCurveOf(page)).toBe(before);
      await sourcesPanel.getByRole('button', { name: /^take 2\.95 kpc of NE2001/ }).click();
      // Farther than the farthest: the curve goes, the pulsar is among those left out.
      await eventually(() => legendOf('J0940-5428').count()).toBe(0);
      await sourcesPanel.getByText('Left out of the sum').waitFor();
      expect(await restingCurveOf(page)).not.toBe(before);
      await undo.click();
      await undo.click();
      await eventually(() => curveOf(page)).toBe(before);
    }, linkTo(near)));

  it('a catalogue gives way to finite volumes, and the page says so', () =>
    onPage(async (page) => {
      const { switchOf } = partsOf(page);
      await page.getByRole('button', { name: 'Advanced' }).click();
      await page.getByRole('combobox', { name: 'solver' }).selectOption('finite-volume');
      await page.getByText(/This also changed: pulsars of the catalogue: .* off/).waitFor();
      expect(await switchOf('pulsars of the catalogue on or off').isChecked()).toBe(false);
    }, linkTo(near)));

  it('dark matter and computed secondaries are switched on and draw their curves', () =>
    onPage(async (page) => {
      const { groupHead, switchOf, legendOf, slider } = partsOf(page);
      const before = await restingCurveOf(page);
      await groupHead('Dark matter').click();
      await switchOf('dark matter on or off').click();
      await legendOf('Dark matter').waitFor();
      await drag(page, 'annihilation cross section', 0.2, 0.9);
      await eventually(() => curveOf(page)).not.toBe(before);
      await page.getByRole('button', { name: 'Advanced' }).click();
      await page.getByRole('combobox', { name: 'process' }).selectOption('decay');
      await slider('lifetime').waitFor();
      expect(await slider('annihilation cross section').count()).toBe(0);
      const diffuse = await restingCurveOf(page);
      await page.getByRole('combobox', { name: 'background' }).selectOption('secondaries');
      await eventually(() => curveOf(page)).not.toBe(diffuse);
      await slider('half-height of the Galaxy’s halo').waitFor();
    }));
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

describe('inference', () => {
  it('fits while dragging: the others follow the hand, χ² stays low, and one undo takes it all back', () =>
    onPage(async (page) => {
      const { fitButton, verdict, switchOf, field, undo } = partsOf(page);
      const fitNote = page.locator('.stale-note');
      await fitButton.click();
      await eventually(() => verdict.textContent()).toContain('Valid minimum');
      await restingCurveOf(page);
      const values = async () => [
        await field('spectral index').inputValue(),
        await field('efficiency').inputValue(),
        await field('secondaries').inputValue(),
      ];
      const before = await values();
      await switchOf('Fit while dragging').click();
      const whileMoving: string[] = [];
      await drag(page, 'spectral index', 0.48, 0.52, async () => {
        await page.evaluate(
          () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
        );
        whileMoving.push(await field('efficiency').inputValue());
      });
      expect(new Set(whileMoving).size).toBeGreaterThan(2);
      const chi2Now = async () => {
        await restingCurveOf(page);
        return Number(/χ² is now ([\d.]*\d)/.exec((await fitNote.textContent()) ?? '')?.[1]);
      };
      const following = await chi2Now();
      await undo.click();
      await eventually(values).toEqual(before);
      await switchOf('Fit while dragging').click();
      await drag(page, 'spectral index', 0.48, 0.52);
      // Alone the index leaves the points at once: the others take up most of it.
      expect(await chi2Now()).toBeGreaterThan(3 * following);
    }));

  it('computes errors with two sides from profiles, and draws a contour', () =>
    onPage(async (page) => {
      const { fitButton, fitRows, tabPanel } = partsOf(page);
      const fit = tabPanel('Fit');
      await fitButton.click();
      await fit.getByRole('button', { name: 'Profile errors' }).click();
      await fit
        .getByRole('img', { name: /^Δχ² of/ })
        .first()
        .waitFor();
      expect(await fit.getByRole('img', { name: /^Δχ² of/ }).count()).toBe(4);
      expect(await fitRows.nth(3).textContent()).toMatch(/plus [\d.]+ minus [\d.]+/);
      await fit.getByRole('button', { name: 'Draw contour' }).click();
      const contour = fit.getByRole('img', { name: /regions of 39 %, 68 %, 95 %/ });
      await contour.waitFor();
      expect(await contour.locator('.chart-region').count()).toBe(3);
      expect(await fit.getByRole('table', { name: 'χ² by the way of counting errors' }).getByRole('row').count()).toBe(
        4,
      );
    }));

  it('samples with a live corner plot, pauses, saves the run and goes on with it', () =>
    onPage(async (page) => {
      const { tab, tabPanel, legendOf, slider } = partsOf(page);
      await tab('Posterior').click();
      const panel = tabPanel('Posterior');
      await panel.getByRole('button', { name: 'Sample' }).click();
      const corner = panel.getByRole('img', { name: /^Corner plot/ });
      await corner.waitFor();
      await panel.getByRole('button', { name: 'Pause' }).click();
      await eventually(() => panel.getByRole('status').textContent()).toMatch(/Paused after \d+ steps/);
      await legendOf('68 % band').waitFor();
      const steps = panel.locator('.statistics dd').first();
      const paused = await steps.textContent();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        panel.getByRole('button', { name: 'Save run' }).click(),
      ]);
      await panel.getByRole('button', { name: 'Discard' }).click();
      await corner.waitFor({ state: 'detached' });
      await panel.getByLabel('Saved run').setInputFiles({
        name: download.suggestedFilename(),
        mimeType: 'application/json',
        buffer: await readFile(await download.path()),
      });
      await corner.waitFor();
      expect(await steps.textContent()).toBe(paused);
      await panel.getByRole('button', { name: 'Resume' }).click();
      await panel.getByRole('button', { name: 'Pause' }).waitFor();
      await eventually(async () => Number.parseInt((await steps.textContent()) ?? '', 10)).toBeGreaterThan(
        Number.parseInt(paused ?? '', 10),
      );
      await panel.getByRole('button', { name: 'Pause' }).click();
      await panel.getByRole('button', { name: 'Resume' }).waitFor();
      await slider('distance').focus();
      await page.keyboard.press('ArrowRight');
      await panel.getByText('This posterior is of another scenario').waitFor();
      expect(await corner.count()).toBe(1);
    }));
});
