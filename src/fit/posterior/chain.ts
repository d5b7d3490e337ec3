/** What walkers went through, step by step. */
import type { EnsembleState } from './ensemble.ts';

/** Positions and posterior after every step; plain numbers, so that JSON keeps them to the last bit. */
export interface Chain {
  /** [step][walker][parameter]. */
  readonly positions: (readonly (readonly number[])[])[];
  /** [step][walker], natural logarithm up to a constant. */
  readonly logProbabilities: (readonly number[])[];
}

export function emptyChain(): Chain {
  return { positions: [], logProbabilities: [] };
}

/** Appends the state after a whole step; steps of a run that went on from an earlier state are dropped. */
export function record(chain: Chain, state: EnsembleState): void {
  chain.positions.length = state.step - 1;
  chain.logProbabilities.length = state.step - 1;
  chain.positions.push(state.walkers);
  chain.logProbabilities.push(state.logProbabilities);
}

/** One parameter of all walkers: the values of one step after those of the step before, from a step on. */
export function valuesOf(chain: Chain, parameter: number, fromStep: number): Float64Array {
  const steps = chain.positions.length - fromStep;
  const walkers = chain.positions[0]?.length ?? 0;
  const values = new Float64Array(Math.max(0, steps) * walkers);
  for (let step = 0; step < steps; step++) {
    const ensemble = chain.positions[fromStep + step]!;
    for (let k = 0; k < walkers; k++) values[step * walkers + k] = ensemble[k]![parameter]!;
  }
  return values;
}
