/**
 * The emission history as it is seen today at one energy E: a list of moments. At each moment positrons left the pulsar
 * with the energy Es that has cooled to E by now, and have diffused since.
 *
 * N(E, r) = int dt0 [b(Es)/b(E)] Q(Es, t0) G(r, Lambda(E, Es)) is integrated over x = ln Es, where dt0 b(Es) = Es dx:
 *   N(E, r) = sum_j a_j S(Es_j) l_j^(3/2) G(r, D0 l_j),   a_j = w_j Es_j L(t0_j) / [L(0) b(E) l_j^(3/2)],
 * so that a moment does not depend on D0, the spectrum or the place of the observer: those enter where it is summed. The factor
 * l^(3/2), which every Green's function has inverted, is taken into the moments.
 */
import {
  beginPoints, logEnergies, MOST_MOMENTS, placeBetween, placeOldest, placeRecent, pointsPlaced, quadratureWeights,
} from './emissionPoints';
import { CUTOFF_RANGE, spinDownDecline } from './injection';
import {
  diffusionTimeFromTop, integralsFromTop, integrandsFromTable, LAST_LOG_ENERGY, logEnergyAtLossTime, lookUpIntegrals,
  tabulatedLossRate,
} from './lossIntegrals';
import { boundedExponential } from './numerics/exponential';

export { MOST_MOMENTS };

/** Columns of a history: one row of numbers each, of equal even length. */
export const COLUMNS: i32 = 5;

/** What stands for ln 0 of a Green's function: its exponential is 0 beside every other moment. */
export const LOG_OF_NOTHING: f64 = -1e4;

/** Differences in the exponent of the Green's function beyond which a moment does not count (4e-18). */
const EXPONENT_RANGE: f64 = 40;
/** Exponent beyond which nothing arrives: the flux is 0 in double precision whatever the spectrum. */
const NOTHING_ARRIVES: f64 = 1500;
/** The smallest diffusion time that is told apart, over d^2/(4 D0): the Green's function is 0 there. */
const LEAST_DIFFUSION: f64 = 1e-6;

// The observed energies, and what does not depend on the pulsar: T(E), l(E), the integrands E/b and (D/D0) E/b of both.
const MOST_ENERGIES: i32 = 1024;
export const energies = new StaticArray<f64>(MOST_ENERGIES);
export const observedLogEnergies = new StaticArray<f64>(MOST_ENERGIES);
export const lossTimes = new StaticArray<f64>(MOST_ENERGIES);
export const diffusionTimes = new StaticArray<f64>(MOST_ENERGIES);
export const coolingTimes = new StaticArray<f64>(MOST_ENERGIES);
const diffusionSlopes = new StaticArray<f64>(MOST_ENERGIES);
/** ln of the highest energy that the spectrum in force sends to each: E + 45 E_c, or E_max. */
const highestLogEnergies = new StaticArray<f64>(MOST_ENERGIES);
let observed: i32 = 0;

/** Takes the energies [GeV] that histories are wanted for, at most 1024. */
export function observe(from: usize, count: i32): void {
  for (let i = 0; i < count; i++) {
    const energy = load<f64>(from + (<usize>i << 3));
    const logEnergy = Math.log(energy);
    const integrals = integralsFromTop(logEnergy), integrands = integrandsFromTable(logEnergy);
    energies[i] = energy;
    observedLogEnergies[i] = logEnergy;
    lossTimes[i] = f64x2.extract_lane(integrals, 0);
    diffusionTimes[i] = f64x2.extract_lane(integrals, 1);
    coolingTimes[i] = f64x2.extract_lane(integrands, 0);
    diffusionSlopes[i] = f64x2.extract_lane(integrands, 1);
  }
  observed = count;
  findHighestEnergies();
}

function findHighestEnergies(): void {
  for (let i = 0; i < observed; i++) {
    const highest = min<f64>(maxEnergy, energies[i] + CUTOFF_RANGE * cutoff);
    highestLogEnergies[i] = min<f64>(LAST_LOG_ENERGY, Math.log(highest));
  }
}

// The pulsar in force.
export let age: f64 = 0;
let delay: f64 = 0;
export let timescale: f64 = 0;
export let braking: f64 = 3;
let cutoff: f64 = Infinity;
let maxEnergy: f64 = Infinity;
let kinkEnergy: f64 = 0;
let reach: f64 = 0;
let moving: bool = false;
let coarse: bool = false;

/**
 * Puts the clock of a pulsar in force, and what places its quadrature points.
 *
 * @param pulsarAge t_age [s]
 * @param releaseDelay t_rel [s]; nothing is released earlier
 * @param spinDownTimescale tau_0 [s]
 * @param brakingIndex n
 * @param cutoffEnergy E_c [GeV] or somewhat above (it only ends the integral at E + 45 E_c); Infinity for none
 * @param highest E_max [GeV], Infinity for none
 * @param kinkAt break energy of the spectrum [GeV], 0 for none
 * @param diffusiveReach d^2/(4 D0) [s] of the nearest observer, up to a factor 2 below the true one
 * @param isMoving whether the pulsar moves across the line of sight
 * @param isCoarse whether the coarser rule is used
 */
