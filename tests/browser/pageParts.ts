/** The parts of the page as a person names them. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** The plot lets its axes follow a curve that has rested for a quarter of a second. */
const RESTING_TIME_ms = 400;

export function partsOf(page: Page) {
  const fitPanel = page.getByRole('tabpanel', { name: 'Fit' });
  const sourcesPanel = page.getByRole('tabpanel', { name: 'Sources' });
  const topBar = page.getByRole('banner');
  return {
    slider: (label: string) => page.getByRole('slider', { name: label, exact: true }),
    /** `label` with its unit: "cutoff energy, GeV". */
    field: (label: string) => page.getByRole('textbox', { name: label, exact: true }),
    message: page.getByRole('alert'),
    status: page.getByRole('contentinfo'),
    fitButton: fitPanel.getByRole('button', { name: /^(Fit|Cancel)/ }),
    undoFit: fitPanel.getByRole('button', { name: 'Undo fit' }),
    verdict: fitPanel.getByRole('heading', { level: 3 }).first(),
    fitRows: fitPanel.getByRole('table', { name: 'Best values and standard errors' }).getByRole('row'),
    tab: (name: string) => page.getByRole('tab', { name, exact: true }),
    tabPanel: (name: string) => page.getByRole('tabpanel', { name, exact: true }),
    /** Opens and closes a group of parameters. */
    groupHead: (title: string) => page.locator('summary').filter({ hasText: title }),
    switchOf: (label: string) => page.getByRole('switch', { name: label, exact: true }),
    /** The ranked pulsars, without the heads. */
    rankedRows: sourcesPanel.getByRole('table').locator('tbody').getByRole('row'),
    sourcesPanel,
    legendOf: (name: string) =>
      page.getByRole('region', { name: 'Spectrum' }).getByRole('button', { name, exact: true }),
    undo: topBar.getByRole('button', { name: /^Undo/ }),
    redo: topBar.getByRole('button', { name: /^Redo/ }),
    presetButton: topBar.getByRole('button', { name: /^(Preset|Opened)/ }),
    presetItem: (name: string) => page.getByRole('listitem').getByRole('button', { name, exact: true }),
    exportButton: topBar.getByRole('button', { name: 'Export' }),
    /** The picture in sentences, with chi squared of the drawn curve. */
    summary: page.getByRole('figure').getByRole('paragraph').first(),
    /** The line of the total flux. */
    totalCurve: page.getByRole('figure').locator('path.series-total'),
  };
}

/** The drawn total curve; never one with a hole where a number was missing. */
export async function curveOf(page: Page): Promise<string> {
  const path = (await partsOf(page).totalCurve.getAttribute('d')) ?? '';
  expect(path).not.toMatch(/NaN|Infinity/);
  return path;
}

/** The total curve once nothing moves any more. */
export async function restingCurveOf(page: Page): Promise<string> {
  await page.evaluate(
    (restingTime_ms) =>
      new Promise<void>((resolve) => {
        let last = '';
        let since = performance.now();
        const look = () => {
          const now = document.querySelector('figure path.series-total')?.getAttribute('d') ?? '';
          if (now !== last || now === '') since = performance.now();
          last = now;
          if (performance.now() - since > restingTime_ms) resolve();
          else requestAnimationFrame(look);
        };
        look();
      }),
    RESTING_TIME_ms,
  );
  return await curveOf(page);
}

/** Types a value over the one that stands in a field, and Enter. */
export async function typeValue(page: Page, label: string, text: string): Promise<void> {
  await partsOf(page).field(label).click();
  // A field turns from a value to be read into one to be edited when it is entered.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

/** Presses a slider at one part of its track, moves to another in steps, and lets go. */
export async function drag(
  page: Page,
  label: string,
  from: number,
  to: number,
  afterStep = async () => {},
): Promise<void> {
  const box = await partsOf(page).slider(label).boundingBox();
  if (!box) throw new Error(`the slider "${label}" is not on the page`);
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + from * box.width, y);
  await page.mouse.down();
  for (let step = 1; step <= 5; step++) {
    await page.mouse.move(box.x + (from + ((to - from) * step) / 5) * box.width, y);
    await afterStep();
  }
  await page.mouse.up();
}
