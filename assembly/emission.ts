/**
 * The emission history as it is seen today at one energy E: a list of moments. At each moment positrons left the pulsar
 * with the energy Es that has cooled to E by now, and have diffused since.
 *
 * N(E, r) = int dt0 [b(Es)/b(E)] Q(Es, t0) G(r, Lambda(E, Es)) is integrated over x = ln Es, where dt0 b(Es) = Es dx:
 *   N(E, r) = sum_j a_j S(Es_j) l_j^(3/2) G(r, D0 l_j),   a_j = w_j Es_j L(t0_j) / [L(0) b(E) l_j^(3/2)],
 * so that a moment does not depend on D0, the spectrum or the place of the observer: those enter where it is summed. The factor
 * l^(3/2), which every Green's function has inverted, is taken into the moments.
 */
import { diffusionShape } from './diffusion';
import {
  diffusionTimeFromTop,
  energyTimesIntegralsFromTop,
  LAST_LOG_ENERGY,
  logEnergyAtLossTime,
  lossTimeFromTop,
  tabulatedLossRate,
} from './lossIntegrals';
import { CUTOFF_RANGE, spinDownDecline } from './injection';
import { exponential } from './numerics/exponential';
import { GaussLegendreRule } from './numerics/gaussLegendre';

/** Points in each piece of the integral over emission times; the coarser rule is there to measure the error of the finer. */
const fineRule = new GaussLegendreRule(32);
const coarseRule = new GaussLegendreRule(24);
let pieceRule = fineRule;
/** Pieces at most: two ends, up to three in between, and one more for the break of the spectrum. */
const MOST_PIECES: i32 = 6;
/** Moments of one energy at most. */
export const MOST_MOMENTS: i32 = 32 * MOST_PIECES;

/** Columns of a history: one row of numbers each, of equal even length. */
export const COLUMNS: i32 = 5;

/** What stands for ln 0 of a Green's function: its exponential is 0 beside every other moment. */
export const LOG_OF_NOTHING: f64 = -1e4;

/** Differences in the exponent of the Green's function beyond which a moment does not count (3e-20). */
const EXPONENT_RANGE: f64 = 45;

/** Longest piece in ln Es; with 32 points a cutoff exp(-Es/E_c) inside it is integrated to 1e-6 or better. */
const LONGEST_PIECE: f64 = 12;

// Offsets ln Es - ln E and quadrature weights stand here first, since the number of moments is known only at the end.
const offsets = new StaticArray<f64>(MOST_MOMENTS);
const quadratureWeights = new StaticArray<f64>(MOST_MOMENTS);
let moments: i32 = 0;

// The pulsar and the observed energy in work; set once, read by the pieces.
let age: f64 = 0;
let timescale: f64 = 0;
let inverseTimescale: f64 = 0;
let braking: f64 = 3;
let observedEnergy: f64 = 0;
let observedLogEnergy: f64 = 0;
let observedLossTime: f64 = 0;
let observedDiffusionTime: f64 = 0;
let observedLossRate: f64 = 0;

function observe(energy: f64): void {
  observedEnergy = energy;
  observedLogEnergy = Math.log(energy);
  observedLossTime = lossTimeFromTop(observedLogEnergy, energy);
  observedDiffusionTime = diffusionTimeFromTop(observedLogEnergy, energy);
  observedLossRate = tabulatedLossRate(observedLogEnergy, energy);
}

/** Writes ln Es - ln E and the quadrature weight of two moments. */
// @ts-ignore: decorator
@inline
function place(offset: v128, weight: v128): void {
  const at = <usize>moments << 3;
  v128.store(changetype<usize>(offsets) + at, offset);
  v128.store(changetype<usize>(quadratureWeights) + at, weight);
  moments += 2;
}

const RECENT: i32 = 0, EVEN: i32 = 1, OLD: i32 = 2;

/**
 * Places the points of one piece, [from, to] in u = ln Es - ln E.
 *
 * @param kind RECENT crowds logarithmically towards u = 0, OLD towards `top` on the given scale, EVEN not at all
 */
function addPiece(kind: i32, from: f64, to: f64, top: f64, scale: f64): void {
  let first: f64, last: f64;
  if (kind == RECENT) {
    first = Math.log(from);
    last = Math.log(to);
  } else if (kind == OLD) {
    first = Math.log(top - to + scale);
    last = Math.log(top - from + scale);
  } else {
    first = from;
    last = to;
  }
  const half = f64x2.splat(0.5 * (last - first)), middle = f64x2.splat(0.5 * (last + first));
  const nodes = changetype<usize>(pieceRule.nodes), weights = changetype<usize>(pieceRule.weights);
  for (let j: usize = 0, end = <usize>pieceRule.size << 3; j < end; j += 16) {
    const variable = f64x2.add(middle, f64x2.mul(half, v128.load(nodes + j)));
    const weight = f64x2.mul(half, v128.load(weights + j));
    if (kind == EVEN) {
      place(variable, weight);
    } else {
      const distance = exponential(variable);
      place(kind == RECENT ? distance : f64x2.sub(f64x2.splat(top + scale), distance), f64x2.mul(weight, distance));
    }
  }
}

