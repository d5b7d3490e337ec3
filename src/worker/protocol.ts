/** What the page and a kernel worker say to each other. */
import type { Evaluation, FitProgress, FitReport } from '../analysis/analysisTypes.ts';
import type { Scenario } from '../model/scenario.ts';
import type { PredictedSpectrum } from '../predict/spectrumTypes.ts';

/** A job for one worker. */
export type Task =
  | { readonly kind: 'evaluate'; readonly scenario: Scenario }
  | { readonly kind: 'predict'; readonly scenario: Scenario; readonly energies_GeV: Float64Array }
  | { readonly kind: 'fit'; readonly scenario: Scenario };

/** What each kind of task gives. */
export interface TaskResults {
  evaluate: Evaluation;
  predict: PredictedSpectrum;
  fit: FitReport;
}

/** An outcome that survives structured cloning: errors cross as data. */
export type Outcome<Result> =
  | { readonly ok: true; readonly result: Result }
  | { readonly ok: false; readonly error: { readonly name: string; readonly message: string; readonly path: string } };

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

/** The pool as the page and the library see it. */
export interface Pool {
  /** Number of workers. */
  readonly size: number;
  /** Newest wins: at most one evaluation runs and one waits; the ones in between reject with SupersededError. */
  evaluate(scenario: Scenario): Promise<Evaluation>;
  predict(
    scenario: Scenario,
    energies_GeV: Float64Array,
    options?: { readonly signal?: AbortSignal },
  ): Promise<PredictedSpectrum>;
  fit(
    scenario: Scenario,
    options?: { readonly signal?: AbortSignal; readonly onProgress?: (progress: FitProgress) => void },
  ): Promise<FitReport>;
  /** Ends all workers; whatever is pending rejects. */
  dispose(): void;
}
