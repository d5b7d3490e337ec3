/** The built page in a real browser: from the hand on a slider to the painted curve, and from nothing to the first one. */
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { encodeLink } from '../../src/app/state/link.ts';
import { haloBlock, propagationBlock, pulsarBlock } from '../../src/model/parameters.ts';
import { evoli2021 } from '../../src/model/presets/evoli2021.ts';
import { gemingaFastDiffusion } from '../../src/model/presets/onePulsar.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { findBrowser, startBrowser } from '../browser/browser.ts';
import { startServer } from '../browser/server.ts';
import { type LimitedFigure, spreadInWords } from './limits.ts';
import { benchHeap, benchTrace } from './pageTrace.ts';
import { type Move, takeMoves, watchPaints } from './paintWatch.ts';
import { defaultHalo } from './scaling.ts';
import { MOVES_PER_SECOND, pressSlider } from './sliderHand.ts';
import { quantile } from './statistics.ts';

const DRAG_SECONDS = 5;
const COLD_STARTS = 7;
/** From an empty cache to the first painted curve, median, ms. */
const FIRST_CURVE_ms = 1500;
/** One that leaves all tables and histories as they are, and one that changes them all. */
const SLIDERS = [pulsarBlock.spectralIndex.label, propagationBlock.delta.label];
/** The curve is painted in the frame that shows the knob: one frame of a 60 Hz screen, ms. */
const FRAME_ms = 1000 / 60;
/** Every pulsar of the catalogue, sharing its injection; a drag on it repaints within this, ms. */
const CATALOGUE_PRESET = evoli2021.scenario.name;
const CATALOGUE_DRAG_ms = 60;
/** With "Fit while dragging" on, from the hand to the painted curve, median, ms. */
const FOLLOWING_ms = 50;
const oneZone = gemingaFastDiffusion.scenario;
const twoZones: Scenario = { ...oneZone, propagation: { ...oneZone.propagation, halo: defaultHalo } };
/** Four parameters are free in each; one slider is a free one, the other changes tables that the model keeps. */
const FOLLOWED: readonly { readonly what: string; readonly scenario: Scenario; readonly sliders: readonly string[] }[] =
  [
    { what: 'one zone', scenario: oneZone, sliders: SLIDERS },
    { what: 'two zones', scenario: twoZones, sliders: [pulsarBlock.spectralIndex.label, haloBlock.D0_cm2_s.label] },
  ];

// This file and the compiled benchmark both lie two folders below the root.
const PAGE_FOLDER = fileURLToPath(new URL('../../dist/page', import.meta.url));

async function openPage(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await watchPaints(page);
  await page.goto(url);
  await page.waitForFunction(() => window.paintWatch.firstPainted < Number.POSITIVE_INFINITY);
  return page;
}

/** Drags a slider to and fro. */
async function dragSlider(page: Page, label: string): Promise<Move[]> {
  const hand = await pressSlider(page, label);
  await page.waitForTimeout(500);
  await takeMoves(page);
  await hand.moveFor(DRAG_SECONDS);
  await page.waitForTimeout(500);
  const moves = await takeMoves(page);
  await hand.release();
  return moves;
}

function tell(label: string, moves: readonly Move[]): void {
  const painted = moves.filter((move) => Number.isFinite(move.painted));
  const answered = painted.filter((move) => Number.isFinite(move.answered));
  const inTime = painted.filter((move) => move.framesBehind === 0).length;
  const share = ((100 * inTime) / moves.length).toFixed(0);
  const words = (times: number[]) =>
    `median ${quantile(times, 0.5).toFixed(1)} ms, 95 % below ${quantile(times, 0.95).toFixed(1)} ms`;
  console.log(
    `  the slider "${label}" drags, ${MOVES_PER_SECOND} moves a second: ${moves.length} reached the page, ` +
      `${answered.length} were computed, the others overtaken`,
  );
  console.log(`    hand to painted curve            ${words(painted.map((move) => move.painted - move.received))}`);
  console.log(`    page hears of it to answer       ${words(answered.map((move) => move.answered - move.heard))}`);
  console.log(`    page hears of it to painted      ${words(painted.map((move) => move.painted - move.heard))}`);
  console.log(`    curve in the same frame as its knob: ${share} % of the moves`);
}

