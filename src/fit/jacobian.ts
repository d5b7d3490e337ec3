/** First derivatives of residuals by finite differences that stay inside the bounds. */
import type { Frame } from './frame.ts';
import { multiply, norm } from './linearAlgebra.ts';
import { slopeAlong } from './lineDerivatives.ts';
import type { Evaluator, Point } from './problem.ts';

/** Differences change a residual vector by about this part of a standard deviation: far above rounding, yet linear. */
const STEP_IN_SIGMA = 3e-4;

/** Sizes of the next differences, from the lengths of the last columns; the first ones from typical sizes. */
export function differenceSteps(
  typicalSize: Float64Array,
  parameters: Float64Array,
  columns: readonly Float64Array[] | null,
): Float64Array {
  return typicalSize.map((size, i) => {
    const length = columns === null ? null : norm(columns[i]!);
    const wanted = length === null ? 1e-5 * size : length > 0 ? STEP_IN_SIGMA / length : 1e-3 * size;
    const smallest = 1e-8 * Math.max(size, 0.1 * Math.abs(parameters[i]!));
    return Math.max(Math.min(wanted, 1e-3 * size), smallest);
  });
}

/** Column (r(x + h) - r(x)) / h of one parameter: on the roomier side, else on the other, else ever closer. */
function forwardColumn(evaluator: Evaluator, point: Point, index: number, wanted: number): Float64Array | null {
  const { lower, upper } = evaluator.problem;
  const value = point.parameters[index]!;
  const [below, above] = [value - lower[index]!, upper[index]! - value];
  let size = Math.min(wanted, Math.max(below, above));
  for (let shrinkings = 0; shrinkings < 5; shrinkings++) {
    for (const signed of above >= size ? [size, -size] : [-size, size]) {
      if (signed > 0 ? signed > above : -signed > below) continue;
      const parameters = point.parameters.slice();
      parameters[index] = Math.min(Math.max(value + signed, lower[index]!), upper[index]!);
      const displacement = parameters[index]! - value;
      if (displacement === 0) continue;
      const there = evaluator.at(parameters);
      if (there !== null) {
        return there.residuals.map((residual, k) => (residual - point.residuals[k]!) / displacement);
      }
    }
    size *= 0.1;
  }
  return null;
}

/** d residual / d parameter for the parameters of `indices`, with an error of first order; null where none is finite. */
export function forwardDifferences(
  evaluator: Evaluator,
  point: Point,
  steps: Float64Array,
  indices: readonly number[],
): Float64Array[] | null {
  const columns: Float64Array[] = [];
  for (const i of indices) {
    const column = forwardColumn(evaluator, point, i, steps[i]!);
    if (column === null) return null;
    columns.push(column);
  }
  return columns;
}

/**
 * d residual / d parameter for the parameters of a frame, with an error of second order; null where none can be taken.
 *
 * Equation: J = (d residual / d coordinate) (d coordinate / d parameter). Two evaluations per direction.
 */
export function frameDifferences(evaluator: Evaluator, point: Point, frame: Frame): Float64Array[] | null {
  const slopes: Float64Array[] = [];
  for (const direction of frame.directions) {
    const slope = slopeAlong(evaluator, point, direction);
    if (slope === null) return null;
    slopes.push(slope);
  }
  return frame.indices.map((_, k) => {
    const components = frame.inverse.map((row) => row[k]!);
    return slopes.length > 0 ? multiply(slopes, components) : new Float64Array(point.residuals.length);
  });
}
