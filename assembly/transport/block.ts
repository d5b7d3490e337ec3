/**
 * A block of time steps of eight tracks at once ("lanes"): between its ends the diffusion coefficients are replaced
 * by their averages over the block, so that one factorisation serves all of its steps.
 */
import { exponential } from '../numerics/exponential';
import { CoolingTrack } from './coolingTrack';
import { BLOCK_STEPS, innerSpread, LANE_BYTES, LANES, outerSpread, past, second, stage } from './lanes';
import {
  index, indexAbove, inverseCutoff, logDecline, logPivot, releasedAtOnce,
} from './pulsarSource';
import { innerDiffusion, outerDiffusion, zoneExists } from './zones';

/** Logarithm of an injection that is none. */
const NOTHING: f64 = -600;

/** Largest part by which a step of a block may be shorter or longer than the others. */
const MOST_DISTORTION: f64 = 0.8;

// Points of a block, its Chebyshev-Lobatto points, at which energies and rates are found; between them, polynomials.
const POINTS: i32 = 5;
const ROOT: f64 = 0.7071067811865476;
const points = [-1.0, -ROOT, 0.0, ROOT, 1.0] as StaticArray<f64>;
/** Weights of Clenshaw and Curtis over 2. */
const averages = [1.0 / 30.0, 4.0 / 15.0, 2.0 / 5.0, 4.0 / 15.0, 1.0 / 30.0] as StaticArray<f64>;

const logEnergyValues = new StaticArray<f64>(POINTS);
const logRateValues = new StaticArray<f64>(POINTS);

/** Coefficients of ln E and ln(b L) - E/E_c in powers of theta, lane by lane. */
const logEnergyPowers = new StaticArray<f64>(POINTS * LANES);
const logRatePowers = new StaticArray<f64>(POINTS * LANES);
/** D over the block is 1 + k P_1(theta) + c P_2(theta) of its mean: k, and k^2 - c. */
const tilt = new StaticArray<f64>(LANES);
const bend = new StaticArray<f64>(LANES);
/** Duration of a step over dtheta/deta [s]. */
const stepTime = new StaticArray<f64>(LANES);

/** Injection at the two stages of each step: a pair of rows of LANES numbers. */
export const injections = new StaticArray<f64>(2 * LANES * BLOCK_STEPS);

/** Number injected into each lane so far, in the unit of f V. */
export const injectedSoFar = new StaticArray<f64>(LANES);

/** Interpolates five values at the points of a block by a polynomial of degree 4. */
function setPowers(values: StaticArray<f64>, powers: StaticArray<f64>, lane: i32): void {
  const middle = values[2];
  const outerEven = 0.5 * (values[4] + values[0]) - middle, innerEven = 0.5 * (values[3] + values[1]) - middle;
  const outerOdd = 0.5 * (values[4] - values[0]), innerOdd = 0.5 * (values[3] - values[1]) / ROOT;
  powers[lane] = middle;
  powers[LANES + lane] = 2 * innerOdd - outerOdd;
  powers[2 * LANES + lane] = 4 * innerEven - outerEven;
  powers[3 * LANES + lane] = 2 * (outerOdd - innerOdd);
  powers[4 * LANES + lane] = 2 * outerEven - 4 * innerEven;
}

/** Sets a lane to a track that receives nothing and goes nowhere. */
export function setIdleLane(lane: i32): void {
  for (let i = 0; i < POINTS; i++) {
    logEnergyPowers[i * LANES + lane] = 0;
    logRatePowers[i * LANES + lane] = i == 0 ? NOTHING : 0;
  }
  tilt[lane] = 0;
  bend[lane] = 0;
  stepTime[lane] = 1;
}

/**
 * Takes a lane through one block of its track.
 *
 * @param from time at which the block begins, where the track stands now [s]
 * @param to time at which it ends [s]
 */
export function setLane(lane: i32, track: CoolingTrack, from: f64, to: f64): void {
  const half = 0.5 * (to - from);
  const zone = zoneExists(from);
  let inner: f64 = 0, outer: f64 = 0, slope: f64 = 0, curvature: f64 = 0;
  for (let i = 0; i < POINTS; i++) {
    const time = from + half * (1 + points[i]);
    if (i > 0) track.moveTo(time);
    logEnergyValues[i] = track.logEnergy;
    if (releasedAtOnce) logRateValues[i] = NOTHING;
    else logRateValues[i] = track.logLossRate() + logDecline(time) - track.energy * inverseCutoff;
    const outerD = outerDiffusion(track.logEnergy);
    const innerD = zone ? innerDiffusion(track.logEnergy) : outerD;
    inner += averages[i] * innerD;
    outer += averages[i] * outerD;
    slope += averages[i] * innerD * points[i];
    curvature += averages[i] * innerD * (1.5 * points[i] * points[i] - 0.5);
  }
  setPowers(logEnergyValues, logEnergyPowers, lane);
  setPowers(logRateValues, logRatePowers, lane);
  const k = 3 * slope / inner, bending = k * k - 5 * curvature / inner;
  // In a block so long that D changes many times over, the series below would turn time around.
  const damping = min<f64>(1, MOST_DISTORTION / (Math.abs(k) + Math.abs(bending)));
  tilt[lane] = damping * k;
  bend[lane] = damping * bending;
  stepTime[lane] = (to - from) / <f64>BLOCK_STEPS;
  innerSpread[lane] = inner * (to - from);
  outerSpread[lane] = outer * (to - from);
}

