/** The ridge of the likelihood: where all parameters go as one of them is moved, row by row. */
import { type ConditionalMinimum, type HeldParameter, lowestWith } from '../conditional.ts';
import type { LeastSquaresProblem, Minimum } from '../leastSquares.ts';

/** A minimisation to be done, by `doTask`; plain data that a worker can take. */
export interface ContourTask {
  readonly held: readonly HeldParameter[];
  readonly start: Float64Array;
}

/** The others are good to this part of a standard error, hence chi2 to 1e-4: a contour is drawn to 1e-2. */
const INNER_TOLERANCE = 0.01;

/** Does a task. */
export function doTask(problem: LeastSquaresProblem, { held, start }: ContourTask): ConditionalMinimum | null {
  return lowestWith(problem, held, start, INNER_TOLERANCE);
}

/** A value of the first parameter with the lowest chi2 there; null where none is finite. */
export interface RidgeRow {
  readonly value: number;
  readonly place: ConditionalMinimum | null;
}

/** Rescalings by two, more than which no region of sense needs. */
const MOST_SCALES = 12;

/**
 * Rows from the best value to where chi2 has risen by `rise` on both sides, or to the bound, evenly spaced.
 *
 * The spacing begins at `step` and changes by powers of two until the rows are between `fewest` and `most`; so rows of
 * one spacing serve the next.
 */
export class Ridge {
  readonly #problem: LeastSquaresProblem;
  readonly #minimum: Minimum;
  readonly #index: number;
  readonly #rise: number;
  readonly #fewest: number;
  readonly #most: number;
  readonly #known = new Map<number, ConditionalMinimum | null>();
  #step: number;
  #scales = 0;
  #finer = false;
  /** Rows of either side, from the best value outwards; the last one is outside, or at the bound. */
  #sides: [RidgeRow[], RidgeRow[]] = [[], []];
  #waiting: number[] = [];
  /** Whether the ridge never rises enough, and was given up. */
  incomplete = false;

  constructor(
    problem: LeastSquaresProblem,
    minimum: Minimum,
    index: number,
    { rise, step, fewest, most }: { rise: number; step: number; fewest: number; most: number },
  ) {
    this.#problem = problem;
    this.#minimum = minimum;
    this.#index = index;
    this.#rise = rise;
    this.#step = step;
    this.#fewest = fewest;
    this.#most = most;
    this.#go();
  }

  /** What is to be done next, one task for each side at most; none at the end. */
  get tasks(): ContourTask[] {
    return this.#waiting.map((side) => {
      const value = this.#next(side)!;
      return { held: [{ index: this.#index, value }], start: this.#followed(side, value) };
    });
  }

  accept(results: readonly (ConditionalMinimum | null)[]): void {
    this.#waiting.forEach((side, k) => {
      this.#known.set(this.#next(side)!, results[k] ?? null);
    });
    this.#go();
  }

  /** Goes on from a place that is lower than the one found at its value of the parameter, as beyond a saddle. */
  improve(value: number, place: ConditionalMinimum): void {
    this.#known.set(value, place);
    this.#sides = [[], []];
    this.#go();
  }

  /** Rows in ascending order of the parameter. */
  get rows(): RidgeRow[] {
    const centre = { value: this.#minimum.best[this.#index]!, place: this.#centre };
    return [...this.#sides[0].toReversed(), centre, ...this.#sides[1]];
  }

  /** How many minimisations were done. */
  get minimisations(): number {
    return this.#known.size;
  }

  get #centre(): ConditionalMinimum {
    return { chi2: this.#minimum.chi2, parameters: this.#minimum.best };
  }

  #isInside({ place }: RidgeRow): boolean {
    return place !== null && place.chi2 - this.#minimum.chi2 < this.#rise;
  }

  /** The value of the next row of a side; null where the side has come to its end. */
  #next(side: number): number | null {
    const { lower, upper } = this.#problem;
    const rows = this.#sides[side]!;
    const bound = (side === 0 ? lower : upper)[this.#index]!;
    const best = this.#minimum.best[this.#index]!;
    const last = rows.at(-1);
    if (last === undefined ? best === bound : last.value === bound || !this.#isInside(last)) return null;
    const value = best + (side === 0 ? -1 : 1) * (rows.length + 1) * this.#step;
    return side === 0 ? Math.max(value, bound) : Math.min(value, bound);
  }

  /** Takes all rows that are known, changes the spacing if need be, and sets what to wait for. */
  #go(): void {
    for (;;) {
      this.#waiting = [];
      for (const side of [0, 1]) {
        const rows = this.#sides[side]!;
        let value = this.#next(side);
        for (; value !== null && this.#known.has(value) && rows.length <= this.#most; value = this.#next(side)) {
          rows.push({ value, place: this.#known.get(value) ?? null });
        }
        if (value !== null) this.#waiting.push(side);
      }
      const inside = 1 + this.#sides.flat().filter((row) => this.#isInside(row)).length;
      const tooMany = inside > this.#most;
      const tooFew = this.#waiting.length === 0 && inside < this.#fewest;
      // Once it was made finer, a spacing is not made coarser again.
      if (!(tooMany && !this.#finer) && !tooFew) return;
      if (this.#scales === MOST_SCALES) {
        this.incomplete = tooMany;
        this.#waiting = [];
        return;
      }
      this.#scales += 1;
      this.#finer = tooFew;
      this.#step *= tooFew ? 0.5 : 2;
      this.#sides = [[], []];
    }
  }

  /** All parameters at a value, from the straight line through the last two rows of a side. */
  #followed(side: number, value: number): Float64Array {
    const { lower, upper } = this.#problem;
    const reached = [this.#centre, ...this.#sides[side]!.map(({ place }) => place!)];
    const near = reached.at(-1)!.parameters;
    const far = (reached.at(-2) ?? this.#centre).parameters;
    const gone = near[this.#index]! - far[this.#index]!;
    const part = gone === 0 ? 0 : (value - near[this.#index]!) / gone;
    return near.map((entry, i) => Math.min(Math.max(entry + part * (entry - far[i]!), lower[i]!), upper[i]!));
  }
}
