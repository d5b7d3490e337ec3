/** A least-squares problem, and its evaluation: counted, copied, and refused where it is not finite. */
import { dot } from './linearAlgebra.ts';

/** Residuals as a function of bounded parameters; chi2 is the sum of their squares. */
export interface LeastSquaresProblem {
  /**
   * (data - model) / sigma, one per point and always as many. May return the same array again and may throw where the
   * model does not exist: such places, and those with a residual that is not finite, count as infinitely bad.
   */
  residuals(parameters: Float64Array): Float64Array;
  /** Inside the bounds or on them. */
  readonly start: Float64Array;
  /** May be -Infinity. */
  readonly lower: Float64Array;
  /** May be Infinity. */
  readonly upper: Float64Array;
  /** A change of the parameter that matters, > 0: the scale of the first steps and an upper limit for differences. */
  readonly typicalSize: Float64Array;
}

/** A place in parameter space with its residuals. */
export interface Point {
  readonly parameters: Float64Array;
  readonly residuals: Float64Array;
  readonly chi2: number;
}

/** Evaluates residuals and counts how often. */
export class Evaluator {
  readonly problem: LeastSquaresProblem;
  count = 0;
  /** What the residual function threw last; null if it never did. */
  thrown: unknown = null;
  #points: number | null = null;

  constructor(problem: LeastSquaresProblem) {
    checkProblem(problem);
    this.problem = problem;
  }

  /** The point at these parameters; null where the residuals are not finite or their computation throws. */
  at(parameters: Float64Array): Point | null {
    this.count += 1;
    let residuals: Float64Array;
    try {
      residuals = this.problem.residuals(parameters.slice()).slice();
    } catch (error) {
      this.thrown = error;
      return null;
    }
    if (this.#points === null) checkCounts(parameters.length, residuals.length);
    else if (residuals.length !== this.#points) {
      throw new RangeError(`The number of residuals changed from ${this.#points} to ${residuals.length}.`);
    }
    this.#points = residuals.length;
    const chi2 = dot(residuals, residuals);
    return Number.isFinite(chi2) ? { parameters: parameters.slice(), residuals, chi2 } : null;
  }

  /** The point at a distance along a direction, kept inside the bounds against rounding. */
  along(from: Point, direction: Float64Array, distance: number): Point | null {
    const { lower, upper } = this.problem;
    return this.at(
      from.parameters.map((value, i) =>
        direction[i] === 0 ? value : Math.min(Math.max(value + distance * direction[i]!, lower[i]!), upper[i]!),
      ),
    );
  }
}

function checkCounts(parameters: number, points: number): void {
  if (parameters > points) {
    throw new RangeError(
      `${parameters} free parameters cannot be fitted to ${points} points; free fewer parameters or use more points.`,
    );
  }
}

function checkProblem({ start, lower, upper, typicalSize }: LeastSquaresProblem): void {
  for (const [name, vector] of Object.entries({ lower, upper, typicalSize })) {
    if (vector.length !== start.length) {
      throw new RangeError(`There are ${start.length} parameters, but ${vector.length} values of ${name}.`);
    }
  }
  start.forEach((value, i) => {
    const [low, high] = [lower[i]!, upper[i]!];
    if (!(low < high)) {
      throw new RangeError(`Parameter ${i} has the bounds ${low} and ${high}; the first must be below the second.`);
    }
    if (!(value >= low && value <= high && Number.isFinite(value))) {
      throw new RangeError(`Parameter ${i} starts at ${value}, outside its bounds ${low} to ${high}.`);
    }
    if (!(typicalSize[i]! > 0 && Number.isFinite(typicalSize[i]!))) {
      throw new RangeError(`Parameter ${i} has the typical size ${typicalSize[i]}; it must be positive and finite.`);
    }
  });
}
