/** One posterior on the page: a run of the sampler, what it says so far, and what can be done with it. */
import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type { PosteriorDraws, PosteriorReport, PosteriorRun } from '../../analysis/inferenceTypes.ts';
import type { SamplingChoice } from '../../analysis/posterior.ts';
import type { SampleState } from '../../export/sampleState.ts';
import type { SamplingProgress } from '../../fit/posterior/sampling.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { InferenceCalls } from '../../worker/inferenceCalls.ts';
import type { PosteriorBand } from '../state/band.ts';
import { content, type Store } from '../state/store.ts';
import { errorText } from '../words/modelWords.ts';
import { MOST_DRAWS } from './cornerData.ts';
import { posteriorWords } from './posteriorWords.ts';

/** The picture is drawn anew at most this often, ms. */
export const REFRESH_MS = 200;
/** A picture that took long is drawn anew only after this many times its time. */
const REFRESH_PART = 8;
/** Steps without which there is nothing to draw. */
const FIRST_PICTURE = 10;

export type SessionState =
  | { readonly kind: 'empty' }
  /** The fit that the walkers start from. */
  | { readonly kind: 'fitting' }
  | { readonly kind: 'running' }
  /** It can go on. */
  | { readonly kind: 'paused' }
  | { readonly kind: 'ended' };

export interface Session {
  readonly state: ReadonlySignal<SessionState>;
  /** Why the last wish was not fulfilled. */
  readonly failure: ReadonlySignal<string | null>;
  readonly progress: ReadonlySignal<SamplingProgress | null>;
  readonly report: ReadonlySignal<PosteriorReport | null>;
  /** After the burn-in: while the run goes on not more than are seen, all of them when it rests. */
  readonly draws: ReadonlySignal<PosteriorDraws | null>;
  /** Scenario of the run. */
  readonly scenario: ReadonlySignal<Scenario | null>;
  /** The run is about another scenario than the present one. */
  readonly isOfAnother: ReadonlySignal<boolean>;
  start(choice: SamplingChoice): Promise<void>;
  pause(): void;
  /** Ends the run and forgets it. */
  discard(): void;
  /** Goes on; a run that has ended gets twice its steps. */
  resume(): Promise<void>;
  /** Takes a run that was saved. */
  load(state: SampleState): Promise<void>;
  /** What resumes the run later; null without one. */
  saved(): SampleState | null;
}

type Calls = Pick<InferenceCalls, 'startSampling' | 'sample' | 'extend' | 'picture' | 'bands'>;

function sentence(error: unknown): string {
  const text = errorText(error).text;
  return text === '' ? text : text[0]?.toUpperCase() + text.slice(1);
}

/**
 * @param showBand draws a band on the spectrum, or takes it away
 * @param now milliseconds on any clock
 */
