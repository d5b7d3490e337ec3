/** Second derivatives of chi2 by finite differences in a frame. */
import type { Frame } from './frame.ts';
import { dot, type SquareMatrix, zeroMatrix } from './linearAlgebra.ts';
import { derivativesAlong } from './lineDerivatives.ts';
import type { Evaluator, Point } from './problem.ts';

/** Derivatives of the residuals with respect to the coordinates of a frame. */
export interface Curvature {
  /** d residual / d coordinate, one column per direction. */
  readonly jacobian: Float64Array[];
  /** Sum of r d2r: what J^T J lacks of half the second derivatives of chi2. */
  readonly bending: SquareMatrix;
}

/**
 * First and second derivatives in a frame, with an error of order (0.08 standard deviations)^4.
 *
 * Equation: d2/du dv = D2((u + v) / sqrt 2) - [D2(u) + D2(v)] / 2 from second derivatives D2 along lines: 2 n (n + 1)
 * evaluations for n directions. null where the residuals are finite on too few sides of the point.
 *
 * @param weights r in the sum of r d2r; the residuals at the point unless stated
 */
export function curvature(
  evaluator: Evaluator,
  point: Point,
  frame: Frame,
  weights: Float64Array = point.residuals,
): Curvature | null {
  const size = frame.directions.length;
  const jacobian: Float64Array[] = [];
  const bending = zeroMatrix(size);
  for (let j = 0; j < size; j++) {
    const line = derivativesAlong(evaluator, point, frame.directions[j]!);
    if (line === null) return null;
    jacobian.push(line.first);
    bending[j]![j] = dot(weights, line.second);
  }
  for (let j = 0; j < size; j++) {
    for (let k = 0; k < j; k++) {
      const other = frame.directions[k]!;
      const diagonal = frame.directions[j]!.map((component, i) => Math.SQRT1_2 * (component + other[i]!));
      const line = derivativesAlong(evaluator, point, diagonal);
      if (line === null) return null;
      const mixed = dot(weights, line.second) - 0.5 * (bending[j]![j]! + bending[k]![k]!);
      bending[j]![k] = mixed;
      bending[k]![j] = mixed;
    }
  }
  return { jacobian, bending };
}