/** A piece, in two if the kink of a broken spectrum lies inside. */
function addPieceAroundKink(kind: i32, from: f64, to: f64, top: f64, scale: f64, kink: f64): void {
  if (!(from < to)) return;
  if (from < kink && kink < to) {
    addPiece(kind, from, kink, top, scale);
    addPiece(kind, kink, to, top, scale);
  } else {
    addPiece(kind, from, to, top, scale);
  }
}

/** Spin-down decline of two moments; the exponent is -2 for a dipole. */
// @ts-ignore: decorator
@inline
function declines(time: v128): v128 {
  if (braking == 3) {
    const growth = f64x2.add(f64x2.splat(1), f64x2.mul(time, f64x2.splat(inverseTimescale)));
    return f64x2.div(f64x2.splat(1), f64x2.mul(growth, growth));
  }
  return f64x2(
    spinDownDecline(f64x2.extract_lane(time, 0), timescale, braking),
    spinDownDecline(f64x2.extract_lane(time, 1), timescale, braking),
  );
}

/** Completes all columns of a history from the offsets and quadrature weights. @returns their length */
function completeHistory(history: usize): i32 {
  const zero = f64x2.splat(0), one = f64x2.splat(1);
  const logE = f64x2.splat(observedLogEnergy), energyE = f64x2.splat(observedEnergy);
  const lossTimeE = f64x2.splat(observedLossTime), diffusionTimeE = f64x2.splat(observedDiffusionTime);
  const inverseRate = f64x2.splat(1 / observedLossRate);
  const ageNow = f64x2.splat(age);
  const bytes = <usize>moments << 3;
  for (let j: usize = 0; j < bytes; j += 16) {
    const offset = v128.load(changetype<usize>(offsets) + j);
    const logEnergy = f64x2.add(logE, offset);
    const energy = f64x2.mul(energyE, exponential(offset));
    const one0 = energyTimesIntegralsFromTop(f64x2.extract_lane(logEnergy, 0));
    const one1 = energyTimesIntegralsFromTop(f64x2.extract_lane(logEnergy, 1));
    const perEnergy = f64x2.div(one, energy);
    const lossTime = f64x2.mul(v128.shuffle<f64>(one0, one1, 0, 2), perEnergy);
    const diffusionTimeTop = f64x2.mul(v128.shuffle<f64>(one0, one1, 1, 3), perEnergy);
    const lookBack = f64x2.sub(lossTimeE, lossTime);
    const diffusionTime = f64x2.sub(diffusionTimeE, diffusionTimeTop);
    // Rounding may leave nothing between two energies; no Green's function reaches any distance from there.
    const reached = f64x2.gt(diffusionTime, zero);
    const inverseTime = v128.bitselect(f64x2.div(one, diffusionTime), one, reached);
    const spread = f64x2.mul(inverseTime, f64x2.sqrt(inverseTime));
    const power = declines(f64x2.pmax(zero, f64x2.sub(ageNow, lookBack)));
    const weight = f64x2.mul(
      f64x2.mul(v128.load(changetype<usize>(quadratureWeights) + j), f64x2.mul(energy, inverseRate)),
      f64x2.mul(power, spread),
    );
    const to = history + j;
    v128.store(to, v128.and(weight, reached));
    v128.store(to + bytes, logEnergy);
    v128.store(to + 2 * bytes, energy);
    v128.store(to + 3 * bytes, f64x2.mul(lookBack, lookBack));
    v128.store(to + 4 * bytes, inverseTime);
  }
  return moments;
}

/**
 * Builds the history of continuous injection that follows the spin-down, for one observed energy.
 *
 * The integral over u = ln(Es/E) has structure at both ends. Recent emission (u -> 0): the Green's function switches on like
 * exp(-d^2/(4 Lambda)), so points are even in ln u. Oldest emission (u at its top): the spin-down varies over tau_0, the
 * Green's function over Lambda^2/(d^2 dLambda/du), so points crowd there on the smallest such scale. Where the top is set
 * by cooling (above the energy E_t whose loss time is the age) a range of many units of u lies between.
 *
 * @param energy E [GeV]
 * @param pulsarAge t_age [s]
 * @param delay t_rel [s]; nothing is released earlier
 * @param spinDownTimescale tau_0 [s]
 * @param brakingIndex n
 * @param cutoff E_c [GeV] or somewhat above (it only ends the integral at E + 45 E_c); Infinity for none
 * @param maxEnergy E_max [GeV], Infinity for none
 * @param kinkEnergy break energy of the spectrum [GeV], 0 for none
 * @param reach d^2/(4 D0) [s] of the nearest observer, up to a factor 2 below the true one
 * @param coarse whether the coarser rule is used
 * @param history address of COLUMNS * MOST_MOMENTS numbers
 * @returns length of a column; 0 if nothing reaches the energy E
 */
