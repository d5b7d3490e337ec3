import { evaluateScenario } from '../analysis/evaluate.ts';
import { fitSlices } from '../analysis/fitScenario.ts';
import { type Kernel, loadKernel } from '../kernel/kernel.ts';
import { predictSpectrum } from '../predict/spectrum.ts';
import type { Physics } from './runTask.ts';

const clock = () => performance.now();

/** What kernel workers compute; the analysis has no clock of its own. */
export const physics: Physics<Kernel> = {
  loadKernel,
  evaluateScenario: (kernel, scenario) => evaluateScenario(kernel, scenario, clock),
  predictSpectrum,
  fitSlices: (kernel, scenario) => fitSlices(kernel, scenario, { now: clock }),
};
