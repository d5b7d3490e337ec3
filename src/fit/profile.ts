/** Profile likelihood: how far a parameter can go while the others follow. */
import { whiteningFrame } from './frame.ts';
import { type LeastSquaresProblem, type Minimum, minimise, runToEnd } from './leastSquares.ts';

/** One place on the profile. */
export interface ProfileProgress {
  readonly side: 'lower' | 'upper';
  readonly value: number;
  /** Smallest chi2 with the parameter at this value; null where none is finite. */
  readonly chi2: number | null;
}

/** A place on the profile, as the search for the end of the interval sees it. */
interface ProfilePoint {
  /** Distance from the best value, > 0. */
  readonly distance: number;
  /** Square root of the rise of chi2 above the minimum. */
  readonly rise: number;
  readonly parameters: Float64Array;
}

/** The other parameters are good to this part of a standard error, hence chi2 to its square. */
const INNER_TOLERANCE = 1e-4;
/** The search ends when its last correction is this small, relative to the interval; the next one would be far smaller. */
const LAST_CORRECTION = 1e-5;
const MOST_PLACES = 100;

/**
 * The values of one parameter at which chi2, minimised over all others, lies deltaChi2 above its minimum; yields after
 * every minimisation.
 *
 * deltaChi2 = 1 gives the interval of one standard deviation, 4 that of two. null on a side where the parameter reaches
 * its bound first, or where chi2 never rises that much. Relative accuracy 1e-6 of the distance from the best value, where
 * the residuals are smooth. Source: James & Roos, Computer Physics Communications 10 (1975) 343 (MINOS).
 *
 * @throws RangeError for a parameter that does not exist, or a deltaChi2 that is not positive
 */
export function* profileInterval(
  problem: LeastSquaresProblem,
  minimum: Minimum,
  index: number,
  deltaChi2 = 1,
): Generator<ProfileProgress, [number | null, number | null]> {
  if (!(index >= 0 && index < minimum.best.length)) {
    throw new RangeError(`There is no parameter ${index} among ${minimum.best.length}.`);
  }
  if (!(deltaChi2 > 0 && Number.isFinite(deltaChi2))) {
    throw new RangeError(`The rise of chi2 is ${deltaChi2}; it must be positive and finite.`);
  }
  const lower = yield* intervalEnd(problem, minimum, index, deltaChi2, 'lower');
  const upper = yield* intervalEnd(problem, minimum, index, deltaChi2, 'upper');
  return [lower, upper];
}

function* intervalEnd(
  problem: LeastSquaresProblem,
  minimum: Minimum,
  index: number,
  deltaChi2: number,
  side: 'lower' | 'upper',
): Generator<ProfileProgress, number | null> {
  const best = minimum.best[index]!;
  const bound = problem[side][index]!;
  const room = Math.abs(bound - best);
  if (room === 0) return null;
  const target = Math.sqrt(deltaChi2);
  const valueAt = (distance: number) =>
    distance === room ? bound : side === 'lower' ? best - distance : best + distance;

  const points: ProfilePoint[] = [{ distance: 0, rise: 0, parameters: minimum.best }];
  let inside = 0;
  let outside: number | null = null;
  let distance = Math.min(target * expectedError(problem, minimum, index), room);
  for (let place = 0; place < MOST_PLACES; place++) {
    const value = valueAt(distance);
    const there = lowestAt(problem, index, value, followed(problem, points, distance));
    yield { side, value, chi2: there?.chi2 ?? null };
    // Below the minimum there is no root: a profile that finds a deeper one goes on outwards.
    const rise = there === null ? Number.POSITIVE_INFINITY : Math.sqrt(Math.max(0, there.chi2 - minimum.chi2));
    if (there !== null) points.push({ distance, rise, parameters: there.parameters });
    if (rise === target) return value;
    if (rise > target) outside = distance;
    else inside = distance;
    if (outside === null) {
      if (distance === room) return null;
      const next = interpolate(points, target) ?? 2 * distance;
      distance = Math.min(Math.max(next, 1.2 * distance), 5 * distance, room);
      continue;
    }
    const next = rise === Number.POSITIVE_INFINITY ? null : interpolate(points, target);
    if (next !== null && Math.abs(next - distance) <= LAST_CORRECTION * distance) return valueAt(next);
    if (outside - inside <= 1e-8 * outside) return valueAt(outside);
    // Every third place halves the bracket, whatever the interpolation says.
    const trusted = next !== null && next > inside && next < outside && place % 3 !== 2;
    distance = trusted ? next : 0.5 * (inside + outside);
  }
  return outside === null ? null : valueAt(outside);
}

/** Standard error from J^T J, or the typical size where the residuals do not constrain the parameter. */
function expectedError(problem: LeastSquaresProblem, minimum: Minimum, index: number): number {
  const { jacobian } = minimum;
  const typicalSize = problem.typicalSize[index]!;
  if (jacobian === null) return typicalSize;
  const moving = minimum.atBound.flatMap((bound, i) => (bound === null || i === index ? [i] : []));
  const columns = moving.map((i) => jacobian[i]!);
  const frame = whiteningFrame(columns, moving, problem.typicalSize, 'leave out');
  if (frame.unconstrained[moving.indexOf(index)]) return typicalSize;
  const variance = frame.directions.reduce((sum, direction) => sum + direction[index]! * direction[index]!, 0);
  return variance > 0 ? Math.sqrt(variance) : typicalSize;
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

/** Minimum of chi2 with one parameter held; null where the residuals are not finite. */
function lowestAt(problem: LeastSquaresProblem, index: number, held: number, start: Float64Array) {
  const others = Array.from(start, (_, i) => i).filter((i) => i !== index);
  const only = (vector: Float64Array) => Float64Array.from(others, (i) => vector[i]!);
  const parameters = start.slice();
  parameters[index] = held;
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
      { tolerance: INNER_TOLERANCE },
    ),
  );
  return Number.isFinite(lowest.chi2) ? { chi2: lowest.chi2, parameters: complete(lowest.best).slice() } : null;
}