export function buildContinuousHistory(
  energy: f64, pulsarAge: f64, delay: f64, spinDownTimescale: f64, brakingIndex: f64,
  cutoff: f64, maxEnergy: f64, kinkEnergy: f64, reach: f64, coarse: bool, history: usize,
): i32 {
  moments = 0;
  pieceRule = coarse ? coarseRule : fineRule;
  if (energy >= maxEnergy) return 0;
  age = pulsarAge;
  timescale = spinDownTimescale;
  inverseTimescale = 1 / spinDownTimescale;
  braking = brakingIndex;
  observe(energy);

  let topLogEnergy = min<f64>(LAST_LOG_ENERGY, Math.log(min<f64>(maxEnergy, energy + CUTOFF_RANGE * cutoff)));
  const longest = pulsarAge - delay;
  const topLossTime = lossTimeFromTop(topLogEnergy, Math.exp(topLogEnergy));
  if (observedLossTime - topLossTime > longest) topLogEnergy = logEnergyAtLossTime(observedLossTime - longest);
  const top = topLogEnergy - observedLogEnergy;
  if (!(top > 0)) return 0;

  const topEnergy = Math.exp(topLogEnergy);
  const diffusionTime = observedDiffusionTime - diffusionTimeFromTop(topLogEnergy, topEnergy);
  if (diffusionTime <= 0) return 0;
  // Where the exponent exceeds its smallest value, that of the oldest emission, by EXPONENT_RANGE; l rises at most linearly in u.
  const slope = diffusionShape(energy) * energy / observedLossRate;
  const first = min<f64>(0.5 * top, reach / (EXPONENT_RANGE + reach / diffusionTime) / slope);

  const topCooling = topEnergy / tabulatedLossRate(topLogEnergy, topEnergy);
  const topTime = pulsarAge - (observedLossTime - lossTimeFromTop(topLogEnergy, topEnergy));
  const spinDownScale = (topTime + spinDownTimescale) / topCooling;
  const diffusionScale = diffusionTime * diffusionTime / (2 * reach * diffusionShape(topEnergy) * topCooling);
  const scale = min<f64>(1, min<f64>(spinDownScale, diffusionScale));

  const kink = kinkEnergy > 0 ? Math.log(kinkEnergy) - observedLogEnergy : 0;
  // Where birth sets the top there is structure on `scale` below it; where cooling or the spectrum does, there is none.
  const sinceBirth = topTime - delay < 1e-9 * pulsarAge;
  if (top <= 2) {
    const middle = 0.5 * (first + top);
    addPieceAroundKink(RECENT, first, middle, top, scale, kink);
    addPieceAroundKink(OLD, middle, top, top, scale, kink);
  } else {
    const end = sinceBirth ? top - 1 : top;
    const start = min<f64>(max<f64>(1, first), end);
    addPieceAroundKink(RECENT, first, start, top, scale, kink);
    const pieces = <i32>Math.ceil((end - start) / LONGEST_PIECE);
    const width = (end - start) / <f64>pieces;
    for (let i = 0; i < pieces; i++) {
      addPieceAroundKink(EVEN, start + width * <f64>i, start + width * <f64>(i + 1), top, scale, kink);
    }
    if (sinceBirth) addPieceAroundKink(OLD, end, top, top, scale, kink);
  }
  return completeHistory(history);
}

/**
 * Builds the history of a burst: the single moment t_rel, for one observed energy. Its weight is b(Es)/b(E).
 *
 * @returns length of a column: 2 (one moment and its padding), or 0 if positrons of this energy are gone
 */
export function buildBurstHistory(energy: f64, pulsarAge: f64, delay: f64, maxEnergy: f64, history: usize): i32 {
  if (energy >= maxEnergy) return 0;
  observe(energy);
  const lookBack = pulsarAge - delay;
  if (lookBack >= observedLossTime) return 0;
  const logEnergy = logEnergyAtLossTime(observedLossTime - lookBack);
  const sourceEnergy = Math.exp(logEnergy);
  const diffusionTime = observedDiffusionTime - diffusionTimeFromTop(logEnergy, sourceEnergy);
  if (sourceEnergy >= maxEnergy || diffusionTime <= 0) return 0;
  const inverseTime = 1 / diffusionTime;
  const weight = tabulatedLossRate(logEnergy, sourceEnergy) / observedLossRate * inverseTime * Math.sqrt(inverseTime);
  // The padding weighs nothing.
  v128.store(history, f64x2(weight, 0));
  v128.store(history, f64x2.splat(logEnergy), 16);
  v128.store(history, f64x2.splat(sourceEnergy), 32);
  v128.store(history, f64x2.splat(lookBack * lookBack), 48);
  v128.store(history, f64x2.splat(inverseTime), 64);
  return 2;
}
