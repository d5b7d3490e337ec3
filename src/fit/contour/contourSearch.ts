/** Where chi2, minimised over all other parameters, has risen by so much: in the plane of two parameters. */
import { type ConditionalMinimum, expectedCovariance } from '../conditional.ts';
import type { Elementary } from '../elementary.ts';
import type { LeastSquaresProblem, Minimum } from '../leastSquares.ts';
import { isBelow } from '../profile.ts';
import { type ClosedLine, linesOfHeight } from './marchingSquares.ts';
import { Plane, type PlaneSetting } from './plane.ts';
import { type ContourTask, doTask, Ridge } from './ridge.ts';

/** The region of one probability. */
export interface Contour {
  readonly probability: number;
  /** Rise of chi2 on the contour. */
  readonly deltaChi2: number;
  /** Closed lines of (first, second) parameter, the last point being the first; those around holes run clockwise. */
  readonly lines: ClosedLine[];
}

export interface ContourResult {
  readonly indices: readonly [number, number];
  /** Ascending in probability. */
  readonly contours: Contour[];
  /** Whether the largest region is cut off by a bound of one of the two parameters. */
  readonly atBound: boolean;
  /** Whether the largest region never ends, and was given up at the border of what was computed. */
  readonly incomplete: boolean;
  /** The lowest place met if it lies below the minimum, which then is not the lowest one. */
  readonly newMinimum: ConditionalMinimum | null;
  /** Minimisations over the other parameters. */
  readonly minimisations: number;
}

export interface ContourOptions {
  /** Ascending; 0.3935, 0.68 and 0.95 unless stated: rises of chi2 by 1.00, 2.28 and 5.99. */
  readonly probabilities?: readonly number[];
  /** Nodes of the lattice from the best values to the largest contour; 10 unless stated. */
  readonly resolution?: number;
}

/** 1 - exp(-1/2), the probability of one standard error for two parameters, is the first. */
export const CONTOUR_PROBABILITIES: readonly number[] = [0.3935, 0.68, 0.95];

/** Rise of chi2 of two parameters that encloses a probability: -2 ln(1 - p), the chi2 distribution of two degrees. */
export function deltaChi2OfProbability(probability: number, { log }: Pick<Elementary, 'log'>): number {
  if (!(probability > 0 && probability < 1)) {
    throw new RangeError(`A contour encloses the probability ${probability}; it must lie between 0 and 1.`);
  }
  return -2 * log(1 - probability);
}

/**
 * Finds contours by tasks that may be done in any order, in parallel: take the `tasks`, do each (`doTask`), give the
 * results back in the order of the tasks, until there are none. Result and tasks do not depend on who did them.
 *
 * First the ridge is followed, the lowest chi2 for every value of the first parameter; then chi2 is minimised over the
 * other parameters at places on both sides of it, as far as the largest region goes. The covariance gives the first
 * guess of all distances. A region that is not connected to the ridge is not found; one that bends back along the first
 * parameter comes out better with the two in the other order. Areas of contours are accurate to 1 %, and errors fall as
 * 1 / resolution^2, where chi2 is nearly quadratic.
 */
export class ContourSearch {
  readonly #setting: PlaneSetting;
  readonly #probabilities: readonly number[];
  readonly #rises: number[];
  readonly #resolution: number;
  readonly #ridge: Ridge;
  readonly #known = new Map<string, ConditionalMinimum | null>();
  #plane: Plane | null = null;
  #lowest: ConditionalMinimum | null = null;

  /**
   * @param indices two different parameters
   * @throws RangeError for parameters that do not exist, or probabilities that do not ascend between 0 and 1
   */
  constructor(
    problem: LeastSquaresProblem,
    minimum: Minimum,
    indices: readonly [number, number],
    elementary: Pick<Elementary, 'log'>,
    { probabilities = CONTOUR_PROBABILITIES, resolution = 10 }: ContourOptions = {},
  ) {
    const [first, second] = indices;
    if (minimum.best[first] === undefined || minimum.best[second] === undefined || first === second) {
      throw new RangeError(
        `A contour needs two different parameters of ${minimum.best.length}, not ${indices.join()}.`,
      );
    }
    if (probabilities.length === 0 || probabilities.some((value, k) => k > 0 && !(value > probabilities[k - 1]!))) {
      throw new RangeError('The probabilities of contours must ascend.');
    }
    this.#probabilities = probabilities;
    this.#rises = probabilities.map((probability) => deltaChi2OfProbability(probability, elementary));
    this.#resolution = resolution;
    const covariance = expectedCovariance(problem, minimum, indices);
    this.#setting = { problem, minimum, indices, covariance, rise: this.#rises.at(-1)! };
    const step = this.#reach * Math.sqrt(covariance[first]![first]!);
    this.#ridge = new Ridge(problem, minimum, first, { rise: this.#setting.rise, step, ...this.#limits });
    this.#crossOver();
    this.#extend();
  }

