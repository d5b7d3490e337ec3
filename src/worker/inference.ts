/**
 * Profiles, contours and the posterior by a pool: cut into jobs whose results do not depend on who did them.
 *
 * A job whose worker dies is given to another one, so that a death costs a chunk and never a run.
 */
import type { FitReport } from '../analysis/analysisTypes.ts';
import { contourReport, contourSearch } from '../analysis/contours.ts';
import type {
  ContourReport,
  ParameterProfile,
  PosteriorBands,
  PosteriorDraws,
  PosteriorReport,
  PosteriorRun,
  ProfileReport,
  ProfileStep,
} from '../analysis/inferenceTypes.ts';
import type { SamplingChoice } from '../analysis/posterior.ts';
import { type DrawnSpectra, posteriorBands } from '../analysis/posteriorResults.ts';
import { profileReport } from '../analysis/profiles.ts';
import type { Elementary } from '../fit/elementary.ts';
import {
  isLookDue,
  looked,
  moved,
  nextPoints,
  progressOf,
  type SamplingProgress,
  type SamplingRun,
  withStepLimit,
} from '../fit/posterior/sampling.ts';
import type { Scenario } from '../model/scenario.ts';
import { CancelledError, WorkerCrashedError } from './errors.ts';
import { flatChainOf, flatRunOf } from './flatRun.ts';
import type { InferenceResults, InferenceTask, PosteriorPicture } from './inferenceTasks.ts';

/** What does the jobs: a pool of workers, or the program itself. */
export interface InferenceRunner {
  /** How many jobs run at once. */
  readonly size: number;
  run<T extends InferenceTask>(task: T, options: RunOptions): Promise<InferenceResults[T['kind']]>;
  /** Exponential and logarithm of the kernel, for what is computed beside the jobs. */
  elementary(): Promise<Elementary>;
}

export interface RunOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: ProfileStep) => void) | undefined;
}

/** Times that a job is given to another worker before its deaths count as its own fault. */
const MOST_DEATHS = 3;

async function runAgain<T extends InferenceTask>(
  runner: InferenceRunner,
  task: T,
  options: RunOptions,
): Promise<InferenceResults[T['kind']]> {
  for (let deaths = 1; ; deaths++) {
    try {
      return await runner.run(task, options);
    } catch (error) {
      if (!(error instanceof WorkerCrashedError) || deaths >= MOST_DEATHS || options.signal?.aborted) throw error;
    }
  }
}

/** Stretches of a list, one for each that works, in order. */
function stretches<Item>(items: readonly Item[], count: number): Item[][] {
  const used = Math.min(count, items.length);
  return Array.from({ length: used }, (_, k) =>
    items.slice(Math.floor((k * items.length) / used), Math.floor(((k + 1) * items.length) / used)),
  );
}

/** How far profiles have come. */
export interface ProfilesProgress {
  readonly finished: number;
  readonly parameters: number;
  /** Minimisations over the other parameters so far. */
  readonly minimisations: number;
}

export interface ProfilesOptions {
  /** Parameters that are wanted; all free ones unless stated. */
  readonly paths?: readonly string[] | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: ProfilesProgress) => void) | undefined;
}

/** Profiles of the free parameters around a scenario's values, one job each. */
export async function profileAll(
  runner: InferenceRunner,
  scenario: Scenario,
  { paths = scenario.fit.free, signal, onProgress }: ProfilesOptions = {},
): Promise<ProfileReport> {
  const minimisations = new Map<string, number>();
  let finished = 0;
  const tell = () => {
    const sum = [...minimisations.values()].reduce((total, count) => total + count, 0);
    onProgress?.({ finished, parameters: paths.length, minimisations: sum });
  };
  const one = async (path: string): Promise<ParameterProfile> => {
    const profile = await runAgain(
      runner,
      { kind: 'profile', scenario, path },
      {
        signal,
        onProgress(step) {
          minimisations.set(path, step.minimisations);
          tell();
        },
      },
    );
    finished += 1;
    tell();
    return profile;
  };
  return profileReport(await allOrNone(paths.map((path) => one(path))));
}

/** All results; the first failure only once every call has ended, so that none is left behind. */
async function allOrNone<Result>(calls: readonly Promise<Result>[]): Promise<Result[]> {
  await Promise.allSettled(calls);
  return Promise.all(calls);
}

/** How far a contour has come. */
export interface ContourProgress {
  readonly minimisations: number;
}

export interface ContourCallOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: ContourProgress) => void) | undefined;
}

