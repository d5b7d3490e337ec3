/**
 * Quadrature points of the integral over emission times, in u = ln Es - ln E: Gauss-Legendre rules on pieces that crowd where
 * the integrand has structure. The longer a piece in its own variable, the more points it takes; their error then is 1e-7 at
 * worst wherever a flux arrives (see the test of the numerical error).
 */
import { boundedExponential } from './numerics/exponential';
import { GaussLegendreRule } from './numerics/gaussLegendre';

const MOST_POINTS: i32 = 48;
/** Pieces at most: two of recent emission, three in between, one of the oldest, and one more for the break of the spectrum. */
const MOST_PIECES: i32 = 7;
/** Moments of one energy at most. */
export const MOST_MOMENTS: i32 = MOST_POINTS * MOST_PIECES;

/** Rules of 2, 4, 6, … points. */
const rules = new StaticArray<GaussLegendreRule>(MOST_POINTS / 2 + 1);
for (let k = 1; k <= MOST_POINTS / 2; k++) rules[k] = new GaussLegendreRule(2 * k);

/** Longest pieces, in ln Es, and the ratio of the ends of one even in ln u (e^16). */
const LONGEST_PIECE: f64 = 12, LARGEST_RATIO: f64 = 8.9e6;

/** Points of a piece of recent emission: at least, and per unit of ln u; a pulsar that moved was farthest first, too. */
const RECENT_POINTS: f64 = 6, RECENT_SLOPE: f64 = 2.5, MOVING_POINTS: f64 = 12, MOVING_SLOPE: f64 = 3;
const LEAST_MOVING_POINTS: f64 = 16;
/** Points of a piece in between, which may hold the cutoff: at least, and per unit of u. */
const EVEN_POINTS: f64 = 18, EVEN_SLOPE: f64 = 1;
/** Points of a piece of the oldest emission: at least, and per unit of the logarithm; more where a cutoff ends it. */
const OLD_POINTS: f64 = 6, OLD_SLOPE: f64 = 1.7, LEAST_CUTOFF_POINTS: f64 = 16;
/** Points by which the coarser rule has fewer; it is there to measure the error of the finer. */
const COARSER_BY: i32 = 2;

/** ln Es of every moment, and the quadrature weight in u times 1/b(E). */
export const logEnergies = new StaticArray<f64>(MOST_MOMENTS);
export const quadratureWeights = new StaticArray<f64>(MOST_MOMENTS);
let moments: i32 = 0;

// What all pieces of one energy share.
let origin: f64 = 0;
let unit: f64 = 0;
let kink: f64 = 0;
let coarser: bool = false;

/** The rule for this number of points or a few more. */
function ruleFor(points: f64): GaussLegendreRule {
  const size = min<i32>(MOST_POINTS, 2 * <i32>Math.ceil(0.5 * points)) - (coarser ? COARSER_BY : 0);
  return rules[max<i32>(1, size >> 1)];
}

// @ts-ignore: decorator
@inline
function place(logEnergy: v128, weight: v128): void {
  const at = <usize>moments << 3;
  v128.store(changetype<usize>(logEnergies) + at, logEnergy);
  v128.store(changetype<usize>(quadratureWeights) + at, weight);
  moments += 2;
}

/** What the loops read, twice each: a constant that is splat there is computed anew at every turn. */
const setting = memory.data(16 * 4, 16);

// @ts-ignore: decorator
@inline
function put(place: usize, value: f64): void {
  v128.store(setting + (place << 4), f64x2.splat(value));
}

/** Points of a rule spread evenly over u in [from, to]. */
function placeEvenly(from: f64, to: f64): void {
  const rule = ruleFor(EVEN_POINTS + EVEN_SLOPE * (to - from));
  const half = f64x2.splat(0.5 * (to - from)), middle = f64x2.splat(origin + 0.5 * (to + from));
  const share = f64x2.splat(0.5 * (to - from) * unit);
  const nodes = changetype<usize>(rule.nodes), weights = changetype<usize>(rule.weights);
  for (let j: usize = 0, end = <usize>rule.size << 3; j < end; j += 16) {
    place(f64x2.add(middle, f64x2.mul(half, v128.load(nodes + j))), f64x2.mul(share, v128.load(weights + j)));
  }
}

/**
 * Points spread evenly over ln y, y in [from, to], where u = start + direction y.
 *
 * With y = sqrt(from to) e^(x ln(to/from)/2) a pair of nodes +-x needs one exponential and its inverse.
 */
