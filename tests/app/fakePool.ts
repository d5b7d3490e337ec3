/** A pool whose answers the test gives by hand; its evaluations carry only what the store looks at. */
import type { Evaluation, FitProgress, FitReport } from '../../src/analysis/analysisTypes.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { CancelledError, SupersededError } from '../../src/worker/errors.ts';
import type { Pool } from '../../src/worker/protocol.ts';

interface Asked<Result> {
  readonly scenario: Scenario;
  readonly answer: (result: Result) => void;
  readonly fail: (error: Error) => void;
}

export interface FakePool extends Pool {
  /** Evaluations asked for so far, oldest first. */
  readonly evaluations: Asked<Evaluation>[];
  /** The same with a parameter that others follow. */
  readonly follows: (Asked<Evaluation> & { readonly heldPath: string })[];
  readonly fits: (Asked<FitReport> & { readonly progress: (progress: FitProgress) => void })[];
}

/** An evaluation that can be told from others by its scenario. */
export function evaluationOf(scenario: Scenario): Evaluation {
  return {
    scenario,
    comparison: { goodness: { chi2: 50, degreesOfFreedom: 46 } },
    goodness: { chi2: 50, degreesOfFreedom: 46 },
    budgets: [],
    approximations: [],
  } as unknown as Evaluation;
}

export function reportOf(scenario: Scenario): FitReport {
  return { scenario, valid: true, verdict: 'Valid minimum', findings: [], parameters: [] } as unknown as FitReport;
}

export function fakePool(): FakePool {
  const evaluations: FakePool['evaluations'] = [];
  const fits: FakePool['fits'] = [];
  const follows: FakePool['follows'] = [];
  return {
    size: 1,
    evaluations,
    fits,
    follows,
    evaluate: (scenario) => new Promise((answer, fail) => evaluations.push({ scenario, answer, fail })),
    rank: () => Promise.reject(new Error('the store ranks nothing')),
    predict: () => Promise.reject(new Error('the page predicts nothing')),
    follow: (scenario, heldPath) => new Promise((answer, fail) => follows.push({ scenario, heldPath, answer, fail })),
    inference: {} as FakePool['inference'],
    fit: (scenario, options) =>
      new Promise((answer, fail) => {
        options?.signal?.addEventListener('abort', () => fail(new CancelledError()));
        fits.push({ scenario, answer, fail, progress: (progress) => options?.onProgress?.(progress) });
      }),
    dispose: () => undefined,
  };
}

/** Answers the evaluation at a place in the queue, as the pool does: those before it are superseded. */
export async function answerNewest(pool: FakePool): Promise<void> {
  const newest = pool.evaluations.at(-1);
  for (const older of pool.evaluations.slice(0, -1)) older.fail(new SupersededError());
  newest?.answer(evaluationOf(newest.scenario));
  await settled();
}

/** Lets everything that already has its answer go on. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await Promise.resolve();
}