async function choosePreset(page: Page, name: string): Promise<void> {
  await page.locator('.preset-button').click();
  await page.getByRole('button', { name, exact: true }).click();
  await page.waitForTimeout(4000);
}

/** From when the page hears of a move to its painted curve, ms. */
function medianToPainted(moves: readonly Move[]): number {
  return quantile(
    moves.map((move) => move.painted - move.heard),
    0.5,
  );
}

/** Drags while the other free parameters are fitted at every move. */
async function benchFollowing(browser: Browser, origin: string): Promise<LimitedFigure[]> {
  const figures: LimitedFigure[] = [];
  for (const { what, scenario, sliders } of FOLLOWED) {
    const page = await openPage(browser, `${origin}/#${encodeLink(scenario, gemingaFastDiffusion.id)}`);
    await page.getByRole('switch', { name: 'Fit while dragging', exact: true }).click();
    await page.waitForTimeout(1000);
    for (const label of sliders) {
      console.log(`  fit while dragging, ${what}, ${scenario.fit.free.length} free parameters`);
      const moves = await dragSlider(page, label);
      tell(label, moves);
      figures.push({
        what: `fit while dragging "${label}", ${what}, hand to painted curve, median`,
        value: quantile(
          moves.map((move) => move.painted - move.received),
          0.5,
        ),
        unit: 'ms',
        limit: FOLLOWING_ms,
      });
      // The others go all the way to their minimum before the next hand.
      await page.waitForTimeout(1500);
    }
    await page.context().close();
  }
  return figures;
}

/** Measures the built page and prints what it found. */
export async function benchPage(folder = PAGE_FOLDER): Promise<LimitedFigure[]> {
  console.log('\nBuilt page');
  const choice = await findBrowser();
  const server = await startServer({ folders: { '/': folder } });
  const browser = await startBrowser(choice);
  try {
    const starts: number[] = [];
    for (let i = 0; i < COLD_STARTS; i++) {
      const page = await openPage(browser, `${server.origin}/`);
      starts.push(await page.evaluate(() => window.paintWatch.firstPainted));
      await page.context().close();
    }
    console.log(`  cold start to the first curve  ${spreadInWords(starts)}`);

    const page = await openPage(browser, `${server.origin}/`);
    await page.waitForTimeout(1000);
    const figures: LimitedFigure[] = [
      {
        what: 'cold start to the first curve, median',
        value: quantile(starts, 0.5),
        unit: 'ms',
        limit: FIRST_CURVE_ms,
      },
    ];
    for (const label of SLIDERS) {
      const moves = await dragSlider(page, label);
      tell(label, moves);
      figures.push({
        what: `slider "${label}" to painted curve, median`,
        value: medianToPainted(moves),
        unit: 'ms',
        limit: FRAME_ms,
      });
    }
    figures.push(...(await benchTrace(browser, page, pulsarBlock.spectralIndex.label)));
    figures.push(...(await benchHeap(page, pulsarBlock.spectralIndex.label)));
    await choosePreset(page, CATALOGUE_PRESET);
    const moves = await dragSlider(page, pulsarBlock.spectralIndex.label);
    console.log('  with all pulsars of the catalogue in the sum');
    tell(pulsarBlock.spectralIndex.label, moves);
    figures.push({
      what: 'shared spectral index of the catalogue to painted curve, median',
      value: medianToPainted(moves),
      unit: 'ms',
      limit: CATALOGUE_DRAG_ms,
    });
    await page.context().close();
    figures.push(...(await benchFollowing(browser, server.origin)));
    return figures;
  } finally {
    await browser.close();
    await server.close();
  }
}
