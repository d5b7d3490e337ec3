/** The step of one iteration: a damped linear least-squares problem inside a box and a trust region. */
import { backSubstitute, type Columns, dot, householderQr, multiply, norm } from './linearAlgebra.ts';

/** The model |A s + c|^2 of chi2 around the present point, s counted from there in scaled parameters. */
export interface LinearModel {
  readonly columns: Columns;
  readonly offset: Float64Array;
}

/** A step, and the Marquardt damping that made it. */
export interface ModelStep {
  readonly step: Float64Array;
  readonly damping: number;
}

/**
 * Damping that is always there. It leaves every direction alone whose singular value exceeds 1e-7 of a column's length,
 * and keeps the step short along directions that the residuals do not depend on.
 */
const LEAST_DAMPING = 1e-18;

/** By how much a step lowers the model of chi2. */
export function modelDecrease(model: LinearModel, step: Float64Array): number {
  const moved = multiply(model.columns, step);
  return -(2 * dot(model.offset, moved) + dot(moved, moved));
}

/** Minimum of |A s + c|^2 + damping |s|^2 over the free entries of s; the other entries stay as they are. */
function solveFree(model: LinearModel, damping: number, step: Float64Array, free: readonly number[]): Float64Array {
  const rows = model.offset.length;
  const held = step.slice();
  for (const i of free) held[i] = 0;
  const target = multiply(model.columns, held);
  // The rows of the damping come first: below the others, rounding of those would move parameters without effect.
  const top = free.length;
  const rightHandSide = new Float64Array(top + rows);
  for (let i = 0; i < rows; i++) rightHandSide[top + i] = -(model.offset[i]! + target[i]!);
  const columns = free.map((parameter, j) => {
    const column = new Float64Array(top + rows);
    column[j] = Math.sqrt(damping);
    column.set(model.columns[parameter]!, top);
    return column;
  });
  const triangle = householderQr(columns, rightHandSide);
  const solution = backSubstitute(triangle.columns, triangle.rotated);
  free.forEach((parameter, j) => {
    held[parameter] = solution[j]!;
  });
  return held;
}

/**
 * Minimum of |A s + c|^2 + damping |s|^2 in the box lower <= s <= upper, which contains s = 0.
 *
 * Equations: the Karush-Kuhn-Tucker conditions; an entry at its bound is released while the gradient there points
 * inwards. Source: primal active-set method for convex quadratic programs, Nocedal & Wright, Numerical Optimization,
 * 2nd ed. (2006), algorithm 16.3.
 */
export function boxedLeastSquares(
  model: LinearModel,
  damping: number,
  lower: Float64Array,
  upper: Float64Array,
): Float64Array {
  const size = model.columns.length;
  const total = Math.max(damping, LEAST_DAMPING);
  let step = new Float64Array(size);
  const gradientAt = (point: Float64Array) => {
    const misfit = multiply(model.columns, point);
    for (let i = 0; i < misfit.length; i++) misfit[i]! += model.offset[i]!;
    return model.columns.map((column, i) => dot(column, misfit) + total * point[i]!);
  };
  const start = gradientAt(step);
  const held = start.map(
    (slope, i) => lower[i] === upper[i] || (lower[i] === 0 && slope > 0) || (upper[i] === 0 && slope < 0),
  );
  // Each pass holds or releases an entry; the count ends a cycle of rounding errors at a degenerate corner.
  for (let pass = 0; pass < 10 * size + 10; pass++) {
    const free = held.flatMap((isHeld, i) => (isHeld ? [] : [i]));
    const target = free.length > 0 ? solveFree(model, total, step, free) : step;
    let fraction = 1;
    for (const i of free) {
      const room = target[i]! > upper[i]! ? upper[i]! : target[i]! < lower[i]! ? lower[i]! : null;
      if (room !== null) fraction = Math.min(fraction, (room - step[i]!) / (target[i]! - step[i]!));
    }
    const moved = step.slice();
    for (const i of free) {
      moved[i] = fraction === 1 ? target[i]! : step[i]! + fraction * (target[i]! - step[i]!);
    }
    if (fraction < 1) {
      for (const i of free) {
        const heading = target[i]! - step[i]!;
        const bound = heading > 0 ? upper[i]! : lower[i]!;
        const outside = heading > 0 ? target[i]! > bound : target[i]! < bound;
        if (outside && (bound - step[i]!) / heading <= fraction) {
          moved[i] = bound;
          held[i] = true;
        }
      }
      step = moved;
      continue;
    }
    step = moved;
    const slopes = gradientAt(step);
    let worst = -1;
    let violation = 0;
    for (let i = 0; i < size; i++) {
      if (!held[i] || lower[i] === upper[i]) continue;
      const inwards = step[i] === lower[i] ? -slopes[i]! : slopes[i]!;
      const rounding = 1e-14 * norm(model.columns[i]!) * norm(model.offset);
      if (inwards > rounding && inwards > violation) {
        violation = inwards;
        worst = i;
      }
    }
    if (worst < 0) break;
    held[worst] = false;
  }
  return step;
}

/**
 * Minimum of the model in the box and in the ball |s| <= radius (to within 10 % of the radius).
 *
 * Equation: the damping of `boxedLeastSquares` is raised from zero until the step is as long as the radius. Source:
 * Moré, The Levenberg-Marquardt algorithm: implementation and theory, Lecture Notes in Mathematics 630 (1978), section 5.
 */
export function trustRegionStep(
  model: LinearModel,
  fullStep: Float64Array,
  radius: number,
  lower: Float64Array,
  upper: Float64Array,
): ModelStep {
  let step = fullStep;
  let length = norm(step);
  if (length <= 1.1 * radius) return { step, damping: 0 };
  const slopes = model.columns.map((column) => dot(column, model.offset));
  // From the optimality of the step: damping |s|^2 <= -slope . s, hence at this damping the step is short enough.
  let high = norm(slopes) / radius;
  let low = 0;
  // 1 / |s| is nearly linear in the damping, which makes the secant through two dampings a good guess.
  let [previousDamping, previousInverse] = [0, 1 / length];
  let damping = 1e-3 * high;
  for (let pass = 0; pass < 40; pass++) {
    step = boxedLeastSquares(model, damping, lower, upper);
    length = norm(step);
    if (Math.abs(length - radius) <= 0.1 * radius) break;
    if (length > radius) low = damping;
    else high = damping;
    const inverse = 1 / length;
    const next = damping + ((1 / radius - inverse) * (damping - previousDamping)) / (inverse - previousInverse);
    [previousDamping, previousInverse] = [damping, inverse];
    const floor = Math.max(low, 1e-4 * high);
    damping = next > low && next < high ? Math.max(next, 1e-4 * high) : Math.sqrt(floor * high);
    if (high - low <= 1e-6 * high) break;
  }
  return { step, damping };
}
