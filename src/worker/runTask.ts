/** What a kernel worker does with its tasks, apart from how it talks to the pool. */
import type { Evaluation, FitProgress, FitReport } from '../analysis/analysisTypes.ts';
import type { Scenario } from '../model/scenario.ts';
import type { PredictedSpectrum } from '../predict/spectrumTypes.ts';
import { CancelledError } from './errors.ts';
import { nextMacrotask } from './nextMacrotask.ts';
import type { Task, TaskResults } from './protocol.ts';

/** The computations that a worker offers; the kernel itself stays opaque to it. */
export interface Physics<Kernel> {
  loadKernel(module: WebAssembly.Module): Promise<Kernel>;
  evaluateScenario(kernel: Kernel, scenario: Scenario): Evaluation;
  predictSpectrum(kernel: Kernel, scenario: Scenario, energies_GeV: Float64Array): PredictedSpectrum;
  /** Each step is one slice of a fit. */
  fitSlices(kernel: Kernel, scenario: Scenario): Generator<FitProgress, FitReport>;
}

/** How a running task hears that it was cancelled and says how far it has come. */
export interface TaskContext {
  isCancelled(): boolean;
  onProgress(progress: FitProgress): void;
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

/**
 * Runs one task. A fit pauses after every slice, reports its progress and looks whether it was cancelled; the other
 * tasks take milliseconds and run through.
 *
 * @throws {CancelledError} when a fit was cancelled, and whatever the computation throws
 */
export async function runTask<Kernel>(
  physics: Physics<Kernel>,
  kernel: Kernel,
  task: Task,
  context: TaskContext,
): Promise<TaskResult> {
  switch (task.kind) {
    case 'evaluate':
      return physics.evaluateScenario(kernel, task.scenario);
    case 'predict':
      return physics.predictSpectrum(kernel, task.scenario, task.energies_GeV);
    case 'fit':
      return await runFit(physics.fitSlices(kernel, task.scenario), context);
  }
}
