/** Weighted linear least squares. */
import {
  backSubstitute,
  type Columns,
  dot,
  householderQr,
  multiply,
  norm,
  type SquareMatrix,
  singularDirections,
  unitVectors,
} from './linearAlgebra.ts';

/** Best values of a linear model, with errors that take the sigmas as absolute. */
export interface LinearFit {
  readonly best: Float64Array;
  readonly errors: number[];
  /** (A^T A)^-1 with the rows of A divided by sigma. */
  readonly covariance: SquareMatrix;
  readonly correlation: SquareMatrix;
  readonly chi2: number;
}

/** Singular values below this part of a column's length mean that columns depend on each other. */
const DEPENDENT = 1e-12;

/** Correlations that belong to a covariance; exactly 1 on the diagonal. */
export function correlationOf(covariance: SquareMatrix): SquareMatrix {
  return covariance.map((row, j) =>
    row.map((value, k) => (j === k ? 1 : value / Math.sqrt(covariance[j]![j]! * covariance[k]![k]!))),
  );
}

/**
 * Minimum of chi2 = sum of ((measured_i - sum_j A_ij p_j) / sigma_i)^2.
 *
 * Equation: Householder QR of the weighted design matrix, whose columns are first scaled to length 1; covariance
 * (R^T R)^-1. Source: Golub & Van Loan, Matrix Computations, 4th ed. (2013), section 5.3.
 *
 * @param designMatrix a row per point, a column per parameter
 * @param sigma standard deviations of `measured`, > 0
 * @throws RangeError for inconsistent lengths, more parameters than points, or columns that depend on each other
 */
export function linearLeastSquares(
  designMatrix: readonly ArrayLike<number>[],
  measured: ArrayLike<number>,
  sigma: ArrayLike<number>,
): LinearFit {
  const columns = weightedColumns(designMatrix, measured, sigma);
  const target = Float64Array.from(measured, (value, i) => value / sigma[i]!);
  const lengths = columns.map((column, j) => {
    const length = norm(column);
    if (!(length > 0 && Number.isFinite(length))) {
      throw new RangeError(`Column ${j + 1} of the design matrix is zero or not finite; leave out its parameter.`);
    }
    return length;
  });
  const triangle = householderQr(
    columns.map((column, j) => column.map((value) => value / lengths[j]!)),
    target,
  );
  refuseDependence(triangle.columns);
  const best = backSubstitute(triangle.columns, triangle.rotated).map((value, j) => value / lengths[j]!);
  const inverse = unitVectors(columns.length).map((unit) => backSubstitute(triangle.columns, unit));
  const covariance = lengths.map((a, j) =>
    lengths.map((b, k) => inverse.reduce((sum, column) => sum + column[j]! * column[k]!, 0) / (a * b)),
  );
  const described = multiply(columns, best);
  const residuals = target.map((value, i) => value - described[i]!);
  return {
    best,
    errors: covariance.map((row, j) => Math.sqrt(row[j]!)),
    covariance,
    correlation: correlationOf(covariance),
    chi2: dot(residuals, residuals),
  };
}

function weightedColumns(
  designMatrix: readonly ArrayLike<number>[],
  measured: ArrayLike<number>,
  sigma: ArrayLike<number>,
): Float64Array[] {
  const points = designMatrix.length;
  const parameters = designMatrix[0]?.length ?? 0;
  if (measured.length !== points || sigma.length !== points) {
    throw new RangeError(
      `The design matrix has ${points} rows, but there are ${measured.length} measured values and ${sigma.length} sigmas.`,
    );
  }
  if (parameters === 0 || parameters > points) {
    throw new RangeError(`A linear fit needs at least one parameter and a point for each: ${parameters}, ${points}.`);
  }
  designMatrix.forEach((row, i) => {
    if (row.length !== parameters) {
      throw new RangeError(`Row ${i + 1} of the design matrix has ${row.length} entries instead of ${parameters}.`);
    }
    if (!(sigma[i]! > 0) || !Number.isFinite(sigma[i]!) || !Number.isFinite(measured[i]!)) {
      throw new RangeError(
        `Point ${i + 1} is ${measured[i]} with the sigma ${sigma[i]}; both must be finite and sigma above 0.`,
      );
    }
  });
  return Array.from({ length: parameters }, (_, j) => Float64Array.from(designMatrix, (row, i) => row[j]! / sigma[i]!));
}

function refuseDependence(triangle: Columns): void {
  const { values, directions } = singularDirections(triangle);
  values.forEach((value, k) => {
    if (value >= DEPENDENT) return;
    const involved = Array.from(directions[k]!, (part, j) => (Math.abs(part) > 1e-6 ? `${j + 1}` : '')).filter(Boolean);
    throw new RangeError(
      `Columns ${involved.join(', ')} of the design matrix depend on each other, so their parameters have no best ` +
        'values; hold one of them fixed.',
    );
  });
}
