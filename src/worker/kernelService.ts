/** The object that a kernel worker exposes. */
import { transfer } from 'comlink';
import { errorToData } from './errors.ts';
import { isLong } from './lanes.ts';
import type { KernelWorker, Outcome, Task, TaskProgress, TaskResults } from './protocol.ts';
import { type Physics, runTask } from './runTask.ts';
import { transferableBuffers } from './transferables.ts';

/** What a worker posts to its progress port. */
export interface ProgressMessage {
  readonly job: number;
  readonly progress: TaskProgress;
}

/** Long tasks have a kernel of their own, so that evaluations between their slices leave their tables alone. */
type Use = 'long' | 'quick';

const isTrap = (error: unknown) =>
  error instanceof WebAssembly.RuntimeError || (error instanceof Error && error.name === 'KernelTrap');

/**
 * Makes the service of one worker.
 *
 * After a trap the memory of a kernel cannot be trusted: the instance is dropped and the next task makes a new one
 * from the compiled module.
 */
export function createKernelService<Kernel>(physics: Physics<Kernel>): KernelWorker {
  let module: WebAssembly.Module | undefined;
  let progressPort: MessagePort | undefined;
  const kernels = new Map<Use, Promise<Kernel>>();
  const cancelled = new Map<number, boolean>();

  function kernelFor(use: Use): Promise<Kernel> {
    const present = kernels.get(use);
    if (present) return present;
    if (!module) throw new Error('the kernel worker was given a task before its kernel.');
    const loading = physics.loadKernel(module);
    kernels.set(use, loading);
    return loading;
  }

  async function compute(job: number, task: Task): Promise<TaskResults[Task['kind']]> {
    const use: Use = isLong(task) ? 'long' : 'quick';
    try {
      return await runTask(physics, await kernelFor(use), task, {
        isCancelled: () => cancelled.get(job) ?? false,
        onProgress: (progress) => progressPort?.postMessage({ job, progress } satisfies ProgressMessage),
      });
    } catch (error) {
      if (isTrap(error)) kernels.delete(use);
      throw error;
    }
  }

  return {
    async initialise(wasm) {
      module = wasm instanceof WebAssembly.Module ? wasm : await WebAssembly.compile(wasm);
      await kernelFor('quick');
    },

    async run<T extends Task>(job: number, task: T, progress?: MessagePort) {
      progressPort ??= progress;
      cancelled.set(job, false);
      try {
        const result = (await compute(job, task)) as TaskResults[T['kind']];
        const outcome: Outcome<TaskResults[T['kind']]> = { ok: true, result };
        return transfer(outcome, transferableBuffers(task.kind, result));
      } catch (error) {
        return { ok: false, error: errorToData(error) };
      } finally {
        cancelled.delete(job);
      }
    },

    cancel(job) {
      if (cancelled.has(job)) cancelled.set(job, true);
    },
  };
}
