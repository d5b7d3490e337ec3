/** Errors that neighbouring points share: their covariance, and residuals that are independent again. */
import type { Elementary } from '../elementary.ts';
import { cholesky, forwardSubstitute, type SquareMatrix } from '../linearAlgebra.ts';

/**
 * Covariance of points whose systematic errors are correlated over a length in energy, by rows.
 *
 * Equation: Cov_ij = stat_i^2 delta_ij + sum_a syst_ai syst_aj exp(-(log10(E_i / E_j))^2 / (2 l_a^2)). A length of 0
 * means independent points, Infinity a common shift.
 *
 * @param stat statistical standard errors
 * @param components systematic errors by component a, each with a value per point
 * @param logEnergies log10 of the energies
 * @param correlationLengths_dex l_a, one per component, in decades
 * @throws RangeError for inconsistent lengths, or a length that is negative or not a number
 */
export function covarianceOf(
  stat: ArrayLike<number>,
  components: readonly ArrayLike<number>[],
  logEnergies: ArrayLike<number>,
  correlationLengths_dex: ArrayLike<number>,
  { exp }: Pick<Elementary, 'exp'>,
): SquareMatrix {
  const points = stat.length;
  if (correlationLengths_dex.length !== components.length) {
    throw new RangeError(
      `There are ${components.length} systematic errors, but ${correlationLengths_dex.length} correlation lengths.`,
    );
  }
  [logEnergies, ...components].forEach((column) => {
    if (column.length !== points) throw new RangeError(`There are ${points} points, but ${column.length} values.`);
  });
  const lengths = Array.from(correlationLengths_dex);
  lengths.forEach((length) => {
    if (!(length >= 0)) throw new RangeError(`A correlation length is ${length} decades; it must be 0 or more.`);
  });
  // Components of one length share their exponentials.
  const kinds = [...new Set(lengths)];
  const correlation = (length: number, i: number, j: number) => {
    if (i === j) return 1;
    const distance = logEnergies[i]! - logEnergies[j]!;
    return length === 0 ? 0 : exp(-(distance * distance) / (2 * length * length));
  };
  const covariance: SquareMatrix = Array.from(stat, () => new Array<number>(points).fill(0));
  for (let i = 0; i < points; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = i === j ? stat[i]! * stat[i]! : 0;
      for (const length of kinds) {
        let product = 0;
        components.forEach((component, a) => {
          if (lengths[a] === length) product += component[i]! * component[j]!;
        });
        sum += product === 0 ? 0 : product * correlation(length, i, j);
      }
      covariance[i]![j] = sum;
      covariance[j]![i] = sum;
    }
  }
  return covariance;
}

/** Turns differences between data and model into residuals with unit covariance: r -> L^-1 r, where Cov = L L^T. */
export type Whitening = (differences: ArrayLike<number>) => Float64Array;

/**
 * The whitening of a covariance: |L^-1 r|^2 = r^T Cov^-1 r. It is linear, so that columns of a separable fit take it
 * too.
 *
 * Source: Cholesky factor, Golub & Van Loan, Matrix Computations, 4th ed. (2013), section 4.2.
 *
 * @throws RangeError where the covariance is not positive definite
 */
export function whitening(covariance: SquareMatrix): Whitening {
  // In units of the standard errors: fluxes fall over ten decades, and their squares over twenty.
  const errors = covariance.map((row, i) => Math.sqrt(row[i]!));
  const correlation = covariance.map((row, i) => row.map((value, j) => value / (errors[i]! * errors[j]!)));
  const lower = cholesky(correlation);
  if (lower === null) {
    throw new RangeError(
      'The covariance of the points is not positive definite; every point needs an error of its own, as a statistical one.',
    );
  }
  return (differences) => {
    if (differences.length !== errors.length) {
      throw new RangeError(`The covariance is that of ${errors.length} points, not of ${differences.length}.`);
    }
    return forwardSubstitute(
      lower,
      Float64Array.from(differences, (value, i) => value / errors[i]!),
    );
  };
}
