/** Profiles, contours and the posterior as a pool offers them; their code is fetched with the first call. */
import type { FitReport } from '../analysis/analysisTypes.ts';
import type {
  ContourReport,
  PosteriorBands,
  PosteriorDraws,
  PosteriorReport,
  PosteriorRun,
  ProfileReport,
} from '../analysis/inferenceTypes.ts';
import type { SamplingChoice } from '../analysis/posterior.ts';
import type { Elementary } from '../fit/elementary.ts';
import type { Scenario } from '../model/scenario.ts';
import type {
  BandOptions,
  ContourCallOptions,
  InferenceRunner,
  PosteriorOptions,
  ProfilesOptions,
} from './inference.ts';
import type { PosteriorPicture } from './inferenceTasks.ts';

/** What a pool offers beside evaluations and fits. Calls reject as those of the pool do. */
export interface InferenceCalls {
  /** Asymmetric errors and curves of the free parameters, around a scenario with its best values. */
  profile(scenario: Scenario, options?: ProfilesOptions): Promise<ProfileReport>;
  /** Regions of two free parameters by probability. */
  contour(scenario: Scenario, paths: readonly [string, string], options?: ContourCallOptions): Promise<ContourReport>;
  /** A run of the sampler before its first step, from the report of a fit. */
  startSampling(
    report: FitReport,
    choice: SamplingChoice,
    options?: { readonly signal?: AbortSignal },
  ): Promise<PosteriorRun>;
  /** Goes on with a run until it has converged, is as long as allowed, or `pause` fires. */
  sample(run: PosteriorRun, options?: PosteriorOptions): Promise<PosteriorRun>;
  /** The run with another limit of steps, to be sampled further. */
  extend(run: PosteriorRun, steps: number): Promise<PosteriorRun>;
  /** Means, quantiles, correlations and how the run stands, after its burn-in. */
  report(run: PosteriorRun): Promise<PosteriorReport>;
  /** All draws from a step on, in the units of the scenario, for a corner plot or an export. */
  draws(run: PosteriorRun, fromStep?: number): Promise<PosteriorDraws>;
  /** Report, and draws after the burn-in, at most so many, evenly chosen: for a picture that is drawn again and again. */
  picture(run: PosteriorRun, most: number): Promise<PosteriorPicture>;
  /** Bands of the spectrum. */
  bands(run: PosteriorRun, options?: BandOptions): Promise<PosteriorBands>;
}

/** Exponential and logarithm of a kernel of one's own. */
export async function elementaryFrom(wasm: WebAssembly.Module): Promise<Elementary> {
  const [{ loadKernel }, { elementaryOf }] = await Promise.all([
    import('../kernel/kernel.ts'),
    import('../analysis/elementaryOf.ts'),
  ]);
  return elementaryOf(await loadKernel(wasm));
}

export function inferenceCalls(runner: InferenceRunner): InferenceCalls {
  const drivers = () => import('./inference.ts');
  return {
    profile: async (...call) => (await drivers()).profileAll(runner, ...call),
    contour: async (...call) => (await drivers()).contour(runner, ...call),
    startSampling: async (report, choice, options = {}) =>
      (await drivers()).startPosteriorRun(runner, report, choice, options.signal),
    sample: async (...call) => (await drivers()).samplePosterior(runner, ...call),
    extend: async (...call) => (await drivers()).extended(...call),
    report: async (run) => (await drivers()).reportOf(runner, run),
    draws: async (...call) => (await drivers()).drawsOf(runner, ...call),
    picture: async (...call) => (await drivers()).pictureOf(runner, ...call),
    bands: async (...call) => (await drivers()).bandsOf(runner, ...call),
  };
}
