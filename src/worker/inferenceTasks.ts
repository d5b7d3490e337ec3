/** The jobs that profiles, contours and the posterior are cut into. */
import type { FitReport } from '../analysis/analysisTypes.ts';
import type { ContourStart } from '../analysis/contours.ts';
import type { ParameterProfile, PosteriorRun, ProfileStep } from '../analysis/inferenceTypes.ts';
import type { SamplingChoice } from '../analysis/posterior.ts';
import type { DrawnSpectra } from '../analysis/posteriorResults.ts';
import type { ConditionalMinimum } from '../fit/conditional.ts';
import type { ContourTask } from '../fit/contour/ridge.ts';
import type { Scenario } from '../model/scenario.ts';

export type InferenceTask =
  | { readonly kind: 'profile'; readonly scenario: Scenario; readonly path: string }
  | { readonly kind: 'contourStart'; readonly scenario: Scenario; readonly paths: readonly [string, string] }
  | {
      readonly kind: 'contourPlaces';
      readonly scenario: Scenario;
      readonly paths: readonly [string, string];
      readonly tasks: readonly ContourTask[];
    }
  | {
      readonly kind: 'posteriorStart';
      readonly scenario: Scenario;
      readonly report: FitReport;
      readonly choice: SamplingChoice;
    }
  | { readonly kind: 'logProbabilities'; readonly scenario: Scenario; readonly points: readonly Float64Array[] }
  | { readonly kind: 'spectra'; readonly scenario: Scenario; readonly draws: readonly Float64Array[] };

/** What each of them gives. */
export interface InferenceResults {
  profile: ParameterProfile;
  contourStart: ContourStart;
  contourPlaces: readonly (ConditionalMinimum | null)[];
  posteriorStart: PosteriorRun;
  /** ln of the posterior in coordinates, one per point. */
  logProbabilities: Float64Array;
  spectra: DrawnSpectra;
}

/** What a slice may tell. */
export type InferenceProgress = ProfileStep;

const KINDS: Readonly<Record<InferenceTask['kind'], true>> = {
  profile: true,
  contourStart: true,
  contourPlaces: true,
  posteriorStart: true,
  logProbabilities: true,
  spectra: true,
};

export function isInferenceTask(task: { readonly kind: string }): task is InferenceTask {
  return Object.hasOwn(KINDS, task.kind);
}