export function setPulsar(
  pulsarAge: f64, releaseDelay: f64, spinDownTimescale: f64, brakingIndex: f64, cutoffEnergy: f64, highest: f64,
  kinkAt: f64, diffusiveReach: f64, isMoving: bool, isCoarse: bool,
): void {
  age = pulsarAge;
  delay = releaseDelay;
  timescale = spinDownTimescale;
  braking = brakingIndex;
  if (cutoff != cutoffEnergy || maxEnergy != highest) {
    cutoff = cutoffEnergy;
    maxEnergy = highest;
    findHighestEnergies();
  }
  kinkEnergy = kinkAt;
  reach = diffusiveReach;
  moving = isMoving;
  coarse = isCoarse;
}

// The span of emission that reaches one energy, in u = ln(Es/E): set by spanEmission.
/** Highest u. */
export let top: f64 = 0;
/** u below which emission is too recent to have arrived. */
export let first: f64 = 0;
/** Scale of the structure at the top. */
export let scale: f64 = 0;
/** Whether birth sets the top; otherwise the spectrum or the tables end there. */
export let sinceBirth: bool = false;

/**
 * Finds the span of emission that reaches one observed energy of the pulsar in force.
 *
 * The integral over u has structure at both ends. Recent emission (u -> 0): the Green's function switches on like
 * exp(-d^2/(4 Lambda)). Oldest emission (u at its top): the spin-down varies over tau_0, the Green's function over
 * Lambda^2/(d^2 dLambda/du); `scale` is the smallest of these. Where birth does not set the top there is nothing of the kind.
 *
 * @param i number of the energy
 * @returns whether anything reaches the energy
 */
export function spanEmission(i: i32): bool {
  // The highest energy from which positrons have cooled to E: that at birth, or where the spectrum or the tables end.
  let topLogEnergy = highestLogEnergies[i];
  sinceBirth = false;
  const lossTimeAtBirth = lossTimes[i] - (age - delay);
  if (lossTimeAtBirth > 0) {
    const logEnergyAtBirth = logEnergyAtLossTime(lossTimeAtBirth);
    sinceBirth = logEnergyAtBirth < topLogEnergy;
    if (sinceBirth) topLogEnergy = logEnergyAtBirth;
  }
  top = topLogEnergy - observedLogEnergies[i];
  if (!(top > 0)) return false;
  const atTop = integralsFromTop(topLogEnergy), integrandsAtTop = integrandsFromTable(topLogEnergy);
  const diffusionTime = diffusionTimes[i] - f64x2.extract_lane(atTop, 1);
  if (!(diffusionTime > 0) || reach > NOTHING_ARRIVES * diffusionTime) return false;

  // Where the exponent exceeds its smallest value, that of the oldest emission, by EXPONENT_RANGE; l rises at most linearly in u.
  first = min<f64>(0.5 * top, reach / ((EXPONENT_RANGE + reach / diffusionTime) * diffusionSlopes[i]));
  const topTime = sinceBirth ? delay : age - (lossTimes[i] - f64x2.extract_lane(atTop, 0));
  const spinDownScale = (topTime + timescale) / f64x2.extract_lane(integrandsAtTop, 0);
  const diffusionScale = diffusionTime * diffusionTime / (2 * reach * f64x2.extract_lane(integrandsAtTop, 1));
  scale = min<f64>(1, min<f64>(spinDownScale, diffusionScale));
  return true;
}

/** Above this u there is a stretch without structure between the two ends. */
export const LONG_SPAN: f64 = 2;

/**
 * Builds the history of continuous injection that follows the spin-down, for one observed energy of the pulsar in force.
 *
 * Points are even in ln u towards recent emission, and crowd towards birth on the scale of what happens there. Where the top is
 * set by cooling (above the energy E_t whose loss time is the age) a range of many units of u lies between.
 *
 * @param i number of the energy
 * @param history address of COLUMNS * MOST_MOMENTS numbers
 * @returns length of a column; 0 if nothing reaches the energy
 */
export function buildContinuousHistory(i: i32, history: usize): i32 {
  if (!spanEmission(i)) return 0;
  const logEnergy = observedLogEnergies[i];
  const kink = kinkEnergy > 0 ? Math.log(kinkEnergy) - logEnergy : 0;
  beginPoints(logEnergy, coolingTimes[i] / energies[i], kink, coarse);
  if (top <= LONG_SPAN) {
    const middle = 0.5 * (first + top);
    placeRecent(first, middle, moving);
    placeOldest(middle, top, scale, !sinceBirth);
  } else {
    const end = sinceBirth ? top - 1 : top;
    const start = min<f64>(max<f64>(1, first), end);
    placeRecent(first, start, moving);
    placeBetween(start, end);
    if (sinceBirth) placeOldest(end, top, scale, false);
  }
  return fillColumns(i, history);
}