// @ts-ignore: decorator
@inline
function polynomial(powers: usize, theta: v128): v128 {
  let sum = v128.load(powers, 4 * LANES * 8);
  sum = f64x2.add(f64x2.mul(sum, theta), v128.load(powers, 3 * LANES * 8));
  sum = f64x2.add(f64x2.mul(sum, theta), v128.load(powers, 2 * LANES * 8));
  sum = f64x2.add(f64x2.mul(sum, theta), v128.load(powers, 1 * LANES * 8));
  return f64x2.add(f64x2.mul(sum, theta), v128.load(powers));
}

/**
 * Finds what is injected at the two stages of every step, and adds it to the number injected so far.
 *
 * The stages weigh 1 - gamma and gamma; the first stands at (1/2 - gamma)/(1 - gamma) of the step, which is gamma
 * without offset, so that the sum over both is of second order in time for any gamma.
 *
 * Steps are equal in eta, the share of the block's diffusion that is done. D ~ 1 + k P_1(theta) + c P_2(theta) in
 * time makes
 *   theta = eta + (1 - eta^2)[k - (k^2 - c) eta]/2 + O(k^3),   -1 <= theta, eta <= 1,
 * and a step lasts dtheta/deta = 1 - k eta + (k^2 - c)(3 eta^2 - 1)/2 of the mean.
 */
export function fillInjections(): void {
  const zero = f64x2.splat(0);
  const pivot = f64x2.splat(logPivot);
  const below = f64x2.splat(-index), above = f64x2.splat(-indexAbove);
  const one = f64x2.splat(1), half = f64x2.splat(0.5), stepWidth = f64x2.splat(2 / <f64>BLOCK_STEPS);
  for (let at: usize = 0; at < LANE_BYTES; at += 16) {
    const k = v128.load(changetype<usize>(tilt) + at), c = v128.load(changetype<usize>(bend) + at);
    const gamma = v128.load(changetype<usize>(stage) + at), beta = v128.load(changetype<usize>(second) + at);
    const time = f64x2.mul(v128.load(changetype<usize>(stepTime) + at), gamma);
    const firstTime = f64x2.mul(time, v128.load(changetype<usize>(past) + at)), secondTime = f64x2.div(time, beta);
    const firstShare = f64x2.div(beta, v128.load(changetype<usize>(past) + at));
    const firstPart = f64x2.div(f64x2.sub(half, gamma), f64x2.sub(one, gamma));
    let sum = v128.load(changetype<usize>(injectedSoFar) + at);
    let row = changetype<usize>(injections) + at;
    for (let i = 0; i < 2 * BLOCK_STEPS; i++, row += LANE_BYTES) {
      const isFirst = (i & 1) == 0;
      const part = f64x2.add(f64x2.splat(<f64>(i >> 1)), isFirst ? firstPart : one);
      const eta = f64x2.sub(f64x2.mul(part, stepWidth), one);
      const etaSquared = f64x2.mul(eta, eta);
      const sag = f64x2.mul(half, f64x2.sub(one, etaSquared));
      const theta = f64x2.add(eta, f64x2.mul(sag, f64x2.sub(k, f64x2.mul(c, eta))));
      const stretch = f64x2.sub(etaSquared, sag);
      const duration = f64x2.add(one, f64x2.sub(f64x2.mul(c, stretch), f64x2.mul(k, eta)));
      const fromPivot = f64x2.sub(polynomial(changetype<usize>(logEnergyPowers) + at, theta), pivot);
      const spectrum = f64x2.add(
        f64x2.mul(f64x2.min(fromPivot, zero), below),
        f64x2.mul(f64x2.max(fromPivot, zero), above),
      );
      const rate = exponential(f64x2.add(polynomial(changetype<usize>(logRatePowers) + at, theta), spectrum));
      const injection = f64x2.mul(f64x2.mul(duration, rate), isFirst ? firstTime : secondTime);
      v128.store(row, injection);
      sum = f64x2.add(sum, f64x2.mul(injection, isFirst ? firstShare : beta));
    }
    v128.store(changetype<usize>(injectedSoFar) + at, sum);
  }
}
