/** Minimum of a sum of squares inside bounds: the Levenberg-Marquardt method in a trust region. */
import { Evaluator, type LeastSquaresProblem, type Point } from './problem.ts';
import { Search } from './search.ts';

export type { LeastSquaresProblem } from './problem.ts';

export interface MinimiseOptions {
  /** Iterations after which the search gives up; 500 unless stated. */
  readonly iterationLimit?: number;
  /** The search ends when the minimum is expected within this many standard errors; 1e-6 unless stated. */
  readonly tolerance?: number;
}

/** How a search ended. */
export type MinimumReason = 'converged' | 'iteration limit' | 'no progress' | 'not finite';

/** Where a search ended, and what it says of the place. */
export interface Minimum {
  readonly best: Float64Array;
  readonly chi2: number;
  /** Not a number where the residuals at the start are not finite. */
  readonly chi2AtStart: number;
  /** The bound that a parameter lies on, exactly. */
  readonly atBound: ('lower' | 'upper' | null)[];
  readonly converged: boolean;
  /** `not finite`: the residuals at the start, or everywhere around the last point, are not finite. */
  readonly reason: MinimumReason;
  readonly iterations: number;
  readonly evaluations: number;
  /** Expected distance to the minimum (EDM), in units of chi2. */
  readonly estimatedDistance: number;
  /** d residual / d parameter close to the best values, a column for every parameter; null if the search stayed far. */
  readonly jacobian: readonly Float64Array[] | null;
  /** What the residual function threw at the start; null if it did not. */
  readonly thrown: unknown;
}

/** One iteration, as a search reports it. */
export interface IterationProgress {
  readonly iteration: number;
  readonly chi2: number;
}

/** Runs a search or a profile to its end. */
export function runToEnd<Result>(generator: Generator<unknown, Result>): Result {
  for (;;) {
    const next = generator.next();
    if (next.done) return next.value;
  }
}

/**
 * Searches the minimum of chi2 = |residuals|^2 inside the bounds; yields after every iteration.
 *
 * Each iteration minimises |r + J p|^2 inside the bounds and inside |D p| <= radius, with D the largest lengths of the
 * columns of J so far; the radius follows the ratio of actual to predicted decrease. Near the minimum J has second order,
 * and the second derivatives of the residuals join J^T J: as the last steps show them, or by differences where convergence
 * is slow or stops. The result does not depend on the units of a parameter. It is good to `tolerance` standard errors
 * where the residuals are smooth.
 *
 * Sources: Moré, Lecture Notes in Mathematics 630 (1978) 105 (scaling, trust region); Nocedal & Wright, Numerical
 * Optimization, 2nd ed. (2006), chapters 10 (least squares) and 16 (bounds); Dennis, Gay & Welsch, ACM Transactions on
 * Mathematical Software 7 (1981) 348 (second derivatives); James & Roos, Computer Physics Communications 10 (1975) 343
 * (MINUIT: expected distance to the minimum).
 *
 * @throws RangeError for inconsistent vectors, a start outside the bounds, or more parameters than points.
 */
export function* minimise(
  problem: LeastSquaresProblem,
  options: MinimiseOptions = {},
): Generator<IterationProgress, Minimum> {
  const { iterationLimit = 500, tolerance = 1e-6 } = options;
  const evaluator = new Evaluator(problem);
  const { lower, upper } = problem;
  const start = evaluator.at(problem.start);
  const search = start === null ? null : new Search(evaluator, start);
  let iterations = 0;
  const finish = (point: Point | null, reason: MinimumReason, distance: number): Minimum => {
    const best = point?.parameters ?? problem.start.slice();
    return {
      best,
      chi2: point?.chi2 ?? Number.NaN,
      chi2AtStart: start?.chi2 ?? Number.NaN,
      atBound: Array.from(best, (value, i) => (value === lower[i] ? 'lower' : value === upper[i] ? 'upper' : null)),
      converged: reason === 'converged',
      reason,
      iterations,
      evaluations: evaluator.count,
      estimatedDistance: distance * distance,
      jacobian: search?.columnsNearMinimum ?? null,
      thrown: start === null ? evaluator.thrown : null,
    };
  };
  if (start === null || search === null) return finish(null, 'not finite', Number.NaN);
  if (start.parameters.length === 0) return finish(start, 'converged', 0);
  while (iterations < iterationLimit) {
    iterations += 1;
    const outcome = search.iterate(tolerance);
    yield { iteration: iterations, chi2: search.point.chi2 };
    if (outcome !== 'go on') return finish(search.point, outcome, search.distance);
  }
  return finish(search.point, 'iteration limit', search.distance);
}
