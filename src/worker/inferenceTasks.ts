/** The jobs that profiles, contours and the posterior are cut into. */
import type { FitReport } from '../analysis/analysisTypes.ts';
import type { ContourStart } from '../analysis/contours.ts';
import type {
  ParameterProfile,
  PosteriorDraws,
  PosteriorReport,
  PosteriorRun,
  ProfileStep,
} from '../analysis/inferenceTypes.ts';
import type { SamplingChoice } from '../analysis/posterior.ts';
import type { DrawnSpectra } from '../analysis/posteriorResults.ts';
import type { ConditionalMinimum } from '../fit/conditional.ts';
import type { ContourTask } from '../fit/contour/ridge.ts';
import type { ConvergenceCheck } from '../fit/posterior/convergence.ts';
import type { Scenario } from '../model/scenario.ts';
import type { FlatChain, FlatRun } from './flatRun.ts';

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
  | { readonly kind: 'spectra'; readonly scenario: Scenario; readonly draws: readonly Float64Array[] }
  /** A look at a chain; `last` is the look before. */
  | {
      readonly kind: 'convergence';
      readonly scenario: Scenario;
      readonly chain: FlatChain;
      readonly last: ConvergenceCheck | undefined;
    }
  | { readonly kind: 'posteriorReport'; readonly scenario: Scenario; readonly flat: FlatRun }
  | { readonly kind: 'posteriorDraws'; readonly scenario: Scenario; readonly flat: FlatRun; readonly fromStep: number }
  /** Report, and draws after the burn-in, at most so many. */
  | { readonly kind: 'posteriorPicture'; readonly scenario: Scenario; readonly flat: FlatRun; readonly most: number }
  /** Draws spread evenly over a run after its burn-in. */
  | { readonly kind: 'bandDraws'; readonly scenario: Scenario; readonly flat: FlatRun; readonly count: number };

/** What a picture of the posterior is drawn from. */
export interface PosteriorPicture {
  readonly report: PosteriorReport;
  /** Evenly chosen where there are more. */
  readonly draws: PosteriorDraws;
}

/** What each of them gives. */
export interface InferenceResults {
  profile: ParameterProfile;
  contourStart: ContourStart;
  contourPlaces: readonly (ConditionalMinimum | null)[];
  posteriorStart: PosteriorRun;
  /** ln of the posterior in coordinates, one per point. */
  logProbabilities: Float64Array;
  spectra: DrawnSpectra;
  convergence: ConvergenceCheck;
  posteriorReport: PosteriorReport;
  posteriorDraws: PosteriorDraws;
  posteriorPicture: PosteriorPicture;
  bandDraws: readonly Float64Array[];
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
  convergence: true,
  posteriorReport: true,
  posteriorDraws: true,
  posteriorPicture: true,
  bandDraws: true,
};

export function isInferenceTask(task: { readonly kind: string }): task is InferenceTask {
  return Object.hasOwn(KINDS, task.kind);
}
