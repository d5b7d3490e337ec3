/** Where walkers begin: around the best values. */
import type { Elementary } from '../elementary.ts';
import type { ErrorAnalysis } from '../errors.ts';
import { cholesky } from '../linearAlgebra.ts';
import type { LeastSquaresProblem } from '../problem.ts';
import { Random } from '../random.ts';

/** What is known of the surroundings of the best values. */
export type Surroundings = Pick<ErrorAnalysis, 'indices' | 'covariance'>;

/**
 * Walkers scattered around the best values as the covariance says, inside the bounds.
 *
 * Parameters without an error (at a bound, or unconstrained) are scattered by their typical size. A displacement that
 * leads out of the bounds is turned round and halved until it does not.
 *
 * @param best inside the bounds
 * @param count an even number, two per parameter at least
 * @param seed an integer from 0 to 2^32 - 1
 * @param spread displacements in standard errors
 */
export function initialWalkers(
  problem: Pick<LeastSquaresProblem, 'lower' | 'upper' | 'typicalSize'>,
  best: ArrayLike<number>,
  { indices, covariance }: Surroundings,
  count: number,
  seed: number,
  elementary: Pick<Elementary, 'log'>,
  spread = 1,
): Float64Array[] {
  const random = Random.seeded(seed);
  const factor = cholesky(covariance) ?? [];
  return Array.from({ length: count }, () => {
    const normal = Array.from(best, () => random.normal(elementary));
    return Float64Array.from(best, (value, i) => {
      const place = indices.indexOf(i);
      const row = place < 0 ? undefined : factor[place];
      const step = row
        ? row.reduce((sum, entry, k) => sum + entry * normal[indices[k]!]!, 0)
        : problem.typicalSize[i]! * normal[i]!;
      let displacement = spread * step;
      while (!(value + displacement >= problem.lower[i]! && value + displacement <= problem.upper[i]!)) {
        displacement *= -0.5;
      }
      return value + displacement;
    });
  });
}
