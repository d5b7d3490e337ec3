/** chi2 along one parameter while the others follow. */
import { type ConditionalMinimum, expectedCovariance, lowestWith } from './conditional.ts';
import type { LeastSquaresProblem, Minimum } from './leastSquares.ts';
import { isBelow, type ProfileProgress } from './profile.ts';

/** The profile of one parameter. */
export interface ProfileCurve {
  readonly index: number;
  /** Values of the parameter, ascending. */
  readonly values: Float64Array;
  /** Smallest chi2 at each value; null where none is finite. */
  readonly chi2: (number | null)[];
  /** All parameters at each value; null where chi2 is not finite. */
  readonly parameters: (Float64Array | null)[];
  /** The lowest place if it lies below the minimum, which then is not the lowest one. */
  readonly newMinimum: ConditionalMinimum | null;
}

/**
 * Values for a profile: evenly spaced on each side of the best one, as far as `deviations` standard errors or the
 * bound.
 *
 * @param places values on each side
 */
export function profileValues(
  problem: LeastSquaresProblem,
  minimum: Minimum,
  index: number,
  deviations = 3,
  places = 20,
): Float64Array {
  const best = minimum.best[index]!;
  const reach = deviations * Math.sqrt(expectedCovariance(problem, minimum, [index])[index]![index]!);
  const low = Math.max(best - reach, problem.lower[index]!);
  const high = Math.min(best + reach, problem.upper[index]!);
  const values: number[] = [];
  if (low < best) for (let k = places; k > 0; k--) values.push(k === places ? low : best - (k / places) * (best - low));
  values.push(best);
  if (high > best)
    for (let k = 1; k <= places; k++) values.push(k === places ? high : best + (k / places) * (high - best));
  return Float64Array.from(values);
}

/**
 * chi2 minimised over all other parameters at each of the values; yields after every minimisation.
 *
 * The profile is followed outwards from the best value, each search starting where the last two point to.
 *
 * @param values ascending, inside the bounds
 * @throws RangeError for values that do not ascend or lie outside the bounds
 */
export function* profileCurve(
  problem: LeastSquaresProblem,
  minimum: Minimum,
  index: number,
  values: ArrayLike<number>,
): Generator<ProfileProgress, ProfileCurve> {
  const wanted = Float64Array.from(values);
  wanted.forEach((value, k) => {
    if (!(value >= problem.lower[index]! && value <= problem.upper[index]!) || (k > 0 && !(value > wanted[k - 1]!))) {
      throw new RangeError(`The value ${value} of parameter ${index} is out of its bounds or not in ascending order.`);
    }
  });
  const best = minimum.best[index]!;
  const found: (ConditionalMinimum | null)[] = new Array(wanted.length).fill(null);
  const first = wanted.findIndex((value) => value >= best);
  const split = first < 0 ? wanted.length : first;
  const ways = [
    { side: 'lower' as const, places: Array.from({ length: split }, (_, k) => split - 1 - k) },
    { side: 'upper' as const, places: Array.from({ length: wanted.length - split }, (_, k) => split + k) },
  ];
  for (const { side, places } of ways) {
    let near: Float64Array = minimum.best;
    let far: Float64Array = minimum.best;
    for (const place of places) {
      const value = wanted[place]!;
      const there = lowestWith(problem, [{ index, value }], followed(problem, far, near, index, value));
      found[place] = there;
      yield { side, value, chi2: there?.chi2 ?? null };
      if (there !== null) [far, near] = [near, there.parameters];
    }
  }
  const lowest = found.reduce((a, b) => (a === null || (b !== null && b.chi2 < a.chi2) ? b : a), null);
  return {
    index,
    values: wanted,
    chi2: found.map((place) => place?.chi2 ?? null),
    parameters: found.map((place) => place?.parameters ?? null),
    newMinimum: lowest !== null && isBelow(lowest.chi2, minimum) ? lowest : null,
  };
}

/** All parameters at a value, from the straight line through the last two places. */
function followed(
  problem: LeastSquaresProblem,
  far: Float64Array,
  near: Float64Array,
  index: number,
  value: number,
): Float64Array {
  const gone = near[index]! - far[index]!;
  const part = gone === 0 ? 0 : (value - near[index]!) / gone;
  return near.map((entry, i) =>
    Math.min(Math.max(entry + part * (entry - far[i]!), problem.lower[i]!), problem.upper[i]!),
  );
}
