/** Standard errors and correlations of the best values, from the second derivatives of chi2. */
import { curvature } from './curvature.ts';
import { type Frame, whiteningFrame } from './frame.ts';
import { differenceSteps, forwardDifferences, frameDifferences } from './jacobian.ts';
import type { Minimum } from './leastSquares.ts';
import { cholesky, dot, forwardSubstitute, gram, type SquareMatrix } from './linearAlgebra.ts';
import { correlationOf } from './linearFit.ts';
import { Evaluator, type LeastSquaresProblem, type Point } from './problem.ts';

/** What the surroundings of a minimum say of the accuracy of the best values. */
export interface ErrorAnalysis {
  /** Parameters that have errors, in ascending order: not held at a bound, and constrained. */
  readonly indices: number[];
  /** 2 H^-1 with H the second derivatives of chi2; rows and columns as in `indices`. */
  readonly covariance: SquareMatrix;
  readonly correlation: SquareMatrix;
  /** Square roots of the diagonal of `covariance`, one per parameter; null for those not in `indices`. */
  readonly errors: (number | null)[];
  /** The same from (J^T J)^-1, which neglects the second derivatives of the residuals. */
  readonly gaussNewtonErrors: (number | null)[];
  /** Whether chi2 is convex at the best values; without that there are no errors and `indices` is empty. */
  readonly positiveDefinite: boolean;
  /** Parameters that can change, alone or together with others, while no residual changes. */
  readonly unconstrained: number[];
  readonly evaluations: number;
}

/** First derivatives of second order at a point, along a first, coarse frame; null where none can be taken. */
export function derivativesAt(evaluator: Evaluator, point: Point, indices: readonly number[]): Float64Array[] | null {
  const { typicalSize } = evaluator.problem;
  const steps = differenceSteps(typicalSize, point.parameters, null);
  const forward = forwardDifferences(evaluator, point, steps, indices);
  return forward && frameDifferences(evaluator, point, whiteningFrame(forward, indices, typicalSize, 'keep'));
}

/** Half the second derivatives of chi2 in a frame. */
function halfHessian(jacobian: readonly Float64Array[], bending: SquareMatrix): SquareMatrix {
  return jacobian.map((a, j) => jacobian.map((b, k) => dot(a, b) + bending[j]![k]!));
}

/**
 * Second derivatives of chi2 with respect to the parameters of `indices` (all unless stated), by rows.
 *
 * Central differences over 0.08 and 0.04 standard errors, extrapolated to zero (Richardson), taken in uncorrelated
 * combinations of the parameters; one-sided differences beside a bound. Relative error of the matrix about 1e-6, and no
 * larger for its inverse, for residuals that are smooth over a standard error.
 *
 * Source: Nocedal & Wright, Numerical Optimization, 2nd ed. (2006), section 8.1.
 *
 * @throws RangeError where the residuals around the point are not finite.
 */
export function hessian(
  problem: LeastSquaresProblem,
  best: Float64Array,
  indices: readonly number[] = Array.from(best, (_, i) => i),
): SquareMatrix {
  const evaluator = new Evaluator(problem);
  const point = evaluator.at(best);
  const columns = point && derivativesAt(evaluator, point, indices);
  const frame = columns && whiteningFrame(columns, indices, problem.typicalSize, 'keep');
  const derivatives = frame && curvature(evaluator, point!, frame);
  if (!frame || !derivatives) {
    throw new RangeError('Second derivatives need finite residuals around the best values; move the bounds inwards.');
  }
  const inner = halfHessian(derivatives.jacobian, derivatives.bending);
  return indices.map((_, a) =>
    indices.map((__, b) => {
      let sum = 0;
      frame.inverse.forEach((row, j) => {
        frame.inverse.forEach((column, k) => {
          sum += row[a]! * inner[j]![k]! * column[b]!;
        });
      });
      return 2 * sum;
    }),
  );
}

/** Covariance of some parameters from half the Hessian in a frame; null where that is not positive definite. */
function covarianceInFrame(inner: SquareMatrix, frame: Frame, indices: readonly number[]): SquareMatrix | null {
  const lower = cholesky(inner);
  if (lower === null) return null;
  return gram(
    indices.map((i) =>
      forwardSubstitute(
        lower,
        frame.directions.map((direction) => direction[i]!),
      ),
    ),
  );
}

/** An analysis without errors: not possible, or not convex. */
export function noErrors(count: number, unconstrained: number[], evaluations: number): ErrorAnalysis {
  return {
    indices: [],
    covariance: [],
    correlation: [],
    errors: new Array<null>(count).fill(null),
    gaussNewtonErrors: new Array<null>(count).fill(null),
    positiveDefinite: false,
    unconstrained,
    evaluations,
  };
}

/**
 * Errors of the parameters of a frame from what is known there of the residuals.
 *
 * @param jacobian d residual / d coordinate, a column per direction
 * @param bending sum of r d2r in the coordinates of the frame
 */
export function errorsInFrame(
  frame: Frame,
  jacobian: readonly Float64Array[],
  bending: SquareMatrix,
  evaluations: number,
  count: number,
): ErrorAnalysis {
  const unconstrained = frame.indices.filter((_, k) => frame.unconstrained[k]);
  const indices = frame.indices.filter((_, k) => !frame.unconstrained[k]);
  const spread = (values: SquareMatrix | null) => {
    const errors: (number | null)[] = new Array<null>(count).fill(null);
    indices.forEach((i, k) => {
      errors[i] = values === null ? null : Math.sqrt(values[k]![k]!);
    });
    return errors;
  };
  const gaussNewtonErrors = spread(covarianceInFrame(gram(jacobian), frame, indices));
  const covariance = covarianceInFrame(halfHessian(jacobian, bending), frame, indices);
  if (covariance === null) return { ...noErrors(count, unconstrained, evaluations), gaussNewtonErrors };
  return {
    indices,
    covariance,
    correlation: correlationOf(covariance),
    errors: spread(covariance),
    gaussNewtonErrors,
    positiveDefinite: true,
    unconstrained,
    evaluations,
  };
}

/**
 * Covariance, correlation and standard errors of the parameters that a minimum does not hold at a bound.
 *
 * Equation: covariance = 2 H^-1, H_ij = d2 chi2 / dp_i dp_j (chi2 rises by 1 at one standard error). Parameters at a
 * bound are held there. Where combinations of parameters do not change the residuals, H is inverted in the other
 * combinations, and the parameters that take part have no error. Source: James & Roos, Computer Physics Communications
 * 10 (1975) 343, section 7.
 */
export function errorAnalysis(problem: LeastSquaresProblem, minimum: Minimum): ErrorAnalysis {
  const evaluator = new Evaluator(problem);
  const count = minimum.best.length;
  const free = minimum.atBound.flatMap((bound, i) => (bound === null ? [i] : []));
  const point = evaluator.at(minimum.best);
  const { jacobian } = minimum;
  const columns = point && (jacobian ? free.map((i) => jacobian[i]!) : derivativesAt(evaluator, point, free));
  if (point === null || columns === null) return noErrors(count, [], evaluator.count);
  const frame = whiteningFrame(columns, free, problem.typicalSize, 'leave out');
  const derivatives = curvature(evaluator, point, frame);
  if (derivatives === null) {
    const unconstrained = free.filter((_, k) => frame.unconstrained[k]);
    return noErrors(count, unconstrained, evaluator.count);
  }
  return errorsInFrame(frame, derivatives.jacobian, derivatives.bending, evaluator.count, count);
}
