import { evaluateScenario } from '../analysis/evaluate.ts';
import { isPrepared } from '../data/prepare.ts';
import { type Kernel, loadKernel } from '../kernel/kernel.ts';
import type { EvaluationPhysics } from './runTask.ts';

/** Evaluations, without the fits and all else that only workers do: the page carries no more than this. */
export const evaluationPhysics: EvaluationPhysics<Kernel> = {
  loadKernel,
  isPrepared,
  evaluateScenario: (kernel, scenario, options) =>
    evaluateScenario(kernel, scenario, { ...options, now: () => performance.now() }),
  loadFollow: async () => (await import('../analysis/followFit.ts')).followFit,
};
