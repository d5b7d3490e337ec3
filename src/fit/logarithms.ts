/** Parameters that range over decades, searched in their logarithms. */
import type { Elementary } from './elementary.ts';
import type { Minimum } from './leastSquares.ts';
import type { LeastSquaresProblem } from './problem.ts';

/** A problem in coordinates that are logarithms of some parameters, and the way to and fro. */
export interface LogarithmicProblem {
  /** In coordinates: ln p for the chosen parameters, p for the others. */
  readonly problem: LeastSquaresProblem;
  /** Coordinates of parameters inside the bounds. */
  coordinates(parameters: ArrayLike<number>): Float64Array;
  /** Parameters of coordinates; a coordinate at its bound is the bound of the parameter, exactly. */
  parameters(coordinates: ArrayLike<number>): Float64Array;
  /** A minimum of the problem in coordinates as one of the original problem. */
  minimum(inCoordinates: Minimum): Minimum;
}

/**
 * The problem in which the chosen parameters are replaced by their natural logarithms.
 *
 * A search in them cannot leave the positive numbers, one step crosses decades, and starts drawn between the bounds are
 * spread evenly over the decades. Profiles and chi2 do not change.
 *
 * @throws RangeError where a chosen parameter may be 0 or negative
 */
export function inLogarithms(
  problem: LeastSquaresProblem,
  isLogarithmic: readonly boolean[],
  { exp, log }: Elementary,
): LogarithmicProblem {
  problem.lower.forEach((low, i) => {
    if (isLogarithmic[i] && !(low > 0)) {
      throw new RangeError(`Parameter ${i} may be ${low}, which has no logarithm; raise its lower bound above 0.`);
    }
  });
  const coordinate = (value: number, i: number) =>
    isLogarithmic[i] && value !== Number.POSITIVE_INFINITY ? log(value) : value;
  const coordinates = (parameters: ArrayLike<number>) => Float64Array.from(parameters, coordinate);
  const lower = coordinates(problem.lower);
  const upper = coordinates(problem.upper);
  const parameters = (values: ArrayLike<number>) =>
    Float64Array.from(values, (value, i) => {
      if (value === lower[i]) return problem.lower[i]!;
      if (value === upper[i]) return problem.upper[i]!;
      return isLogarithmic[i] ? Math.min(Math.max(exp(value), problem.lower[i]!), problem.upper[i]!) : value;
    });
  return {
    problem: {
      residuals: (values) => problem.residuals(parameters(values)),
      start: coordinates(problem.start).map((value, i) => Math.min(Math.max(value, lower[i]!), upper[i]!)),
      lower,
      upper,
      // Beyond a factor of e a typical size no longer is a small change.
      typicalSize: problem.typicalSize.map((size, i) =>
        isLogarithmic[i] ? Math.min(size / problem.start[i]!, 1) : size,
      ),
    },
    coordinates,
    parameters,
    minimum(inCoordinates) {
      const best = parameters(inCoordinates.best);
      const { jacobian } = inCoordinates;
      return {
        ...inCoordinates,
        best,
        jacobian:
          jacobian?.map((column, i) => (isLogarithmic[i] ? column.map((slope) => slope / best[i]!) : column)) ?? null,
      };
    },
  };
}
