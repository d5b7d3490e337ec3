/** Jobs of profiles, contours and posteriors, done by the program itself. */
import { elementaryOf } from '../analysis/elementaryOf.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { InferenceRunner, RunOptions } from './inference.ts';
import type { InferenceResults, InferenceTask } from './inferenceTasks.ts';
import { nextMacrotask } from './nextMacrotask.ts';
import { physics } from './physics.ts';
import { runTask } from './runTask.ts';

/** Time after which the process looks for what waits, an interrupt for instance, ms. */
const BREATHE_EVERY_ms = 50;

export function localRunner(kernel: Kernel): InferenceRunner {
  let breathed = performance.now();
  return {
    size: 1,
    async run<T extends InferenceTask>(task: T, { signal, onProgress }: RunOptions) {
      const result = await runTask(physics, kernel, task, {
        isCancelled: () => signal?.aborted ?? false,
        onProgress: (progress) => {
          if ('minimisations' in progress) onProgress?.(progress);
        },
      });
      if (performance.now() - breathed > BREATHE_EVERY_ms) {
        await nextMacrotask();
        breathed = performance.now();
      }
      return result as InferenceResults[T['kind']];
    },
    elementary: async () => elementaryOf(kernel),
  };
}
