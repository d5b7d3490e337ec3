/** Residuals of data sets: chi2 is the sum of their squares. */
import type { SquareMatrix } from '../linearAlgebra.ts';
import { whitening } from './correlatedErrors.ts';

/** Residuals of one data set as a function of the model at its points; always as many. */
export type DatasetResiduals = (model: Float64Array) => Float64Array;

/** Points with independent errors, which may differ above and below, and upper limits among them. */
export interface IndependentPoints {
  readonly measured: ArrayLike<number>;
  /** Standard error towards smaller values, > 0; without effect for upper limits. */
  readonly errorBelow: ArrayLike<number>;
  /** Standard error towards larger values, > 0. */
  readonly errorAbove: ArrayLike<number>;
  /** Which points are upper limits; none unless stated. */
  readonly isUpperLimit?: readonly boolean[];
}

/**
 * Residuals of independent points.
 *
 * Equation: r = (measured - model) / error, the error being that of the side on which the model lies; chi2 and its
 * slope are continuous where the model crosses the point. An upper limit is a one-sided Gaussian: r = 0 while the model
 * is below `measured`, (measured - model) / errorAbove beyond. So a limit U at 95 % of an experiment that saw nothing
 * is measured 0 with errorAbove U / 1.645, and one that shall not pull before it is crossed is measured U with an error
 * of choice.
 *
 * @throws RangeError for inconsistent lengths, values that are not finite, or errors that are not positive
 */
export function independentResiduals(points: IndependentPoints): DatasetResiduals {
  const measured = Float64Array.from(points.measured);
  const below = Float64Array.from(points.errorBelow);
  const above = Float64Array.from(points.errorAbove);
  const limits = points.isUpperLimit ?? [];
  for (const vector of [below, above, ...(limits.length > 0 ? [limits] : [])]) {
    if (vector.length !== measured.length) {
      throw new RangeError(`There are ${measured.length} points, but ${vector.length} values for them.`);
    }
  }
  measured.forEach((value, i) => {
    const errors = limits[i] ? [above[i]!] : [below[i]!, above[i]!];
    if (!Number.isFinite(value) || errors.some((error) => !(error > 0 && Number.isFinite(error)))) {
      throw new RangeError(
        `Point ${i + 1} is ${value} with the errors ${below[i]} and ${above[i]}; all must be finite and errors above 0.`,
      );
    }
  });
  return (model) => {
    checkCount(model, measured.length);
    return measured.map((value, i) => {
      const difference = value - model[i]!;
      if (difference < 0) return difference / above[i]!;
      return limits[i] ? 0 : difference / below[i]!;
    });
  };
}

/**
 * Residuals of points with correlated errors: L^-1 (measured - model) with covariance = L L^T.
 *
 * @throws RangeError where the covariance is not positive definite
 */
export function correlatedResiduals(measured: ArrayLike<number>, covariance: SquareMatrix): DatasetResiduals {
  const values = Float64Array.from(measured);
  const whiten = whitening(covariance);
  return (model) => {
    checkCount(model, values.length);
    return whiten(values.map((value, i) => value - model[i]!));
  };
}

/** Vectors one after the other, as the residuals of several data sets. */
export function concatenated(vectors: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(vectors.reduce((sum, vector) => sum + vector.length, 0));
  let at = 0;
  for (const vector of vectors) {
    all.set(vector, at);
    at += vector.length;
  }
  return all;
}

function checkCount(model: Float64Array, points: number): void {
  if (model.length !== points) throw new RangeError(`The model has ${model.length} values for ${points} points.`);
}