/** Writes the columns of a history from the points that are placed. @returns their length */
function fillColumns(i: i32, history: usize): i32 {
  const length = pointsPlaced();
  const bytes = <usize>length << 3;
  // T and l stand in the last two columns until the moments are complete.
  lookUpIntegrals(changetype<usize>(logEnergies), bytes, history + 3 * bytes, history + 4 * bytes);
  if (braking == 3) fillDipoleMoments(i, history, bytes);
  else fillMoments(i, history, bytes);
  return length;
}

/** Writes two moments: a_j, ln Es, Es, t^2 and 1/l. */
// @ts-ignore: decorator
@inline
function writeMoments(to: usize, bytes: usize, j: usize, decline: v128, lookBack: v128, inverseTime: v128): void {
  const logEnergy = v128.load(changetype<usize>(logEnergies) + j);
  const energy = boundedExponential(logEnergy);
  const spread = f64x2.mul(inverseTime, f64x2.sqrt(inverseTime));
  const weight = f64x2.mul(v128.load(changetype<usize>(quadratureWeights) + j), energy);
  v128.store(to, f64x2.mul(weight, f64x2.mul(decline, spread)));
  v128.store(to + bytes, logEnergy);
  v128.store(to + 2 * bytes, energy);
  v128.store(to + 3 * bytes, f64x2.mul(lookBack, lookBack));
  v128.store(to + 4 * bytes, inverseTime);
}

/** What the loop over the moments reads, twice each: a constant that is splat there is computed anew at every turn. */
const setting = memory.data(16 * 6, 16);

// @ts-ignore: decorator
@inline
function put(place: usize, value: f64): void {
  v128.store(setting + (place << 4), f64x2.splat(value));
}

/** Moments of a magnetic dipole, L(t)/L(0) = (1 + t/tau_0)^-2. In a loop of its own: calls in the other one cost registers. */
function fillDipoleMoments(i: i32, history: usize, bytes: usize): void {
  put(0, lossTimes[i]);
  put(1, diffusionTimes[i]);
  put(2, LEAST_DIFFUSION * reach);
  put(3, 1 + age / timescale);
  put(4, 1 / timescale);
  put(5, 1);
  for (let j: usize = 0; j < bytes; j += 16) {
    const to = history + j;
    const lookBack = f64x2.sub(v128.load(setting), v128.load(to + 3 * bytes));
    // Rounding may leave nothing between two energies.
    const time = f64x2.pmax(f64x2.sub(v128.load(setting, 16), v128.load(to + 4 * bytes)), v128.load(setting, 32));
    const growth = f64x2.sub(v128.load(setting, 48), f64x2.mul(lookBack, v128.load(setting, 64)));
    const square = f64x2.mul(growth, growth);
    // One division for both inverses.
    const inverse = f64x2.div(v128.load(setting, 80), f64x2.mul(time, square));
    writeMoments(to, bytes, j, f64x2.mul(inverse, time), lookBack, f64x2.mul(inverse, square));
  }
}

/** Moments for any braking index. */
function fillMoments(i: i32, history: usize, bytes: usize): void {
  for (let j: usize = 0; j < bytes; j += 16) {
    const to = history + j;
    const lookBack = f64x2.sub(f64x2.splat(lossTimes[i]), v128.load(to + 3 * bytes));
    const time = f64x2.pmax(
      f64x2.sub(f64x2.splat(diffusionTimes[i]), v128.load(to + 4 * bytes)), f64x2.splat(LEAST_DIFFUSION * reach),
    );
    const decline = f64x2(
      spinDownDecline(max<f64>(0, age - f64x2.extract_lane(lookBack, 0)), timescale, braking),
      spinDownDecline(max<f64>(0, age - f64x2.extract_lane(lookBack, 1)), timescale, braking),
    );
    writeMoments(to, bytes, j, decline, lookBack, f64x2.div(f64x2.splat(1), time));
  }
}

/**
 * Builds the history of a burst: the single moment t_rel, for one observed energy. Its weight is b(Es)/b(E).
 *
 * @param i number of the energy
 * @returns length of a column: 2 (one moment and its padding), or 0 if positrons of this energy are gone
 */
export function buildBurstHistory(i: i32, history: usize): i32 {
  const lookBack = age - delay;
  if (energies[i] >= maxEnergy || lookBack >= lossTimes[i]) return 0;
  const logEnergy = logEnergyAtLossTime(lossTimes[i] - lookBack);
  const sourceEnergy = Math.exp(logEnergy);
  const diffusionTime = diffusionTimes[i] - diffusionTimeFromTop(logEnergy);
  if (sourceEnergy >= maxEnergy || diffusionTime <= 0) return 0;
  const inverseTime = 1 / diffusionTime;
  const lossRatio = tabulatedLossRate(logEnergy, sourceEnergy) * (coolingTimes[i] / energies[i]);
  // The padding weighs nothing.
  v128.store(history, f64x2(lossRatio * inverseTime * Math.sqrt(inverseTime), 0));
  v128.store(history, f64x2.splat(logEnergy), 16);
  v128.store(history, f64x2.splat(sourceEnergy), 32);
  v128.store(history, f64x2.splat(lookBack * lookBack), 48);
  v128.store(history, f64x2.splat(inverseTime), 64);
  return 2;
}
