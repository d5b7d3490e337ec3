/** Profile likelihood: how far a parameter can go while the others follow. */
import { expectedCovariance, lowestWith } from './conditional.ts';
import type { LeastSquaresProblem, Minimum } from './leastSquares.ts';

export type Side = 'lower' | 'upper';

/** One place on the profile. */
export interface ProfileProgress {
  readonly side: Side;
  readonly value: number;
  /** Smallest chi2 with the parameter at this value; null where none is finite. */
  readonly chi2: number | null;
}

/**
 * How the way to one end of an interval ended. `crossed`: chi2 has risen by as much as asked. `edge`: beyond it the
 * residuals are not finite. `bound`: the parameter came to its bound first. `no rise`: chi2 never rises that much.
 */
export type ProfileOutcome = 'crossed' | 'edge' | 'bound' | 'no rise';

/** One end of an interval. */
export interface ProfileEnd {
  readonly outcome: ProfileOutcome;
  /** Value of the parameter there; null for `bound` and `no rise`. */
  readonly value: number | null;
  /** The lowest place on the way if it lies below the minimum, which then is not the lowest one. */
  readonly lowerPlace: { readonly chi2: number; readonly parameters: Float64Array } | null;
}

/** A place on the profile, as the search for the end of the interval sees it. */
interface ProfilePoint {
  /** Distance from the best value, > 0. */
  readonly distance: number;
  /** Square root of the rise of chi2 above the minimum. */
  readonly rise: number;
  readonly parameters: Float64Array;
}

/**
 * The search ends when its last correction is this small, relative to the interval; the next one would be far smaller.
 */
const LAST_CORRECTION = 1e-5;
const MOST_PLACES = 100;
/**
 * chi2 must be this much lower to be another minimum: above the rounding errors of a model, far below a standard error.
 */
const ANOTHER_MINIMUM = 1e-4;

/** Whether a chi2 lies so far below that of a minimum that this is not the lowest one. */
export function isBelow(chi2: number, minimum: Minimum): boolean {
  return chi2 < minimum.chi2 - ANOTHER_MINIMUM;
}

/**
 * The values of one parameter at which chi2, minimised over all others, lies deltaChi2 above its minimum; yields after
 * every minimisation.
 *
 * deltaChi2 = 1 gives the interval of one standard deviation, 4 that of two. null on a side where the parameter reaches
 * its bound first, or where chi2 never rises that much. Relative accuracy 1e-6 of the distance from the best value,
 * where the residuals are smooth. Source: James & Roos, Computer Physics Communications 10 (1975) 343 (MINOS).
 *
 * @throws RangeError for a parameter that does not exist, or a deltaChi2 that is not positive
 */
export function* profileInterval(
  problem: LeastSquaresProblem,
  minimum: Minimum,
  index: number,
  deltaChi2 = 1,
): Generator<ProfileProgress, [number | null, number | null]> {
  checkQuestion(minimum, index, deltaChi2);
  const lower = yield* profileEnd(problem, minimum, index, 'lower', deltaChi2);
  const upper = yield* profileEnd(problem, minimum, index, 'upper', deltaChi2);
  return [lower.value, upper.value];
}

