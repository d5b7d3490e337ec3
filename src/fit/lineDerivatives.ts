/** Derivatives of residuals along a line by finite differences that stay inside the bounds and in the finite region. */
import type { Evaluator, Point } from './problem.ts';

/** Differences change a parameter by no more than these parts of its typical size or its value, whichever is larger. */
const LONGEST_CHANGE = { ofTypicalSize: 0.25, ofValue: 0.1 };
/** Along a direction of a frame, in standard deviations. First derivatives: far above rounding, yet nearly linear. */
const SLOPE_STEP = 1e-3;
/** Second derivatives, where rounding counts twice. */
const CURVATURE_STEP = 0.08;

/** Distances that may be gone along a direction. */
interface Reach {
  readonly longest: number;
  readonly above: number;
  readonly below: number;
}

function reachAlong(evaluator: Evaluator, point: Point, direction: Float64Array, wanted: number): Reach {
  const { lower, upper, typicalSize } = evaluator.problem;
  let longest = wanted;
  let above = Number.POSITIVE_INFINITY;
  let below = Number.POSITIVE_INFINITY;
  direction.forEach((component, i) => {
    if (component === 0) return;
    const size = Math.abs(component);
    const up = (upper[i]! - point.parameters[i]!) / size;
    const down = (point.parameters[i]! - lower[i]!) / size;
    const change = Math.max(
      LONGEST_CHANGE.ofTypicalSize * typicalSize[i]!,
      LONGEST_CHANGE.ofValue * Math.abs(point.parameters[i]!),
    );
    longest = Math.min(longest, change / size);
    above = Math.min(above, component > 0 ? up : down);
    below = Math.min(below, component > 0 ? down : up);
  });
  return { longest, above, below };
}

/** Tries both sides at once, then either side, then ever closer places, until all residuals are finite. */
function attempt<Result>(
  { longest, above, below }: Reach,
  both: (h: number) => Result | null,
  oneSided: (h: number) => Result | null,
): Result | null {
  const central = Math.min(longest, above, below);
  const sides = above >= below ? [above, -below] : [-below, above];
  for (let shrink = 1; shrink > 1e-4; shrink *= 0.1) {
    // A tenth of the longest step still is far above rounding; closer to a bound the open side serves better.
    if (central >= 0.1 * longest) {
      const result = both(shrink * central);
      if (result !== null) return result;
    }
    for (const side of sides) {
      const size = shrink * Math.min(longest, Math.abs(side));
      if (size < 1e-3 * longest) continue;
      const result = oneSided(side > 0 ? size : -size);
      if (result !== null) return result;
    }
  }
  return null;
}

/**
 * First derivative of every residual along a direction, with an error of second order; null where none can be taken.
 *
 * Equations: (f(h) - f(-h)) / 2h; beside a bound (4 f(h/2) - f(h) - 3 f(0)) / h.
 */
export function slopeAlong(evaluator: Evaluator, point: Point, direction: Float64Array): Float64Array | null {
  const place = (distance: number) => evaluator.along(point, direction, distance)?.residuals ?? null;
  return attempt(
    reachAlong(evaluator, point, direction, SLOPE_STEP),
    (h) => {
      const [above, below] = [place(h), place(-h)];
      return above && below && above.map((value, k) => (value - below[k]!) / (2 * h));
    },
    (h) => {
      const [half, full] = [place(0.5 * h), place(h)];
      return half && full && half.map((value, k) => (4 * value - full[k]! - 3 * point.residuals[k]!) / h);
    },
  );
}

/** First and second derivative of every residual along a line. */
export interface LineDerivatives {
  readonly first: Float64Array;
  readonly second: Float64Array;
}

/**
 * First and second derivatives along a direction of a frame; null where none can be taken.
 *
 * Equations, with an error of order h^4: f' = (8 (f(h/2) - f(-h/2)) - (f(h) - f(-h))) / 6h and
 * f'' = (16 (f(h/2) + f(-h/2)) - (f(h) + f(-h)) - 30 f(0)) / 3h^2 (one Richardson extrapolation). Beside a bound, from
 * four places h, 2h, 3h, 4h: f' = (-25 f0 + 48 f1 - 36 f2 + 16 f3 - 3 f4) / 12h with an error of order h^4 and
 * f'' = (35 f0 - 104 f1 + 114 f2 - 56 f3 + 11 f4) / 12h^2 with an error of order h^3.
 * Sources: Nocedal & Wright, Numerical Optimization, 2nd ed. (2006), section 8.1; Fornberg, Mathematics of Computation 51
 * (1988) 699, table 3 (one-sided weights).
 */
export function derivativesAlong(evaluator: Evaluator, point: Point, direction: Float64Array): LineDerivatives | null {
  const place = (distance: number) => evaluator.along(point, direction, distance)?.residuals ?? null;
  const here = point.residuals;
  return attempt(
    reachAlong(evaluator, point, direction, CURVATURE_STEP),
    (h) => {
      const [farAbove, farBelow, above, below] = [place(h), place(-h), place(0.5 * h), place(-0.5 * h)];
      if (!farAbove || !farBelow || !above || !below) return null;
      return {
        first: above.map((value, k) => (8 * (value - below[k]!) - (farAbove[k]! - farBelow[k]!)) / (6 * h)),
        second: above.map(
          (value, k) => (16 * (value + below[k]!) - (farAbove[k]! + farBelow[k]!) - 30 * here[k]!) / (3 * h * h),
        ),
      };
    },
    (reach) => {
      const h = 0.25 * reach;
      const [one, two, three, four] = [place(h), place(2 * h), place(3 * h), place(4 * h)];
      if (!one || !two || !three || !four) return null;
      return {
        first: one.map(
          (value, k) => (-25 * here[k]! + 48 * value - 36 * two[k]! + 16 * three[k]! - 3 * four[k]!) / (12 * h),
        ),
        second: one.map(
          (value, k) => (35 * here[k]! - 104 * value + 114 * two[k]! - 56 * three[k]! + 11 * four[k]!) / (12 * h * h),
        ),
      };
    },
  );
}
