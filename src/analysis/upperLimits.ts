/** How much an upper limit weighs in a fit: by its own error, or by the confidence level at which it was set. */
import type { Dataset } from '../data/datasetTypes.ts';
import type { Kernel } from '../kernel/kernel.ts';

/** A one-sided Gaussian: nothing below `measured`, (measured - model) / error beyond. */
export interface LimitWeight {
  readonly measured: number;
  readonly error: number;
}

/** Halvings of [0, 40], after which neighbouring numbers of double precision are left. */
const HALVINGS = 60;
const deviates = new WeakMap<Kernel, Map<number, number>>();

/** The deviate z of a Gaussian that is exceeded with probability 1 - confidence; 1.645 for 0.95, 0 up to one half. */
export function deviateOf(kernel: Kernel, confidence: number): number {
  const known = deviates.get(kernel) ?? new Map<number, number>();
  deviates.set(kernel, known);
  const kept = known.get(confidence);
  if (kept !== undefined) return kept;
  let [low, high] = [0, 40];
  for (let k = 0; k < HALVINGS; k++) {
    const z = 0.5 * (low + high);
    // Both tails beyond z are the probability of a larger chi-squared z^2 with one degree of freedom.
    if (0.5 * kernel.chiSquaredSurvival(z * z, 1) > 1 - confidence) low = z;
    else high = z;
  }
  known.set(confidence, high);
  return high;
}

/**
 * The weight of an upper limit U: with an error of its own a limit at U, which pulls once it is crossed; with a confidence
 * level the measurement 0 + U / z, of which U is the limit at that level. Null where a table gives neither: such a limit is
 * shown, and counts in no fit.
 *
 * @param errorAbove its error towards larger values, 0 where the table has none
 */
export function limitWeight(
  kernel: Kernel,
  { flux, limitConfidence }: Pick<Dataset, 'flux' | 'limitConfidence'>,
  point: number,
  errorAbove: number,
): LimitWeight | null {
  const limit = flux[point] as number;
  if (errorAbove > 0) return { measured: limit, error: errorAbove };
  const deviate = limitConfidence === null ? 0 : deviateOf(kernel, limitConfidence);
  return deviate > 0 ? { measured: 0, error: limit / deviate } : null;
}
