/** Searches from several starts, and which minima they end in. */
import { type MinimiseOptions, type Minimum, minimise } from './leastSquares.ts';
import { dot, multiply } from './linearAlgebra.ts';
import type { LeastSquaresProblem } from './problem.ts';
import { Random } from './random.ts';

/** Box from which starts are drawn; where the problem has no bound, one is needed here. */
export interface StartingBox {
  readonly lower: ArrayLike<number>;
  readonly upper: ArrayLike<number>;
}

/** One iteration of the search from one start. */
export interface MultiStartProgress {
  /** Number of the start, from 0. */
  readonly start: number;
  readonly starts: number;
  readonly iteration: number;
  readonly chi2: number;
}

/** A minimum, and the starts that led to it. */
export interface DistinctMinimum {
  readonly minimum: Minimum;
  readonly starts: number[];
}

export interface MultiStartResult {
  /** Converged minima that differ, the lowest first. */
  readonly minima: DistinctMinimum[];
  /** Starts from which the search did not converge. */
  readonly failed: number[];
}

/** Two minima are the same if they are this near in standard errors, and their chi2 differs by less than its square. */
const SAME = 0.1;

/**
 * Starts for a search: that of the problem, then others spread over the box so that each parameter takes every part of
 * its range once (a Latin hypercube).
 *
 * @param count how many, >= 1
 * @param seed an integer from 0 to 2^32 - 1
 * @param box narrower than the bounds or equal to them, finite
 * @throws RangeError for a box that is not finite
 */
export function startingPoints(
  problem: LeastSquaresProblem,
  count: number,
  seed: number,
  box: StartingBox = problem,
): Float64Array[] {
  const random = Random.seeded(seed);
  const others = Math.max(0, count - 1);
  const starts = [problem.start.slice(), ...Array.from({ length: others }, () => problem.start.slice())];
  problem.start.forEach((_, i) => {
    const low = Math.max(box.lower[i]!, problem.lower[i]!);
    const high = Math.min(box.upper[i]!, problem.upper[i]!);
    if (!(low <= high && Number.isFinite(low) && Number.isFinite(high))) {
      throw new RangeError(
        `Starts for parameter ${i} between ${low} and ${high} cannot be drawn; give a finite range.`,
      );
    }
    const parts = Array.from({ length: others }, (__, k) => k);
    for (let k = others - 1; k > 0; k--) {
      const other = random.below(k + 1);
      [parts[k], parts[other]] = [parts[other]!, parts[k]!];
    }
    parts.forEach((part, k) => {
      const value = low + ((part + random.uniform()) / others) * (high - low);
      starts[k + 1]![i] = Math.min(Math.max(value, low), high);
    });
  });
  return starts;
}

/** Whether two minima are one: near in the metric of J at the better one, and as deep. */
function areSame(problem: LeastSquaresProblem, better: Minimum, other: Minimum): boolean {
  if (other.chi2 - better.chi2 > SAME * SAME) return false;
  const displacement = better.best.map((value, i) => other.best[i]! - value);
  if (better.jacobian !== null) {
    const moved = multiply(better.jacobian, displacement);
    return dot(moved, moved) < SAME * SAME;
  }
  return displacement.every((change, i) => Math.abs(change) < SAME * problem.typicalSize[i]!);
}

/**
 * Groups the minima of several searches; the order of the searches does not matter but for the numbers of the starts.
 */
export function distinctMinima(problem: LeastSquaresProblem, found: readonly Minimum[]): MultiStartResult {
  const failed = found.flatMap(({ converged }, start) => (converged ? [] : [start]));
  const order = found
    .flatMap(({ converged }, start) => (converged ? [start] : []))
    .sort((a, b) => found[a]!.chi2 - found[b]!.chi2 || a - b);
  const minima: DistinctMinimum[] = [];
  for (const start of order) {
    const minimum = found[start]!;
    const known = minima.find((other) => areSame(problem, other.minimum, minimum));
    if (known) known.starts.push(start);
    else minima.push({ minimum, starts: [start] });
  }
  for (const { starts } of minima) starts.sort((a, b) => a - b);
  return { minima, failed };
}

/**
 * Searches from every start, one after the other; yields after every iteration.
 *
 * A pool gets the same by one `minimise` per start and `distinctMinima` of all. For parameters over decades take the
 * problem `inLogarithms`.
 */
export function* multiStart(
  problem: LeastSquaresProblem,
  starts: readonly Float64Array[],
  options: MinimiseOptions = {},
): Generator<MultiStartProgress, MultiStartResult> {
  const found: Minimum[] = [];
  for (const [start, from] of starts.entries()) {
    const search = minimise({ ...problem, start: from }, options);
    for (;;) {
      const next = search.next();
      if (next.done) {
        found.push(next.value);
        break;
      }
      yield { start, starts: starts.length, ...next.value };
    }
  }
  return distinctMinima(problem, found);
}