export function createSession(
  store: Store,
  calls: Calls,
  showBand: (band: PosteriorBand | null) => void,
  now: () => number = () => performance.now(),
): Session {
  const state = signal<SessionState>({ kind: 'empty' });
  const failure = signal<string | null>(null);
  const progress = signal<SamplingProgress | null>(null);
  const report = signal<PosteriorReport | null>(null);
  const draws = signal<PosteriorDraws | null>(null);
  const scenario = signal<Scenario | null>(null);
  let kept: SampleState | null = null;
  /** Ends what runs: by a pause, which keeps the run, or for good. */
  let pausing = new AbortController();
  let ending = new AbortController();
  let refreshing = false;
  let nextRefresh = 0;

  function keep(run: PosteriorRun): void {
    if (kept) kept = { ...kept, run };
  }

  async function refresh(run: PosteriorRun, mine: AbortController): Promise<void> {
    if (refreshing || run.run.state.step < FIRST_PICTURE) return;
    refreshing = true;
    try {
      const begun = now();
      const picture = await calls.picture(run, MOST_DRAWS);
      nextRefresh = now() + Math.max(REFRESH_MS, REFRESH_PART * (now() - begun));
      if (mine !== ending) return;
      batch(() => {
        report.value = picture.report;
        draws.value = picture.draws;
      });
    } finally {
      refreshing = false;
    }
  }

  async function band(run: PosteriorRun, mine: AbortController): Promise<void> {
    if (run.run.state.step < FIRST_PICTURE) return;
    const bands = await calls.bands(run, { signal: mine.signal });
    if (mine === ending) showBand({ bands, scenario: run.scenario });
  }

  async function sampleOn(run: PosteriorRun): Promise<void> {
    const mine = ending;
    pausing = new AbortController();
    state.value = { kind: 'running' };
    const end = await calls.sample(run, {
      signal: mine.signal,
      pause: pausing.signal,
      onProgress(step) {
        if (mine !== ending) return;
        keep(step.run);
        const time = now();
        if (time < nextRefresh) return;
        nextRefresh = time + REFRESH_MS;
        progress.value = step;
        void refresh(step.run, mine).catch(() => undefined);
      },
    });
    if (mine !== ending) return;
    await show(end, mine);
    if (mine === ending) await band(end, mine);
  }

  /** A run that rests, with all that it says. */
  async function show(run: PosteriorRun, mine: AbortController): Promise<void> {
    keep(run);
    const { step } = run.run.state;
    const picture = step < FIRST_PICTURE ? null : await calls.picture(run, Number.POSITIVE_INFINITY);
    if (mine !== ending) return;
    batch(() => {
      report.value = picture?.report ?? null;
      draws.value = picture?.draws ?? null;
      progress.value = {
        step,
        stepLimit: run.run.stepLimit,
        acceptance: picture?.report.acceptance ?? 0,
        check: picture?.report.check ?? null,
      };
      state.value = { kind: run.run.ended === null ? 'paused' : 'ended' };
    });
  }

  function forget(): void {
    ending.abort();
    ending = new AbortController();
    kept = null;
    batch(() => {
      state.value = { kind: 'empty' };
      failure.value = null;
      progress.value = null;
      report.value = null;
      draws.value = null;
      scenario.value = null;
      showBand(null);
    });
  }

  /** Does something that may fail; a failure leaves the run as it was last. */
  async function attempt(act: (mine: AbortController) => Promise<void>): Promise<void> {
    const mine = ending;
    failure.value = null;
    try {
      await act(mine);
    } catch (error) {
      if (mine !== ending) return;
      batch(() => {
        failure.value = sentence(error);
        state.value = { kind: kept ? 'paused' : 'empty' };
      });
    }
  }

  return {
    state,
    failure,
    progress,
    report,
    draws,
    scenario,
    isOfAnother: computed(() => scenario.value !== null && content(scenario.value) !== content(store.scenario.value)),

    async start(choice) {
      forget();
      await attempt(async (mine) => {
        const asked = store.scenario.peek();
        if (!store.lastFit.peek() || store.reportIsStale.peek()) {
          state.value = { kind: 'fitting' };
          await store.startFit();
          if (mine !== ending) return;
        }
        const fit = store.fit.peek();
        const fitted = store.lastFit.peek()?.report;
        if (!fitted || store.reportIsStale.peek())
          throw new Error(fit.kind === 'stopped' ? fit.text : posteriorWords().noFit);
        state.value = { kind: 'running' };
        const run = await calls.startSampling(fitted, choice, { signal: mine.signal });
        if (mine !== ending) return;
        kept = { format: 'geminga-sample', version: 1, asked, choice, run };
        scenario.value = run.scenario;
        await sampleOn(run);
      });
    },

    pause() {
      pausing.abort();
    },

    discard: forget,

    async resume() {
      if (!kept || state.peek().kind === 'running') return;
      const { run, choice } = kept;
      await attempt(async (mine) => {
        const goesOn = run.run.ended === null ? run : await calls.extend(run, 2 * run.run.state.step);
        if (mine !== ending) return;
        kept = { ...(kept as SampleState), choice: { ...choice, steps: goesOn.run.stepLimit } };
        await sampleOn(goesOn);
      });
    },

    async load(saved) {
      forget();
      kept = saved;
      scenario.value = saved.run.scenario;
      await attempt(async (mine) => {
        await show(saved.run, mine);
        if (mine === ending) await band(saved.run, mine);
      });
    },

    saved: () => kept,
  };
}
