/** Linear least squares with bounds on the coefficients: hundreds of non-negative ones, if need be more than points. */
import { type Columns, dot, norm } from '../linearAlgebra.ts';
import { LEAST_INDEPENDENT, UpdatedQr } from './updatedQr.ts';

/** Minimum of |target - A c|^2 with lower <= c <= upper. */
export interface BoundedLinearProblem {
  /** Columns of A, each divided by the standard deviations (or whitened). */
  readonly columns: Columns;
  /** Measured values in the same units. */
  readonly target: Float64Array;
  /** May be -Infinity; 0 for non-negative coefficients. */
  readonly lower: Float64Array;
  /** May be Infinity. */
  readonly upper: Float64Array;
}

/** Why a coefficient does not move: at a bound, or since its column depends on those that do. */
export type Held = 'lower' | 'upper' | 'dependent';

export interface BoundedLinearSolution {
  readonly coefficients: Float64Array;
  /** target - A c. */
  readonly residuals: Float64Array;
  readonly chi2: number;
  /** For every coefficient why it is held; null if it is free. The columns of free ones are independent. */
  readonly held: (Held | null)[];
  readonly iterations: number;
  /** Whether the Karush-Kuhn-Tucker conditions hold to rounding; false only after too many iterations. */
  readonly converged: boolean;
}

/** Slopes below this part of the sizes that cancel in them cannot be told from zero. */
const ROUNDING = 2e-15;

/**
 * Solves the problem exactly, in the number of iterations that an active-set method takes (at most a few per
 * coefficient).
 *
 * Conditions of the minimum (Karush-Kuhn-Tucker): with g = A^T (target - A c), g = 0 for free coefficients, g <= 0 at
 * the lower bound, g >= 0 at the upper one, each to rounding and 1e-10 of the lengths of column and residuals. Without
 * `start` coefficients begin where they are closest to zero. Where there are more coefficients than points A c is
 * unique but c need not be.
 *
 * Sources: Lawson & Hanson, Solving Least Squares Problems (1974), chapter 23 (non-negative); Stark & Parker,
 * Computational Statistics 10 (1995) 129 (bounds).
 *
 * @param start coefficients near the solution, which make it faster and do not change it beyond rounding
 * @throws RangeError for inconsistent lengths, numbers that are not finite, or bounds in the wrong order
 */
export function boundedLinearLeastSquares(
  problem: BoundedLinearProblem,
  start?: ArrayLike<number>,
): BoundedLinearSolution {
  checkProblem(problem, start);
  return new ActiveSet(problem, start).solve();
}

class ActiveSet {
  readonly #problem: BoundedLinearProblem;
  readonly #lengths: Float64Array;
  readonly #units: Float64Array[];
  readonly #values: Float64Array;
  readonly #qr: UpdatedQr;
  /** Coefficients whose columns are in `#qr`, in its order. */
  readonly #free: number[] = [];
  readonly #isFree: boolean[];
  #residuals: Float64Array;

