import { prepareData } from '../data/prepare.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { predictSpectrum } from '../predict/spectrum.ts';
import { evaluationPhysics } from './evaluationPhysics.ts';
import type { Physics } from './runTask.ts';

/** What kernel workers compute; the analysis has no clock of its own. */
export const physics: Physics<Kernel> = {
  ...evaluationPhysics,
  prepareData,
  predictSpectrum,
  rankPulsars: async (...call) => (await import('./rankPulsars.ts')).rankPulsars(...call),
  fitSlices: async (kernel, scenario, starts) =>
    (await import('../analysis/fitScenario.ts')).fitSlices(kernel, scenario, {
      now: () => performance.now(),
      ...(starts && { starts }),
    }),
  inferenceSlices: async (...call) => (await import('./inferencePhysics.ts')).inferenceSlices(...call),
};
