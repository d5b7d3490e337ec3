/** The built page in a recorded trace: what the browser itself says about a long drag, and the heap after many recomputations. */
import type { Browser, Page } from 'playwright-core';
import type { LimitedFigure } from './limits.ts';
import { MOVES_PER_SECOND, pressSlider } from './sliderHand.ts';
import { quantile } from './statistics.ts';

const DRAG_SECONDS = 10;
/** One frame of a 60 Hz screen, and what nobody may wait longer than, but for one move in twenty; ms. */
const FRAME_ms = 1000 / 60;
const LONGEST_ms = 50;
/** Before the heap is measured first: caches and histories have their size by then. */
const WARM_UP = 300;
const RECOMPUTATIONS = 1000;
/** Of the heap, over these recomputations. */
const MOST_GROWTH = 1.05;

/** What of a trace event is read here; times in µs. */
interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly ts: number;
  readonly dur?: number;
  readonly args?: {
    readonly data?: { readonly type?: string };
    readonly event_latency?: { readonly event_type?: string };
  };
}

const CATEGORIES = ['devtools.timeline', 'cc', 'benchmark', 'input'];

/** The first of sorted times that is not before another; Infinity where none is. */
function firstFrom(times: readonly number[], from: number): number {
  return times.find((time) => time >= from) ?? Number.POSITIVE_INFINITY;
}

/**
 * From when the browser had each move of the pointer to the end of the frame that it changed (script, style, layout, paint and hand-over
 * to the compositor), ms. What a machine without a graphics card does after that is not the page's.
 */
function inputToPaint(events: readonly TraceEvent[]): number[] {
  const inOrder = (times: number[]) => times.sort((one, other) => one - other);
  const heard = inOrder(
    events
      .filter(({ name, args }) => name === 'EventDispatch' && args?.data?.type === 'pointermove')
      .map(({ ts }) => ts),
  );
  const painted = inOrder(
    events
      .filter(({ name, ph }) => name === 'ProxyMain::BeginMainFrame::commit' && ph === 'X')
      .map(({ ts, dur = 0 }) => ts + dur),
  );
  return events
    .filter(
      ({ name, ph, args }) =>
        name === 'EventLatency' && ph === 'b' && args?.event_latency?.event_type === 'MOUSE_DRAGGED',
    )
    .map(({ ts }) => (firstFrom(painted, firstFrom(heard, ts)) - ts) / 1000)
    .filter(Number.isFinite);
}

/** A drag of ten seconds, as the browser recorded it. */
export async function benchTrace(browser: Browser, page: Page, label: string): Promise<LimitedFigure[]> {
  const hand = await pressSlider(page, label);
  await browser.startTracing(page, { categories: CATEGORIES });
  await hand.moveFor(DRAG_SECONDS);
  const trace = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  await hand.release();
  const times = inputToPaint(trace.traceEvents);
  if (times.length < (DRAG_SECONDS * MOVES_PER_SECOND) / 2)
    throw new Error(`the trace holds ${times.length} moves of ${DRAG_SECONDS * MOVES_PER_SECOND}`);
  console.log(
    `  ${DRAG_SECONDS} s drag of "${label}", from a recorded trace: input to paint ` +
      `median ${quantile(times, 0.5).toFixed(1)} ms, 95 % below ${quantile(times, 0.95).toFixed(1)} ms (${times.length} moves)`,
  );
  return [
    {
      what: `${DRAG_SECONDS} s drag, input to paint in a trace, median`,
      value: quantile(times, 0.5),
      unit: 'ms',
      limit: FRAME_ms,
    },
    {
      what: `${DRAG_SECONDS} s drag, input to paint in a trace, 95th percentile`,
      value: quantile(times, 0.95),
      unit: 'ms',
      limit: LONGEST_ms,
    },
  ];
}

/** Presses arrow keys on a slider; each press is a new scenario, computed and drawn. */
async function recompute(page: Page, label: string, times: number): Promise<void> {
  await page.getByRole('slider', { name: label, exact: true }).focus();
  const curve = () => page.locator('figure path.series-total').getAttribute('d');
  for (let i = 0; i < times; i += 10) {
    const before = await curve();
    // Ten steps up, then ten down: the curve after them is never the one before.
    for (let k = 0; k < 10; k++) await page.keyboard.press((i / 10) % 2 === 0 ? 'ArrowRight' : 'ArrowLeft');
    await page.waitForFunction(
      (old) => document.querySelector('figure path.series-total')?.getAttribute('d') !== old,
      before,
    );
  }
}

/** Bytes of the page's heap after garbage was collected. */
async function heapSize(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  try {
    for (let i = 0; i < 3; i++) await session.send('HeapProfiler.collectGarbage');
    return (await session.send('Runtime.getHeapUsage')).usedSize;
  } finally {
    await session.detach();
  }
}

/** The heap before and after a thousand recomputations. */
export async function benchHeap(page: Page, label: string): Promise<LimitedFigure[]> {
  await recompute(page, label, WARM_UP);
  const before = await heapSize(page);
  await recompute(page, label, RECOMPUTATIONS);
  const after = await heapSize(page);
  const words = (bytes: number) => `${(bytes / 2 ** 20).toFixed(2)} MB`;
  console.log(`  heap over ${RECOMPUTATIONS} recomputations      ${words(before)} before, ${words(after)} after`);
  return [
    { what: `heap after ${RECOMPUTATIONS} recomputations`, value: after / before, unit: 'times', limit: MOST_GROWTH },
  ];
}