/** Regions of 39, 68 and 95 % of two free parameters around a scenario's values. */
export async function contour(
  runner: InferenceRunner,
  scenario: Scenario,
  paths: readonly [string, string],
  { signal, onProgress }: ContourCallOptions = {},
): Promise<ContourReport> {
  const elementary = await runner.elementary();
  const start = await runAgain(runner, { kind: 'contourStart', scenario, paths }, { signal });
  const search = contourSearch(start, elementary);
  let minimisations = 0;
  for (let { tasks } = search; tasks.length > 0; { tasks } = search) {
    const chunks = stretches(tasks, runner.size).map((chunk) =>
      runAgain(runner, { kind: 'contourPlaces', scenario, paths, tasks: chunk }, { signal }),
    );
    search.accept((await allOrNone(chunks)).flat());
    minimisations += tasks.length;
    onProgress?.({ minimisations });
  }
  return contourReport(start, search.result(), elementary);
}

/** How far a run has come, with the run as it stands: written as JSON at once it can be resumed. */
export interface PosteriorProgress extends SamplingProgress {
  readonly run: PosteriorRun;
}

export interface PosteriorOptions {
  readonly signal?: AbortSignal | undefined;
  /** Ends the call with the run as it stands. */
  readonly pause?: AbortSignal | undefined;
  /** After every step. */
  readonly onProgress?: ((progress: PosteriorProgress) => void) | undefined;
}

/** A run before its first step, from the fit of a scenario. */
export function startPosteriorRun(
  runner: InferenceRunner,
  report: FitReport,
  choice: SamplingChoice,
  signal?: AbortSignal,
): Promise<PosteriorRun> {
  return runAgain(runner, { kind: 'posteriorStart', scenario: report.scenario, report, choice }, { signal });
}

/** The same run up to another limit of steps, even if it has ended. */
export function extended(run: PosteriorRun, steps: number): PosteriorRun {
  return { ...run, run: withStepLimit(run.run, steps) };
}

/**
 * Goes on with a run until it has converged or is as long as allowed, or `pause` fires.
 *
 * The chain of the given run grows in place. The result is the same for any number of workers, and for a run that was
 * written out and read back.
 *
 * @throws {CancelledError} when the signal fires; the run of the last progress can be resumed
 */
export async function samplePosterior(
  runner: InferenceRunner,
  run: PosteriorRun,
  { signal, pause, onProgress }: PosteriorOptions = {},
): Promise<PosteriorRun> {
  const elementary = await runner.elementary();
  const { scenario } = run;
  const look = async (next: SamplingRun) =>
    runAgain(
      runner,
      { kind: 'convergence', scenario, chain: await flatChainOf(next), last: next.checks.at(-1) },
      { signal },
    );
  let present = run.run;
  while (present.ended === null && !pause?.aborted) {
    if (signal?.aborted) throw new CancelledError('the sampling was cancelled.');
    const chunks = stretches(nextPoints(present), runner.size).map((points) =>
      runAgain(runner, { kind: 'logProbabilities', scenario, points }, { signal }),
    );
    const logProbabilities = (await allOrNone(chunks)).flatMap((chunk) => Array.from(chunk));
    const next = moved(present, logProbabilities, elementary);
    present = looked(next, isLookDue(next) ? await look(next) : null);
    if (present.state.half === 0) onProgress?.({ ...progressOf(present), run: { ...run, run: present } });
  }
  return { ...run, run: present };
}

export interface BandOptions {
  /** Spectra behind the bands; 200 unless stated. */
  readonly draws?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Bands of the spectrum from even draws of a run. */
export async function bandsOf(
  runner: InferenceRunner,
  run: PosteriorRun,
  { draws = 200, signal }: BandOptions = {},
): Promise<PosteriorBands> {
  const { scenario } = run;
  const flat = await flatRunOf(run);
  const values = await runAgain(runner, { kind: 'bandDraws', scenario, flat, count: draws }, { signal });
  const chunks = stretches(values, runner.size).map((chunk) =>
    runAgain(runner, { kind: 'spectra', scenario, draws: chunk }, { signal }),
  );
  return posteriorBands((await allOrNone(chunks)) as readonly DrawnSpectra[]);
}

/** Draws of a run from a step on, in the units of the scenario. */
export async function drawsOf(runner: InferenceRunner, run: PosteriorRun, fromStep = 0): Promise<PosteriorDraws> {
  const flat = await flatRunOf(run);
  return runAgain(runner, { kind: 'posteriorDraws', scenario: run.scenario, flat, fromStep }, {});
}

/** What a run says of the parameters, in the units of the scenario. */
export async function reportOf(runner: InferenceRunner, run: PosteriorRun): Promise<PosteriorReport> {
  return runAgain(runner, { kind: 'posteriorReport', scenario: run.scenario, flat: await flatRunOf(run) }, {});
}

/** The report of a run, and at most so many of its draws after the burn-in, evenly chosen: what a picture needs. */
export async function pictureOf(runner: InferenceRunner, run: PosteriorRun, most: number): Promise<PosteriorPicture> {
  const flat = await flatRunOf(run);
  return runAgain(runner, { kind: 'posteriorPicture', scenario: run.scenario, flat, most }, {});
}
