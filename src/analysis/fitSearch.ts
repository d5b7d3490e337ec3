/** The search for the best values of a fit, from one start or from many, and the errors there. */
import { type ErrorAnalysis, errorAnalysis } from '../fit/errors.ts';
import { type MinimiseOptions, type Minimum, minimise } from '../fit/leastSquares.ts';
import { bestCoefficients, type SeparableMinimum } from '../fit/linear/separable.ts';
import { separableErrors } from '../fit/linear/separableErrors.ts';
import { type SquareMatrix, zeroMatrix } from '../fit/linearAlgebra.ts';
import { type DistinctMinimum, distinctMinima, startingPoints } from '../fit/multiStart.ts';
import type { FreeableParameter } from '../model/paths.ts';
import { parameterAt } from '../model/paths.ts';
import type { FitProgress, StartsReadout } from './analysisTypes.ts';
import type { FitProblem } from './fitProblem.ts';
import type { FitSpace } from './fitSpace.ts';
import { sumOfSquares } from './goodness.ts';

/** How many starts, and the seed of those that are drawn. */
export interface Starts {
  /** The scenario's own values are the first. */
  readonly count: number;
  /** An integer from 0 to 4294967295. */
  readonly seed: number;
}

/** A minimum at all places of a fit. */
export interface FoundMinimum {
  /** In the space that was searched. */
  readonly inSpace: Minimum;
  /** The same with all free parameters and energy scales. */
  readonly minimum: Minimum;
  readonly separable: SeparableMinimum | null;
}

/** chi2 at values of all places; not a number where there is no model. */
export function chi2At(problem: FitProblem, values: Float64Array): number {
  try {
    return sumOfSquares(problem.residuals(values.slice()));
  } catch {
    return Number.NaN;
  }
}

/** What a minimum of the space is at all places. */
export function completed(problem: FitProblem, space: FitSpace, inSpace: Minimum): FoundMinimum {
  const { separable, logarithms, places, linear } = space;
  const searched = logarithms.minimum(inSpace);
  if (!separable) return { inSpace, minimum: searched, separable: null };
  const computable = Number.isFinite(searched.chi2);
  const solution = computable ? bestCoefficients(separable, searched.best) : null;
  const best = problem.start.slice();
  const atBound: Minimum['atBound'] = Array.from(best, () => null);
  places.forEach((place, k) => {
    best[place] = searched.best[k] as number;
    atBound[place] = searched.atBound[k] ?? null;
  });
  if (solution) {
    linear.forEach((place, k) => {
      const held = solution.held[k];
      best[place] = solution.coefficients[k] as number;
      atBound[place] = held === 'lower' || held === 'upper' ? held : null;
    });
  }
  return {
    inSpace,
    minimum: {
      ...searched,
      best,
      atBound,
      chi2: solution ? solution.chi2 : searched.chi2,
      chi2AtStart: chi2At(problem, problem.start),
      converged: searched.converged && (solution?.converged ?? true),
      jacobian: null,
    },
    separable: solution && { parameters: searched, ...solution, converged: searched.converged },
  };
}

/** Searches from the start of a problem. */
export function* searchMinimum(
  problem: FitProblem,
  space: FitSpace,
  options: MinimiseOptions = {},
): Generator<FitProgress, FoundMinimum> {
  return completed(problem, space, yield* minimise(space.problem, options));
}

/** Starts are drawn from the range of the sliders, evenly in the logarithm of what ranges over decades. */
function startingBox(problem: FitProblem, space: FitSpace) {
  const end = (side: 0 | 1) =>
    space.coordinates(
      Float64Array.from(problem.start, (_, place) => {
        const bound = (side === 0 ? problem.lower : problem.upper)[place] as number;
        const path = problem.paths[place];
        const slider =
          path === undefined ? undefined : (parameterAt(problem.scenario, path) as FreeableParameter).slider;
        const wanted = slider?.[side] ?? bound;
        return side === 0 ? Math.max(wanted, bound) : Math.min(wanted, bound);
      }),
    );
  return { lower: end(0), upper: end(1) };
}

/** Searches from many starts, the problem's own first; the lowest minimum, and what became of the other starts. */
export function* searchFromStarts(
  problem: FitProblem,
  space: FitSpace,
  { count, seed }: Starts,
): Generator<FitProgress, { found: FoundMinimum; starts: StartsReadout }> {
  const starts = startingPoints(space.problem, count, seed, startingBox(problem, space));
  const ended: Minimum[] = [];
  let iterations = 0;
  for (const [k, start] of starts.entries()) {
    const search = minimise({ ...space.problem, start });
    for (;;) {
      const next = search.next();
      if (next.done) {
        ended.push(next.value);
        break;
      }
      iterations += 1;
      yield { iteration: iterations, chi2: next.value.chi2, start: k + 1, starts: count };
    }
  }
  const { minima, failed } = distinctMinima(space.problem, ended);
  const lowest = minima[0];
  const evaluations = ended.reduce((sum, minimum) => sum + minimum.evaluations, 0);
  const inSpace = { ...(lowest?.minimum ?? (ended[0] as Minimum)), evaluations };
  const readout = ({ minimum, starts: from }: DistinctMinimum) => ({ chi2: minimum.chi2, starts: from.length });
  const found = completed(problem, space, inSpace);
  return {
    // chi2 at the start is that of the scenario's own values, wherever the lowest minimum was found from.
    found: { ...found, minimum: { ...found.minimum, chi2AtStart: chi2At(problem, problem.start) } },
    starts: {
      count,
      seed,
      same: lowest?.starts.length ?? 0,
      others: minima.slice(1).map(readout),
      failed: failed.length,
    },
  };
}

/** Rows and columns of a matrix for other places. */
function rearranged(matrix: SquareMatrix, order: readonly number[]): SquareMatrix {
  const result = zeroMatrix(order.length);
  order.forEach((from, i) => {
    order.forEach((other, j) => {
      result[i]![j] = matrix[from]![other]!;
    });
  });
  return result;
}

/** Errors at all places of a fit, from the second derivatives of chi2 in the parameters themselves. */
export function errorsAt(problem: FitProblem, space: FitSpace, { minimum, separable }: FoundMinimum): ErrorAnalysis {
  if (!space.separable || !separable) return errorAnalysis(problem, minimum);
  const errors = separableErrors(space.separable, separable);
  const placeOf = [...space.places, ...space.linear];
  const spread = (values: readonly (number | null)[]) => {
    const result: (number | null)[] = new Array(placeOf.length).fill(null);
    values.forEach((value, k) => {
      result[placeOf[k] as number] = value;
    });
    return result;
  };
  const order = Array.from(errors.indices, (_, k) => k).sort(
    (a, b) => (placeOf[errors.indices[a] as number] as number) - (placeOf[errors.indices[b] as number] as number),
  );
  return {
    ...errors,
    indices: order.map((k) => placeOf[errors.indices[k] as number] as number),
    covariance: rearranged(errors.covariance, order),
    correlation: rearranged(errors.correlation, order),
    errors: spread(errors.errors),
    gaussNewtonErrors: spread(errors.gaussNewtonErrors),
    unconstrained: errors.unconstrained.map((k) => placeOf[k] as number).sort((a, b) => a - b),
  };
}