function placeLogarithmically(
  from: f64, to: f64, start: f64, direction: f64, fewest: f64, base: f64, slope: f64,
): void {
  const range = Math.log(to / from);
  const rule = ruleFor(max<f64>(fewest, base + slope * range));
  put(0, 0.5 * range);
  put(1, direction * Math.sqrt(from * to));
  put(2, origin + start);
  put(3, 0.5 * range * direction * unit);
  const nodes = changetype<usize>(rule.nodes), weights = changetype<usize>(rule.weights);
  let j = <usize>rule.size << 2;
  if (rule.size & 2) {
    // An odd number of pairs: the innermost nodes -x, +x fill both lanes.
    const ratio = boundedExponential(f64x2.mul(v128.load(setting), v128.load(nodes + j - 8)));
    const y = f64x2.mul(v128.load(setting, 16), ratio);
    place(f64x2.add(v128.load(setting, 32), y), f64x2.mul(f64x2.mul(v128.load(setting, 48), v128.load(weights + j - 8)), y));
    j += 8;
  }
  for (const end = <usize>rule.size << 3; j < end; j += 16) {
    const ratio = boundedExponential(f64x2.mul(v128.load(setting), v128.load(nodes + j)));
    const weight = f64x2.mul(v128.load(setting, 48), v128.load(weights + j));
    const above = f64x2.mul(v128.load(setting, 16), ratio), below = f64x2.div(v128.load(setting, 16), ratio);
    place(f64x2.add(v128.load(setting, 32), above), f64x2.mul(weight, above));
    place(f64x2.add(v128.load(setting, 32), below), f64x2.mul(weight, below));
  }
}

/**
 * Begins the points of one energy.
 *
 * @param logEnergy ln E
 * @param inverseLossRate 1/b(E)
 * @param kinkPlace u of a kink of the spectrum, at which every piece is cut
 */
export function beginPoints(logEnergy: f64, inverseLossRate: f64, kinkPlace: f64, coarse: bool): void {
  moments = 0;
  origin = logEnergy;
  unit = inverseLossRate;
  kink = kinkPlace;
  coarser = coarse;
}

/** Number of points placed, even. */
export function pointsPlaced(): i32 {
  return moments;
}

/** Recent emission, u in [from, to]: crowded logarithmically towards 0. */
export function placeRecent(from: f64, to: f64, moving: bool): void {
  if (!(from < to)) return;
  const cut = to > LARGEST_RATIO * from ? Math.sqrt(from * to) : from;
  if (cut > from) placeRecentPiece(from, cut, moving);
  placeRecentPiece(cut, to, moving);
}

function placeRecentPiece(from: f64, to: f64, moving: bool): void {
  const fewest = moving ? LEAST_MOVING_POINTS : 0;
  const base = moving ? MOVING_POINTS : RECENT_POINTS, slope = moving ? MOVING_SLOPE : RECENT_SLOPE;
  if (from < kink && kink < to) {
    placeLogarithmically(from, kink, 0, 1, fewest, base, slope);
    from = kink;
  }
  placeLogarithmically(from, to, 0, 1, fewest, base, slope);
}

/** Emission in between, u in [from, to]: not crowded at all. */
export function placeBetween(from: f64, to: f64): void {
  const pieces = <i32>Math.ceil((to - from) / LONGEST_PIECE);
  const width = (to - from) / <f64>pieces;
  for (let i = 0; i < pieces; i++) {
    const left = from + width * <f64>i, right = from + width * <f64>(i + 1);
    if (left < kink && kink < right) {
      placeEvenly(left, kink);
      placeEvenly(kink, right);
    } else {
      placeEvenly(left, right);
    }
  }
}

/**
 * The oldest emission, u in [from, top]: crowded logarithmically towards `top`, on a scale.
 *
 * @param cutoff whether the spectrum ends at the top, not the life of the pulsar
 */
export function placeOldest(from: f64, top: f64, scale: f64, cutoff: bool): void {
  const fewest = cutoff ? LEAST_CUTOFF_POINTS : 0;
  const start = top + scale;
  if (from < kink && kink < top) {
    placeLogarithmically(start - kink, start - from, start, -1, fewest, OLD_POINTS, OLD_SLOPE);
    from = kink;
  }
  placeLogarithmically(scale, start - from, start, -1, fewest, OLD_POINTS, OLD_SLOPE);
}