  /** What is to be done next; empty at the end. */
  get tasks(): ContourTask[] {
    return this.#plane?.tasks ?? this.#ridge.tasks;
  }

  /** Takes the results of all `tasks`, in their order. */
  accept(results: readonly (ConditionalMinimum | null)[]): void {
    for (const place of results) {
      if (place === null || !isBelow(place.chi2, this.#setting.minimum)) continue;
      if (!(this.#lowest !== null && this.#lowest.chi2 <= place.chi2)) this.#lowest = place;
    }
    if (this.#plane !== null) {
      this.#plane.accept(results);
    } else {
      this.#ridge.accept(results);
      this.#crossOver();
    }
    this.#extend();
  }

  /** The contours, once there are no tasks. */
  result(): ContourResult {
    if (this.#plane === null || this.tasks.length > 0) throw new RangeError('The contours are not known yet.');
    const { grid, incomplete, isAtBound } = this.#plane;
    return {
      indices: this.#setting.indices,
      contours: this.#rises.map((deltaChi2, k) => ({
        probability: this.#probabilities[k]!,
        deltaChi2,
        lines: linesOfHeight(grid, Math.sqrt(deltaChi2)),
      })),
      atBound: isAtBound,
      incomplete: incomplete || this.#ridge.incomplete,
      newMinimum: this.#lowest,
      minimisations: this.#known.size + this.#ridge.minimisations,
    };
  }

  /** Distance of nodes in standard errors. */
  get #reach(): number {
    return Math.sqrt(this.#rises.at(-1)!) / this.#resolution;
  }

  /** 2 resolution + 1 nodes inside are expected. */
  get #limits(): { fewest: number; most: number } {
    return { fewest: this.#resolution, most: 4 * this.#resolution };
  }

  /**
   * Where the region goes on beyond the ends of the ridge, this had not found the lowest way: it goes on from there.
   */
  #extend(): void {
    while (this.#plane !== null && this.#plane.tasks.length === 0) {
      const beyond = this.#plane.insideBeyondRidge;
      if (beyond.length === 0) return;
      for (const { value, place } of beyond) this.#ridge.improve(value, place);
      this.#plane = null;
      this.#crossOver();
    }
  }

  /** From the ridge to the plane, once the ridge is known. */
  #crossOver(): void {
    if (this.#ridge.tasks.length > 0) return;
    const { covariance, indices } = this.#setting;
    const [i, j] = indices;
    const [a, b, c] = [covariance[i]![i]!, covariance[i]![j]!, covariance[j]![j]!];
    const step = this.#reach * Math.sqrt(Math.max(c - (b * b) / a, 1e-12 * c));
    this.#plane = new Plane(this.#setting, this.#ridge.rows, this.#known, { step, ...this.#limits });
  }
}

/** How many minimisations are done, and how many are waiting. */
export interface ContourProgress {
  readonly minimisations: number;
  readonly waiting: number;
}

/** Contours in the plane of two parameters, as `ContourSearch` finds them; yields after every minimisation. */
export function* contours(
  problem: LeastSquaresProblem,
  minimum: Minimum,
  indices: readonly [number, number],
  elementary: Pick<Elementary, 'log'>,
  options: ContourOptions = {},
): Generator<ContourProgress, ContourResult> {
  const search = new ContourSearch(problem, minimum, indices, elementary, options);
  let minimisations = 0;
  for (let { tasks } = search; tasks.length > 0; { tasks } = search) {
    const results: (ConditionalMinimum | null)[] = [];
    for (const task of tasks) {
      results.push(doTask(problem, task));
      minimisations += 1;
      yield { minimisations, waiting: tasks.length - results.length };
    }
    search.accept(results);
  }
  return search.result();
}
