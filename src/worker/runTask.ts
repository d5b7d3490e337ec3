/** What a kernel worker does with its tasks, apart from how it talks to the pool. */
import type { Evaluation, FitProgress, FitReport } from '../analysis/analysisTypes.ts';
import type { Starts } from '../analysis/fitSearch.ts';
import type { Scenario } from '../model/scenario.ts';
import type { PredictedSpectrum } from '../predict/spectrumTypes.ts';
import { CancelledError } from './errors.ts';
import type { InferenceResults, InferenceTask } from './inferenceTasks.ts';
import { nextMacrotask } from './nextMacrotask.ts';
import type { EvaluateOptions, RankedPulsars, Task, TaskProgress, TaskResults } from './protocol.ts';

/** Lets the other free parameters follow the held one; the scenario with their values. */
export type FollowFit<Kernel> = (kernel: Kernel, scenario: Scenario, heldPath: string) => Scenario;

/** What an evaluation needs; the kernel itself stays opaque. */
export interface EvaluationPhysics<Kernel> {
  loadKernel(module: WebAssembly.Module): Promise<Kernel>;
  /** Whether everything that a scenario needs is in memory. */
  isPrepared(scenario: Scenario): boolean;
  evaluateScenario(kernel: Kernel, scenario: Scenario, options?: EvaluateOptions): Evaluation;
  /** Fetches what a fit while dragging needs. */
  loadFollow(): Promise<FollowFit<Kernel>>;
}

/** The computations that a worker offers. */
export interface Physics<Kernel> extends EvaluationPhysics<Kernel> {
  /** Brings tables into memory that only some scenarios need. */
  prepareData(scenario: Scenario): Promise<void>;
  predictSpectrum(kernel: Kernel, scenario: Scenario, energies_GeV: Float64Array): PredictedSpectrum;
  /** Brings the catalogue of pulsars into memory by itself. */
  rankPulsars(kernel: Kernel, scenario: Scenario, energy_GeV: number): Promise<RankedPulsars>;
  /** Each step is one slice of a fit. Its code may come with the first call, since a first curve needs none of it. */
  fitSlices(kernel: Kernel, scenario: Scenario, starts?: Starts): MaybePromise<Generator<FitProgress, FitReport>>;
  /** Each step is one slice of a profile, a contour or a chunk of the posterior. */
  inferenceSlices(
    kernel: Kernel,
    task: InferenceTask,
  ): MaybePromise<Generator<TaskProgress | unknown, InferenceResults[InferenceTask['kind']]>>;
}

type MaybePromise<T> = T | Promise<T>;

/** How a running task hears that it was cancelled and says how far it has come. */
export interface TaskContext {
  isCancelled(): boolean;
  onProgress(progress: TaskProgress): void;
}

type TaskResult = TaskResults[Task['kind']];

async function runFit(slices: Generator<FitProgress, FitReport>, context: TaskContext): Promise<FitReport> {
  for (;;) {
    const slice = slices.next();
    if (slice.done) return slice.value;
    context.onProgress(slice.value);
    await nextMacrotask();
    if (context.isCancelled()) {
      slices.return(undefined as never);
      throw new CancelledError('the fit was cancelled.');
    }
  }
}

/** Slices of a chunk can be far shorter than a pause: it comes after this time, ms. */
const PAUSE_EVERY_ms = 8;

async function runInference(
  slices: Generator<TaskProgress | unknown, InferenceResults[InferenceTask['kind']]>,
  context: TaskContext,
): Promise<InferenceResults[InferenceTask['kind']]> {
  let paused = performance.now();
  for (;;) {
    const slice = slices.next();
    if (slice.done) return slice.value;
    if (performance.now() - paused < PAUSE_EVERY_ms) continue;
    if (slice.value) context.onProgress(slice.value as TaskProgress);
    await nextMacrotask();
    paused = performance.now();
    if (context.isCancelled()) {
      slices.return(undefined as never);
      throw new CancelledError();
    }
  }
}

/**
 * Runs one task. Long ones pause between their slices, report their progress and look whether they were cancelled; the
 * others take less than a second and run through.
 *
 * @throws {CancelledError} when a long task was cancelled, and whatever the computation throws
 */
export async function runTask<Kernel>(
  physics: Physics<Kernel>,
  kernel: Kernel,
  task: Task,
  context: TaskContext,
): Promise<TaskResult> {
  await physics.prepareData(task.scenario);
  switch (task.kind) {
    case 'evaluate':
      return physics.evaluateScenario(kernel, task.scenario, task);
    case 'predict':
      return physics.predictSpectrum(kernel, task.scenario, task.energies_GeV);
    case 'rank':
      return await physics.rankPulsars(kernel, task.scenario, task.energy_GeV);
    case 'fit':
      return await runFit(await physics.fitSlices(kernel, task.scenario, task.starts), context);
    case 'follow': {
      const follow = await physics.loadFollow();
      const start = performance.now();
      const evaluation = physics.evaluateScenario(kernel, follow(kernel, task.scenario, task.heldPath), {
        draft: true,
      });
      return { ...evaluation, elapsed_ms: performance.now() - start };
    }
    default:
      return await runInference(await physics.inferenceSlices(kernel, task), context);
  }
}
