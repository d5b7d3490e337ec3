/** Second derivatives of the residuals: what a search learns of them, and the frame and the model that contain them. */
import type { LinearModel } from './boxedStep.ts';
import type { Frame } from './frame.ts';
import {
  type Columns,
  dot,
  multiply,
  norm,
  type SquareMatrix,
  symmetricEigensystem,
  zeroMatrix,
} from './linearAlgebra.ts';
import type { Point } from './problem.ts';

/** A point and the first derivatives of the residuals there, a column for every parameter. */
export interface Linearisation {
  readonly point: Point;
  readonly columns: Columns;
}

/** Sum of r d2r, by which half the second derivatives of chi2 differ from J^T J, in the coordinates of a frame. */
export interface Bending {
  readonly frame: Frame;
  readonly matrix: SquareMatrix;
}

/** Steps shorter than this, in standard errors, say less of the second derivatives than of rounding. */
const LEAST_LESSON = 1e-5;
/** Floor under the curvature of the model, where J^T J is unity. */
const LEAST_CURVATURE = 1e-6;

/** Whether two frames move the same parameters. */
export function sameParameters(a: Frame, b: Frame): boolean {
  return a.indices.join() === b.indices.join();
}

/** Coordinates of a displacement of all parameters. */
function coordinates(frame: Frame, displacement: Float64Array): number[] {
  return frame.inverse.map((row) => frame.indices.reduce((sum, i, k) => sum + row[k]! * displacement[i]!, 0));
}

/** J^T r in the coordinates of a frame. */
function slopes(frame: Frame, columns: Columns, residuals: Float64Array): number[] {
  const gradient = columns.map((column) => dot(column, residuals));
  return frame.directions.map((direction) => dot(direction, gradient));
}

/**
 * Second derivatives as the change of J over the last step shows them; what was known of other directions stays.
 *
 * Equation: the symmetric matrix S closest to the known one with S step = (J - J_before)^T r. Source: Dennis, Gay &
 * Welsch, An adaptive nonlinear least-squares algorithm, ACM Transactions on Mathematical Software 7 (1981) 348,
 * section 3.
 */
export function learnBending(
  known: Bending | null,
  present: Frame,
  before: Linearisation,
  here: Linearisation,
): Bending | null {
  if (known !== null && !sameParameters(known.frame, present)) return null;
  const frame = known?.frame ?? present;
  const matrix = known?.matrix ?? zeroMatrix(frame.directions.length);
  const step = coordinates(
    frame,
    here.point.parameters.map((value, i) => value - before.point.parameters[i]!),
  );
  const slope = slopes(frame, here.columns, here.point.residuals);
  const slopeBefore = slopes(frame, before.columns, before.point.residuals);
  const slopeOfOldColumns = slopes(frame, before.columns, here.point.residuals);
  const change = slope.map((value, j) => value - slopeBefore[j]!);
  const bent = slope.map((value, j) => value - slopeOfOldColumns[j]!);
  const scale = dot(change, step);
  if (!(scale > 0) || norm(step) < LEAST_LESSON) return known;
  const expected = matrix.map((row) => dot(row, step));
  // Second derivatives shrink with the residuals: the known ones are scaled to the size that the last step shows.
  const size = Math.abs(dot(step, expected));
  const sizing = size > 0 ? Math.min(1, Math.abs(dot(step, bent)) / size) : 1;
  const missing = bent.map((value, j) => value - sizing * expected[j]!);
  const along = dot(missing, step) / scale;
  return {
    frame,
    matrix: matrix.map((row, j) =>
      row.map((value, k) => {
        const update = missing[j]! * change[k]! + change[j]! * missing[k]! - along * change[j]! * change[k]!;
        return sizing * value + update / scale;
      }),
    ),
  };
}

/** Half the second derivatives of chi2 in a frame in which J^T J is unity; those of residuals are from another one. */
function halfHessianIn(frame: Frame, bending: Bending): SquareMatrix {
  const moved = frame.directions.map((direction) => coordinates(bending.frame, direction));
  return moved.map((a, j) =>
    moved.map((b, k) => {
      const bent = a.reduce((sum, value, row) => sum + value * dot(bending.matrix[row]!, b), 0);
      return (j === k ? 1 : 0) + bent;
    }),
  );
}

/**
 * The frame in which the second derivatives of chi2 / 2 are unity, from the one in which J^T J is.
 *
 * Equation: directions W v / a with W the given directions, v the eigenvectors of 1 + S and a^2 the eigenvalues. Of a
 * negative eigenvalue, at a saddle, the size is taken: the step then leads away from it. Source: Nocedal & Wright,
 * Numerical Optimization, 2nd ed. (2006), section 3.4.
 */
export function bentFrame(frame: Frame, bending: Bending): Frame {
  const { values, vectors } = symmetricEigensystem(halfHessianIn(frame, bending));
  const roots = values.map((value) => Math.sqrt(Math.max(Math.abs(value), LEAST_CURVATURE)));
  return {
    ...frame,
    directions: vectors.map((vector, k) => multiply(frame.directions, vector).map((step) => step / roots[k]!)),
    inverse: vectors.map((vector, k) => multiply(frame.inverse, vector).map((slope) => slope * roots[k]!)),
  };
}

/**
 * The model chi2 = |y + g|^2 + const in a frame in which the second derivatives of chi2 / 2 are unity and g is J^T r, for
 * parameters scaled by `scale`. Those that the frame does not move have no part in it.
 */
export function modelInFrame(frame: Frame, { point, columns }: Linearisation, scale: Float64Array): LinearModel {
  return {
    columns: columns.map((_, i) => {
      const k = frame.indices.indexOf(i);
      return Float64Array.from(frame.inverse, (row) => (k < 0 ? 0 : row[k]! / scale[i]!));
    }),
    offset: Float64Array.from(slopes(frame, columns, point.residuals)),
  };
}