  constructor(problem: BoundedLinearProblem, start?: ArrayLike<number>) {
    const { columns, target, lower, upper } = problem;
    this.#problem = problem;
    this.#lengths = Float64Array.from(columns, norm);
    // Columns of length 1: whether columns depend on each other is no matter of units.
    this.#units = columns.map((column, j) => column.map((value) => value / (this.#lengths[j]! || 1)));
    this.#values = Float64Array.from(lower, (low, j) => Math.min(Math.max(start?.[j] ?? 0, low), upper[j]!));
    this.#qr = new UpdatedQr(target.length);
    this.#isFree = columns.map(() => false);
    if (start !== undefined) {
      this.#values.forEach((value, j) => {
        if (value > lower[j]! && value < upper[j]!) this.#release(j);
      });
    }
    this.#residuals = this.#misfit();
  }

  solve(): BoundedLinearSolution {
    const count = this.#values.length;
    const limit = 20 * count + 50;
    let iterations = 0;
    if (this.#free.length > 0) iterations = this.#descend(limit);
    let refused = new Set<number>();
    for (;;) {
      const entering = iterations < limit ? this.#steepest(refused) : -1;
      if (entering < 0) break;
      const upwards = dot(this.#units[entering]!, this.#residuals) > 0;
      const before = this.#values[entering]!;
      // Rounding may promise a decrease where there is none: such a coefficient waits until others have moved.
      if (!this.#release(entering)) {
        refused.add(entering);
        continue;
      }
      const step = this.#qr.solve(this.#residuals).at(-1)!;
      if (upwards !== step > 0 || before + step / this.#lengths[entering]! === before) {
        this.#hold(this.#free.length - 1);
        refused.add(entering);
        iterations += 1;
        continue;
      }
      iterations += this.#descend(limit - iterations);
      refused = new Set();
    }
    const { lower, upper } = this.#problem;
    return {
      coefficients: this.#values,
      residuals: this.#residuals,
      chi2: dot(this.#residuals, this.#residuals),
      held: Array.from(this.#values, (value, j) => {
        if (this.#isFree[j]) return null;
        return value === lower[j] ? 'lower' : value === upper[j] ? 'upper' : 'dependent';
      }),
      iterations,
      converged: iterations < limit,
    };
  }

  #release(index: number): boolean {
    if (this.#lengths[index] === 0 || !this.#qr.append(this.#units[index]!)) return false;
    this.#free.push(index);
    this.#isFree[index] = true;
    return true;
  }

  #hold(place: number): void {
    this.#qr.remove(place);
    const [index] = this.#free.splice(place, 1);
    this.#isFree[index!] = false;
  }

  #misfit(): Float64Array {
    const rest = this.#problem.target.slice();
    this.#values.forEach((value, j) => {
      if (value === 0) return;
      const column = this.#problem.columns[j]!;
      for (let i = 0; i < rest.length; i++) rest[i]! -= value * column[i]!;
    });
    return rest;
  }

  /** The held coefficient whose move lowers chi2 fastest, per length of its column; -1 at the minimum. */
  #steepest(refused: ReadonlySet<number>): number {
    const { lower, upper, target } = this.#problem;
    let size = norm(target);
    this.#values.forEach((value, j) => {
      size += Math.abs(value) * this.#lengths[j]!;
    });
    let steepest = -1;
    // A column that gains less depends on the free ones: its slope is at most the part of it that stands out.
    let gain = LEAST_INDEPENDENT * norm(this.#residuals) + ROUNDING * size;
    for (let j = 0; j < this.#values.length; j++) {
      if (this.#isFree[j] || lower[j] === upper[j]) continue;
      const slope = dot(this.#units[j]!, this.#residuals);
      if (slope > 0 ? this.#values[j] === upper[j] : this.#values[j] === lower[j]) continue;
      if (Math.abs(slope) > gain && !refused.has(j)) {
        gain = Math.abs(slope);
        steepest = j;
      }
    }
    return steepest;
  }

  /** Goes to the minimum over the free coefficients; holds those that come to a bound on the way. Returns passes. */
  #descend(limit: number): number {
    const { lower, upper } = this.#problem;
    for (let pass = 1; ; pass++) {
      const steps = this.#qr.solve(this.#residuals).map((step, k) => step / this.#lengths[this.#free[k]!]!);
      let fraction = 1;
      const fractions = this.#free.map((j, k) => {
        const value = this.#values[j]!;
        const target = value + steps[k]!;
        if (target >= lower[j]! && target <= upper[j]!) return 2;
        const part = ((target < lower[j]! ? lower[j]! : upper[j]!) - value) / steps[k]!;
        fraction = Math.min(fraction, part);
        return part;
      });
      this.#free.forEach((j, k) => {
        const moved = this.#values[j]! + fraction * steps[k]!;
        if (fractions[k]! <= fraction) this.#values[j] = steps[k]! < 0 ? lower[j]! : upper[j]!;
        else this.#values[j] = Math.min(Math.max(moved, lower[j]!), upper[j]!);
      });
      for (let k = this.#free.length - 1; k >= 0; k--) if (fractions[k]! <= fraction) this.#hold(k);
      this.#residuals = this.#misfit();
      if (fraction === 1 || this.#free.length === 0 || pass >= limit) return pass;
    }
  }
}

function checkProblem({ columns, target, lower, upper }: BoundedLinearProblem, start?: ArrayLike<number>): void {
  const count = columns.length;
  for (const [name, vector] of Object.entries({ lower, upper, ...(start === undefined ? {} : { start }) })) {
    if (vector.length !== count) {
      throw new RangeError(`There are ${count} coefficients, but ${vector.length} values of ${name}.`);
    }
  }
  columns.forEach((column, j) => {
    if (column.length !== target.length) {
      throw new RangeError(`Column ${j + 1} has ${column.length} entries instead of ${target.length}.`);
    }
    if (!Number.isFinite(norm(column)))
      throw new RangeError(`Column ${j + 1} is not finite; leave out its coefficient.`);
    const [low, high] = [lower[j]!, upper[j]!];
    if (!(low <= high && low < Number.POSITIVE_INFINITY && high > Number.NEGATIVE_INFINITY)) {
      throw new RangeError(`Coefficient ${j} has the bounds ${low} and ${high}; they must be numbers in this order.`);
    }
    if (start !== undefined && !Number.isFinite(start[j]!)) {
      throw new RangeError(`Coefficient ${j} starts at ${start[j]}; it must be finite.`);
    }
  });
  if (!Number.isFinite(norm(target))) throw new RangeError('A measured value is not finite.');
}
