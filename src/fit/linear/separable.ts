/** Fits in which some parameters enter linearly: these are solved exactly, the search sees only the others. */
import { type IterationProgress, type MinimiseOptions, type Minimum, minimise } from '../leastSquares.ts';
import { norm } from '../linearAlgebra.ts';
import type { LeastSquaresProblem } from '../problem.ts';
import { type BoundedLinearSolution, boundedLinearLeastSquares, type Held } from './boundedLinear.ts';

/** What residuals consist of at given parameters: target - sum of c_k columns_k. */
export interface LinearParts {
  /** Data / sigma, one per point. May depend on the parameters, as with a Gaussian prior on one of them. */
  readonly target: Float64Array;
  /** The model for coefficient 1, divided by sigma as well: a column per coefficient. */
  readonly columns: readonly Float64Array[];
}

/**
 * Least squares with residuals target(p) - sum of c_k columns_k(p): parameters p and coefficients c, each in bounds.
 */
export interface SeparableProblem {
  /** May throw where the model does not exist: such places count as infinitely bad. */
  parts(parameters: Float64Array): LinearParts;
  readonly start: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly typicalSize: Float64Array;
  readonly coefficients: {
    /** 0 for non-negative ones; may be -Infinity. */
    readonly lower: Float64Array;
    /** May be Infinity. */
    readonly upper: Float64Array;
  };
}

/** Where a fit of parameters and coefficients ended. */
export interface SeparableMinimum {
  /** The search over the parameters that do not enter linearly. */
  readonly parameters: Minimum;
  readonly coefficients: Float64Array;
  /** Why a coefficient is held; null for those that are free. */
  readonly held: (Held | null)[];
  readonly chi2: number;
  /** Whether both the search and the last linear solution converged. */
  readonly converged: boolean;
}

/** The best coefficients at given parameters; `start` is a place to begin from and does not change them. */
export function bestCoefficients(
  problem: SeparableProblem,
  parameters: Float64Array,
  start?: ArrayLike<number>,
): BoundedLinearSolution {
  return boundedLinearLeastSquares({ ...problem.parts(parameters), ...problem.coefficients }, start);
}

/**
 * The problem of the parameters alone: residuals at the best coefficients (variable projection).
 *
 * Profiles, contours and multi-start take it like any other problem, and its minima are those of the whole. Its
 * residuals are a function of the parameters only, not of what was asked before. Source: Golub & Pereyra, The
 * differentiation of pseudoinverses and nonlinear least squares problems whose variables separate, Stanford report
 * CS-TR-72-261 (1972).
 */
export function projected(problem: SeparableProblem): LeastSquaresProblem {
  const near = coefficientsAtStart(problem);
  return {
    residuals: (parameters) => bestCoefficients(problem, parameters, near).residuals,
    start: problem.start,
    lower: problem.lower,
    upper: problem.upper,
    typicalSize: problem.typicalSize,
  };
}

/** Coefficients from which every other solution of the problem begins; undefined where the start has no model. */
function coefficientsAtStart(problem: SeparableProblem): Float64Array | undefined {
  let parts: LinearParts;
  try {
    parts = problem.parts(problem.start.slice());
  } catch {
    return undefined;
  }
  const finite = [parts.target, ...parts.columns].every((vector) => Number.isFinite(norm(vector)));
  return finite ? boundedLinearLeastSquares({ ...parts, ...problem.coefficients }).coefficients : undefined;
}

/**
 * Searches the minimum over parameters and coefficients; yields after every iteration.
 *
 * @throws RangeError for inconsistent vectors, a start outside the bounds, or more parameters than points
 */
export function* minimiseSeparable(
  problem: SeparableProblem,
  options: MinimiseOptions = {},
): Generator<IterationProgress, SeparableMinimum> {
  const parameters = yield* minimise(projected(problem), options);
  if (parameters.reason === 'not finite' && Number.isNaN(parameters.chi2)) {
    const { lower, upper } = problem.coefficients;
    return {
      parameters,
      coefficients: lower.map((low, k) => Math.min(Math.max(0, low), upper[k]!)),
      held: Array.from(lower, () => 'dependent'),
      chi2: Number.NaN,
      converged: false,
    };
  }
  const { coefficients, held, chi2, converged } = bestCoefficients(problem, parameters.best);
  return { parameters, coefficients, held, chi2, converged: converged && parameters.converged };
}

/** The problem of parameters and coefficients together, in this order, for whatever needs all of them at once. */
export function joint(problem: SeparableProblem, minimum: SeparableMinimum): LeastSquaresProblem {
  const count = problem.start.length;
  const { columns } = problem.parts(minimum.parameters.best.slice());
  const sizes = columns.map((column) => 1 / (norm(column) || 1));
  return {
    residuals(values) {
      const { target, columns } = problem.parts(values.slice(0, count));
      const residuals = target.slice();
      columns.forEach((column, k) => {
        const value = values[count + k]!;
        if (value === 0) return;
        for (let i = 0; i < residuals.length; i++) residuals[i]! -= value * column[i]!;
      });
      return residuals;
    },
    start: Float64Array.of(...minimum.parameters.best, ...minimum.coefficients),
    lower: Float64Array.of(...problem.lower, ...problem.coefficients.lower),
    upper: Float64Array.of(...problem.upper, ...problem.coefficients.upper),
    typicalSize: Float64Array.of(...problem.typicalSize, ...sizes),
  };
}

/**
 * The problem in which one coefficient is a parameter, the last one: to take its profile, or a contour with it.
 *
 * @param typicalSize its error, if that is known
 * @throws RangeError for a coefficient that does not exist or cannot move
 */
export function withCoefficientAsParameter(
  problem: SeparableProblem,
  minimum: SeparableMinimum,
  coefficient: number,
  typicalSize?: number,
): { problem: SeparableProblem; minimum: Minimum } {
  const { lower, upper } = problem.coefficients;
  const count = problem.start.length;
  const value = minimum.coefficients[coefficient];
  if (value === undefined) throw new RangeError(`There is no coefficient ${coefficient} among ${lower.length}.`);
  const bound = value === lower[coefficient] ? 'lower' : value === upper[coefficient] ? 'upper' : null;
  const others = (vector: Float64Array) => vector.filter((_, k) => k !== coefficient);
  const size = typicalSize ?? 1 / (norm(problem.parts(minimum.parameters.best.slice()).columns[coefficient]!) || 1);
  const best = Float64Array.of(...minimum.parameters.best, value);
  return {
    problem: {
      parts(parameters) {
        const { target, columns } = problem.parts(parameters.slice(0, count));
        const column = columns[coefficient]!;
        return {
          target: target.map((entry, i) => entry - parameters[count]! * column[i]!),
          columns: columns.filter((_, k) => k !== coefficient),
        };
      },
      start: best,
      lower: Float64Array.of(...problem.lower, lower[coefficient]!),
      upper: Float64Array.of(...problem.upper, upper[coefficient]!),
      typicalSize: Float64Array.of(...problem.typicalSize, size),
      coefficients: { lower: others(lower), upper: others(upper) },
    },
    minimum: {
      ...minimum.parameters,
      best,
      chi2: minimum.chi2,
      atBound: [...minimum.parameters.atBound, bound],
      jacobian: null,
    },
  };
}