/** One end of the interval, with the reason where there is none; as `profileInterval`. */
export function* profileEnd(
  problem: LeastSquaresProblem,
  minimum: Minimum,
  index: number,
  side: Side,
  deltaChi2 = 1,
): Generator<ProfileProgress, ProfileEnd> {
  checkQuestion(minimum, index, deltaChi2);
  const best = minimum.best[index]!;
  const bound = problem[side][index]!;
  const room = Math.abs(bound - best);
  let lowerPlace: ProfileEnd['lowerPlace'] = null;
  const end = (outcome: ProfileOutcome, value: number | null): ProfileEnd => ({ outcome, value, lowerPlace });
  if (room === 0) return end('bound', null);
  const target = Math.sqrt(deltaChi2);
  const valueAt = (distance: number) =>
    distance === room ? bound : side === 'lower' ? best - distance : best + distance;

  const points: ProfilePoint[] = [{ distance: 0, rise: 0, parameters: minimum.best }];
  let inside = 0;
  let outside: number | null = null;
  let outsideIsFinite = true;
  const crossing = (distance: number) => end(outsideIsFinite ? 'crossed' : 'edge', valueAt(distance));
  let distance = Math.min(target * expectedError(problem, minimum, index), room);
  for (let place = 0; place < MOST_PLACES; place++) {
    const value = valueAt(distance);
    const there = lowestWith(problem, [{ index, value }], followed(problem, points, distance));
    yield { side, value, chi2: there?.chi2 ?? null };
    // Below the minimum there is no root: a profile that finds a deeper one goes on outwards.
    const rise = there === null ? Number.POSITIVE_INFINITY : Math.sqrt(Math.max(0, there.chi2 - minimum.chi2));
    if (there !== null) {
      points.push({ distance, rise, parameters: there.parameters });
      if (isBelow(there.chi2, minimum) && !(lowerPlace !== null && there.chi2 >= lowerPlace.chi2)) lowerPlace = there;
    }
    if (rise === target) return end('crossed', value);
    if (rise > target) {
      outside = distance;
      outsideIsFinite = there !== null;
    } else {
      inside = distance;
    }
    if (outside === null) {
      if (distance === room) return end('bound', null);
      const next = interpolate(points, target) ?? 2 * distance;
      distance = Math.min(Math.max(next, 1.2 * distance), 5 * distance, room);
      continue;
    }
    const next = rise === Number.POSITIVE_INFINITY ? null : interpolate(points, target);
    if (next !== null && Math.abs(next - distance) <= LAST_CORRECTION * distance) return end('crossed', valueAt(next));
    if (outside - inside <= 1e-8 * outside) return crossing(outside);
    // Every third place halves the bracket, whatever the interpolation says.
    const trusted = next !== null && next > inside && next < outside && place % 3 !== 2;
    distance = trusted ? next : 0.5 * (inside + outside);
  }
  return outside === null ? end('no rise', null) : crossing(outside);
}

function checkQuestion(minimum: Minimum, index: number, deltaChi2: number): void {
  if (!(index >= 0 && index < minimum.best.length)) {
    throw new RangeError(`There is no parameter ${index} among ${minimum.best.length}.`);
  }
  if (!(deltaChi2 > 0 && Number.isFinite(deltaChi2))) {
    throw new RangeError(`The rise of chi2 is ${deltaChi2}; it must be positive and finite.`);
  }
}

/** Standard error from J^T J, or the typical size where the residuals do not constrain the parameter. */
function expectedError(problem: LeastSquaresProblem, minimum: Minimum, index: number): number {
  // Without derivatives at hand the profile finds its width faster than they would.
  if (minimum.jacobian === null) return problem.typicalSize[index]!;
  return Math.sqrt(expectedCovariance(problem, minimum, [index])[index]![index]!);
}

/**
 * Distance at which the rise should reach its target: distance / rise is nearly constant, and a straight line through
 * its last two values lets the profile be skewed. null without a rise to start from.
 */
function interpolate(points: readonly ProfilePoint[], target: number): number | null {
  const last = points.at(-1)!;
  const before = points.at(-2);
  if (!(last.rise > 0)) return null;
  const ratio = last.distance / last.rise;
  if (before === undefined || !(before.rise > 0) || before.rise === last.rise) return target * ratio;
  const ratioBefore = before.distance / before.rise;
  return target * (ratio + ((ratio - ratioBefore) * (target - last.rise)) / (last.rise - before.rise));
}

/** All parameters at a distance, from a straight line through the two places nearest to it. */
function followed(problem: LeastSquaresProblem, points: readonly ProfilePoint[], distance: number): Float64Array {
  const [near, far] = [...points].sort((a, b) => Math.abs(a.distance - distance) - Math.abs(b.distance - distance));
  if (far === undefined) return near!.parameters;
  const slope = (distance - near!.distance) / (far.distance - near!.distance);
  return near!.parameters.map((value, i) => {
    const extrapolated = value + slope * (far.parameters[i]! - value);
    return Math.min(Math.max(extrapolated, problem.lower[i]!), problem.upper[i]!);
  });
}
