/** Minima of chi2 with some parameters held. */
import { derivativesAt } from './errors.ts';
import { type Frame, whiteningFrame } from './frame.ts';
import { type LeastSquaresProblem, type Minimum, minimise, runToEnd } from './leastSquares.ts';
import type { SquareMatrix } from './linearAlgebra.ts';
import { Evaluator } from './problem.ts';

/** A parameter and the value it is held at. */
export interface HeldParameter {
  readonly index: number;
  readonly value: number;
}

/** The lowest chi2 with some parameters held, and all parameters there. */
export interface ConditionalMinimum {
  readonly chi2: number;
  readonly parameters: Float64Array;
}

/** The other parameters are good to this part of a standard error, hence chi2 to its square. */
const INNER_TOLERANCE = 1e-4;

/**
 * Minimum of chi2 over all parameters but the held ones; null where the residuals are not finite.
 *
 * @param start all parameters, the held ones without effect
 * @param tolerance how near the minimum, in standard errors; chi2 is good to its square
 */
export function lowestWith(
  problem: LeastSquaresProblem,
  held: readonly HeldParameter[],
  start: ArrayLike<number>,
  tolerance = INNER_TOLERANCE,
): ConditionalMinimum | null {
  const others = Array.from(start, (_, i) => i).filter((i) => held.every(({ index }) => index !== i));
  const only = (vector: ArrayLike<number>) => Float64Array.from(others, (i) => vector[i]!);
  const parameters = Float64Array.from(start);
  for (const { index, value } of held) parameters[index] = value;
  const complete = (moved: Float64Array) => {
    others.forEach((i, k) => {
      parameters[i] = moved[k]!;
    });
    return parameters;
  };
  const lowest = runToEnd(
    minimise(
      {
        residuals: (moved) => problem.residuals(complete(moved)),
        start: only(start),
        lower: only(problem.lower),
        upper: only(problem.upper),
        typicalSize: only(problem.typicalSize),
      },
      { tolerance },
    ),
  );
  return Number.isFinite(lowest.chi2) ? { chi2: lowest.chi2, parameters: complete(lowest.best).slice() } : null;
}

/** The frame of the parameters that can move at a minimum, those of `included` among them even if at a bound. */
function movingFrame(problem: LeastSquaresProblem, minimum: Minimum, included: readonly number[]): Frame | null {
  const moving = minimum.atBound.flatMap((bound, i) => (bound === null || included.includes(i) ? [i] : []));
  const known = minimum.jacobian;
  if (known !== null) {
    return whiteningFrame(
      moving.map((i) => known[i]!),
      moving,
      problem.typicalSize,
      'leave out',
    );
  }
  const evaluator = new Evaluator(problem);
  const point = evaluator.at(minimum.best);
  const columns = point && derivativesAt(evaluator, point, moving);
  return columns && whiteningFrame(columns, moving, problem.typicalSize, 'leave out');
}

/**
 * (J^T J)^-1 of all parameters around a minimum, as a guess of how far profiles and contours reach, by rows.
 *
 * Rows of parameters at a bound are zero unless `included`; one that the residuals do not constrain counts as
 * independent, with its typical size for an error.
 */
export function expectedCovariance(
  problem: LeastSquaresProblem,
  minimum: Minimum,
  included: readonly number[],
): SquareMatrix {
  const frame = movingFrame(problem, minimum, included);
  const constrained = (i: number) => {
    const place = frame?.indices.indexOf(i) ?? -1;
    return place >= 0 && !frame!.unconstrained[place];
  };
  return Array.from(minimum.best, (_, i) =>
    Array.from(minimum.best, (__, j) => {
      const variance =
        constrained(i) && constrained(j)
          ? frame!.directions.reduce((sum, direction) => sum + direction[i]! * direction[j]!, 0)
          : 0;
      const moves = included.includes(i) || minimum.atBound[i] === null;
      return i === j && moves && !(variance > 0) ? problem.typicalSize[i]! * problem.typicalSize[i]! : variance;
    }),
  );
}
