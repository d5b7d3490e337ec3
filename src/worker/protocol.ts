/** What the page and a kernel worker say to each other. */
import type { Evaluation, FitProgress, FitReport } from '../analysis/analysisTypes.ts';
import type { PulsarRanking } from '../analysis/catalogue.ts';
import type { Starts } from '../analysis/fitSearch.ts';
import type { SaidInputError } from '../model/inputSentences.ts';
import type { Scenario } from '../model/scenario.ts';
import type { DipoleAnisotropy } from '../predict/dipole.ts';
import type { PredictedSpectrum } from '../predict/spectrumTypes.ts';
import type { InferenceCalls } from './inferenceCalls.ts';
import type { InferenceProgress, InferenceResults, InferenceTask } from './inferenceTasks.ts';

/** A job for one worker. */
export type Task =
  | { readonly kind: 'evaluate'; readonly scenario: Scenario; readonly draft: boolean }
  | { readonly kind: 'predict'; readonly scenario: Scenario; readonly energies_GeV: Float64Array }
  | { readonly kind: 'rank'; readonly scenario: Scenario; readonly energy_GeV: number }
  /** An evaluation after the other free parameters followed the held one. */
  | { readonly kind: 'follow'; readonly scenario: Scenario; readonly heldPath: string }
  | { readonly kind: 'fit'; readonly scenario: Scenario; readonly starts?: Starts }
  | InferenceTask;

/** The pulsars of a scenario by their flux at one energy, and the dipole that they make there. */
export interface RankedPulsars {
  readonly ranking: PulsarRanking;
  /** Null for the finite-volume solver, which gives none. */
  readonly dipole: DipoleAnisotropy | null;
}

/** What each kind of task gives. */
export interface TaskResults extends InferenceResults {
  evaluate: Evaluation;
  follow: Evaluation;
  predict: PredictedSpectrum;
  rank: RankedPulsars;
  fit: FitReport;
}

/** An outcome that survives structured cloning: errors cross as data. */
export type Outcome<Result> =
  | { readonly ok: true; readonly result: Result }
  | {
      readonly ok: false;
      readonly error: {
        readonly name: string;
        readonly message: string;
        readonly path: string;
        readonly said?: SaidInputError | null;
      };
    };

/** What a kernel worker exposes through comlink. */
export interface KernelWorker {
  /** Must be called once, before any task. */
  initialise(wasm: WebAssembly.Module | ArrayBuffer): Promise<void>;
  /** Runs one task; long ones pause between slices, so that `cancel` can reach them, and post progress to the port. */
  run<T extends Task>(job: number, task: T, progress?: MessagePort): Promise<Outcome<TaskResults[T['kind']]>>;
  /** Makes the job stop at the end of its present slice with an error named "AbortError". */
  cancel(job: number): void;
}

export type { FitProgress };

/** What a long task may tell while it runs. */
export type TaskProgress = FitProgress | InferenceProgress;

export interface EvaluateOptions {
  /** For a curve that follows a hand: without numerical errors, catalogues interpolated. */
  readonly draft?: boolean;
}

/** The pool as the page and the library see it. */
export interface Pool {
  /** Number of workers. */
  readonly size: number;
  /** Newest wins: at most one evaluation runs and one waits; the ones in between reject with SupersededError. */
  evaluate(scenario: Scenario, options?: EvaluateOptions): Promise<Evaluation>;
  predict(
    scenario: Scenario,
    energies_GeV: Float64Array,
    options?: { readonly signal?: AbortSignal },
  ): Promise<PredictedSpectrum>;
  /** Every pulsar that a scenario counts, by its flux at a kinetic energy at the Earth. */
  rank(scenario: Scenario, energy_GeV: number, options?: { readonly signal?: AbortSignal }): Promise<RankedPulsars>;
  /**
   * Re-optimises the other free parameters while one is held, from their present values, and evaluates there; the
   * scenario of the answer has them. Newest wins, together with `evaluate`.
   */
  follow(scenario: Scenario, heldPath: string): Promise<Evaluation>;
  fit(
    scenario: Scenario,
    options?: {
      readonly signal?: AbortSignal;
      readonly onProgress?: (progress: FitProgress) => void;
      /** Searches from many starts; from the scenario's own values alone unless stated. */
      readonly starts?: Starts;
    },
  ): Promise<FitReport>;
  /** Profiles, contours, posterior. */
  readonly inference: InferenceCalls;
  /** Ends all workers; whatever is pending rejects. */
  dispose(): void;
}
