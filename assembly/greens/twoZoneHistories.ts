/** The two-zone Green's function at every moment of emission histories, and their sum with a spectrum. */
import { COLUMNS, LOG_OF_NOTHING } from '../emission';
import { exponential } from '../numerics/exponential';
import { logarithm } from '../numerics/logarithm';
import { diffusiveLength, scaledGreen } from './twoZone';
import { logGreenFromTable, POINTS_PER_UNIT, rowAtRest, rowOrigin, tabulateTwoZone } from './twoZoneTable';

/** What the loops read, twice each: a constant that is splat there is computed anew at every turn. */
const setting = memory.data(16 * 4, 16);
const constants = memory.data<f64>([
  1.0, 1.0, 2.0, 2.0, 3.0, 3.0, 4.0, 4.0, 5.0, 5.0, // 0
  -0.008333333333333333, -0.008333333333333333, // 80   -1/120, the factors of Lagrange's six-point formula
  0.041666666666666664, 0.041666666666666664, // 96   1/24
  -0.08333333333333333, -0.08333333333333333, // 112   -1/12
  1.5, 1.5, // 128
  2.5, 2.5, // 144
  6755399441055744.0, 6755399441055744.0, // 160   1.5 * 2^52, which rounds to an integer where it is added
], 16);

// @ts-ignore: decorator
@inline
function put(place: usize, value: f64): void {
  v128.store(setting + (place << 4), f64x2.splat(value));
}

/** Two numbers of a row. */
// @ts-ignore: decorator
@inline
function gather(one: usize, other: usize): v128 {
  return v128.load_lane<f64>(other, v128.load_zero<f64>(one), 1);
}

/**
 * ln[l^(3/2) G] of a pulsar at rest, two moments at a time: the row of its distance by six-point interpolation, and the exponent
 * -L^2/(4 D0 l).
 */
function fillAtRest(inverseTimes: usize, bytes: usize, length: f64, diffusion: f64, logGreens: usize): void {
  const row = rowAtRest();
  put(0, Math.log(diffusion) * POINTS_PER_UNIT + rowOrigin());
  put(1, POINTS_PER_UNIT);
  put(2, -0.25 * length * length / diffusion);
  for (let j: usize = 0; j < bytes; j += 16) {
    const inverseTime = v128.load(inverseTimes + j);
    const logInverse = logarithm(inverseTime);
    // Below the row the exponent makes the Green's function 0, whatever the row has there.
    const position = f64x2.pmax(
      v128.load(constants, 32), f64x2.sub(v128.load(setting), f64x2.mul(logInverse, v128.load(setting, 16))),
    );
    // The low bits of `rounded` hold the number of the first of the six points.
    const rounded = f64x2.add(f64x2.sub(position, v128.load(constants, 144)), v128.load(constants, 160));
    const one = row + (<usize>i32x4.extract_lane(rounded, 0) << 3);
    const other = row + (<usize>i32x4.extract_lane(rounded, 2) << 3);
    const t = f64x2.sub(position, f64x2.sub(rounded, v128.load(constants, 160)));
    const t1 = f64x2.sub(t, v128.load(constants)), t2 = f64x2.sub(t, v128.load(constants, 16));
    const t3 = f64x2.sub(t, v128.load(constants, 32)), t4 = f64x2.sub(t, v128.load(constants, 48));
    const t5 = f64x2.sub(t, v128.load(constants, 64));
    const t01 = f64x2.mul(t, t1), t12 = f64x2.mul(t1, t2), t34 = f64x2.mul(t3, t4), t45 = f64x2.mul(t4, t5);
    const low = f64x2.mul(t01, t2), high = f64x2.mul(t34, t5);
    const edge = v128.load(constants, 80), next = v128.load(constants, 96), inner = v128.load(constants, 112);
    // high (t1 t2 f0/-120 + t t2 f1/24 - t t1 f2/12) + low (t4 t5 f3/12 - t3 t5 f4/24 + t3 t4 f5/120)
    const left = f64x2.add(
      f64x2.mul(f64x2.mul(t12, edge), gather(one, other)),
      f64x2.add(
        f64x2.mul(f64x2.mul(f64x2.mul(t, t2), next), gather(one + 8, other + 8)),
        f64x2.mul(f64x2.mul(t01, inner), gather(one + 16, other + 16)),
      ),
    );
    const right = f64x2.add(
      f64x2.mul(f64x2.mul(t45, inner), gather(one + 24, other + 24)),
      f64x2.add(
        f64x2.mul(f64x2.mul(f64x2.mul(t3, t5), next), gather(one + 32, other + 32)),
        f64x2.mul(f64x2.mul(t34, edge), gather(one + 40, other + 40)),
      ),
    );
    const scaled = f64x2.sub(f64x2.mul(high, left), f64x2.mul(low, right));
    const exponent = f64x2.mul(v128.load(setting, 32), inverseTime);
    const logGreen = f64x2.add(scaled, f64x2.sub(exponent, f64x2.mul(v128.load(constants, 128), logInverse)));
    v128.store(logGreens + j, logGreen);
  }
}

/** ln[l^(3/2) G] of a pulsar that moves, from the table or, where that cannot be, by an integral for every moment. */
function fillMoving(
  lookBacksSquared: usize, inverseTimes: usize, bytes: usize, distance: f64, velocity: f64, diffusion: f64,
  haloRadius: f64, ratio: f64, tabulated: bool, logGreens: usize,
): void {
  const logDiffusion = Math.log(diffusion);
  for (let j: usize = 0; j < bytes; j += 8) {
    const inverseTime = load<f64>(inverseTimes + j);
    const radius = Math.sqrt(distance * distance + velocity * velocity * load<f64>(lookBacksSquared + j));
    const logTime = -Math.log(inverseTime);
    let logGreen: f64;
    if (tabulated) {
      logGreen = logGreenFromTable(radius, logDiffusion + logTime);
    } else {
      const lambda = diffusion / inverseTime;
      const length = diffusiveLength(radius, haloRadius, ratio);
      logGreen = Math.log(scaledGreen(radius, lambda, haloRadius, ratio)) - length * length / (4 * lambda);
    }
    store<f64>(logGreens + j, max<f64>(LOG_OF_NOTHING, logGreen + 1.5 * logTime));
  }
}

/** Largest l = Lambda / D0 [s] and square of the look-back time [s^2] of histories. */
let largestDiffusionTime: f64 = 0;
let largestLookBackSquared: f64 = 0;

function surveyHistories(lengths: usize, histories: usize, count: i32): void {
  let least = f64x2.splat(Infinity), most = f64x2.splat(0);
  let at = histories;
  for (let i = 0; i < count; i++) {
    const bytes = <usize>load<i32>(lengths + (<usize>i << 2)) << 3;
    for (let j: usize = 0; j < bytes; j += 16) {
      least = f64x2.pmin(least, v128.load(at + 4 * bytes + j));
      most = f64x2.pmax(most, v128.load(at + 3 * bytes + j));
    }
    at += bytes * COLUMNS;
  }
  largestDiffusionTime = 1 / min<f64>(f64x2.extract_lane(least, 0), f64x2.extract_lane(least, 1));
  largestLookBackSquared = max<f64>(f64x2.extract_lane(most, 0), f64x2.extract_lane(most, 1));
}

/**
 * Writes ln[l^(3/2) G(r_s, D0 l)] of every moment, r_s^2 = d^2 + v^2 t^2: the halo is centred on the place of emission.
 *
 * @param lengths, histories, count the histories of `count` energies (see emission.ts)
 * @param distance d [cm]
 * @param velocity v [cm s^-1]
 * @param diffusion D0 outside [cm^2 s^-1]
 * @param haloRadius r_b [cm]
 * @param ratio h = D0_halo / D0
 * @param logGreens address of one number per moment
 */
export function fillTwoZoneGreens(
  lengths: usize, histories: usize, count: i32, distance: f64, velocity: f64, diffusion: f64, haloRadius: f64, ratio: f64,
  logGreens: usize,
): void {
  surveyHistories(lengths, histories, count);
  if (largestDiffusionTime == 0) return;
  const farthest = Math.sqrt(distance * distance + velocity * velocity * largestLookBackSquared);
  const tabulated = tabulateTwoZone(haloRadius, ratio, distance, farthest, diffusion * largestDiffusionTime);
  const length = diffusiveLength(distance, haloRadius, ratio);
  let at = histories;
  let to = logGreens;
  for (let i = 0; i < count; i++) {
    const bytes = <usize>load<i32>(lengths + (<usize>i << 2)) << 3;
    const lookBacksSquared = at + 3 * bytes, inverseTimes = at + 4 * bytes;
    if (tabulated && farthest == distance) fillAtRest(inverseTimes, bytes, length, diffusion, to);
    else {
      fillMoving(
        lookBacksSquared, inverseTimes, bytes, distance, velocity, diffusion, haloRadius, ratio, tabulated, to,
      );
    }
    at += bytes * COLUMNS;
    to += bytes;
  }
}

/** Writes ln[l^(3/2) G] of every moment for G = 1: positrons are counted wherever they are. */
export function fillUnityGreens(lengths: usize, histories: usize, count: i32, logGreens: usize): void {
  let at = histories;
  let to = logGreens;
  for (let i = 0; i < count; i++) {
    const bytes = <usize>load<i32>(lengths + (<usize>i << 2)) << 3;
    for (let j: usize = 0; j < bytes; j += 8) {
      store<f64>(to, -1.5 * Math.log(load<f64>(at + 4 * bytes + j)));
      to += 8;
    }
    at += bytes * COLUMNS;
  }
}

/** A spectrum, twice each number, where the inner loop reads it. */
const spectrumSetting = memory.data(16 * 4, 16);

/** Puts a spectrum S in force for sumWithGreens (see injection.ts). */
export function setSpectrum(index: f64, indexAbove: f64, logPivot: f64, inverseCutoff: f64): void {
  v128.store(spectrumSetting, f64x2.splat(logPivot));
  v128.store(spectrumSetting, f64x2.splat(-index), 16);
  v128.store(spectrumSetting, f64x2.splat(-indexAbove), 32);
  v128.store(spectrumSetting, f64x2.splat(-inverseCutoff), 48);
}

/**
 * sum_j a_j S(Es_j) l_j^(3/2) G_j of one history, with ln[l^(3/2) G] as it was written.
 *
 * @param count length of a column, even
 */
export function sumWithGreens(history: usize, logGreens: usize, count: i32): f64 {
  const zero = f64x2.splat(0);
  const bytes = <usize>count << 3;
  let green = logGreens;
  let sum = zero;
  for (let at = history, end = history + bytes; at < end; at += 16) {
    const logEnergy = f64x2.sub(v128.load(at + bytes), v128.load(spectrumSetting));
    const spectrum = f64x2.add(
      f64x2.add(
        f64x2.mul(f64x2.pmin(logEnergy, zero), v128.load(spectrumSetting, 16)),
        f64x2.mul(f64x2.pmax(logEnergy, zero), v128.load(spectrumSetting, 32)),
      ),
      f64x2.mul(v128.load(at + 2 * bytes), v128.load(spectrumSetting, 48)),
    );
    sum = f64x2.add(sum, f64x2.mul(v128.load(at), exponential(f64x2.add(spectrum, v128.load(green)))));
    green += 16;
  }
  return f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1);
}
