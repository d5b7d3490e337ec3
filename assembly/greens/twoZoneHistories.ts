/** The two-zone Green's function at every moment of emission histories, and their sum with a spectrum. */
import { COLUMNS, LOG_OF_NOTHING } from '../emission';
import { exponential } from '../numerics/exponential';
import { diffusiveLength, scaledGreen } from './twoZone';
import { logGreenFromTable, tabulateTwoZone } from './twoZoneTable';

/** Largest l = Lambda / D0 [s] and look-back time [s] of histories. */
let largestDiffusionTime: f64 = 0;
let largestLookBack: f64 = 0;

function surveyHistories(lengths: usize, histories: usize, count: i32): void {
  largestDiffusionTime = 0;
  largestLookBack = 0;
  let at = histories;
  for (let i = 0; i < count; i++) {
    const length = load<i32>(lengths + (<usize>i << 2));
    const bytes = <usize>length << 3;
    for (let j: usize = 0; j < bytes; j += 8) {
      largestDiffusionTime = max<f64>(largestDiffusionTime, 1 / load<f64>(at + 4 * bytes + j));
      largestLookBack = max<f64>(largestLookBack, Math.sqrt(load<f64>(at + 3 * bytes + j)));
    }
    at += bytes * COLUMNS;
  }
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
  const farthest = Math.sqrt(distance * distance + velocity * velocity * largestLookBack * largestLookBack);
  const tabulated = tabulateTwoZone(haloRadius, ratio, distance, farthest, diffusion * largestDiffusionTime);
  const logDiffusion = Math.log(diffusion);
  let at = histories;
  let to = logGreens;
  for (let i = 0; i < count; i++) {
    const bytes = <usize>load<i32>(lengths + (<usize>i << 2)) << 3;
    for (let j: usize = 0; j < bytes; j += 8) {
      const lookBackSquared = load<f64>(at + 3 * bytes + j);
      const inverseTime = load<f64>(at + 4 * bytes + j);
      const radius = Math.sqrt(distance * distance + velocity * velocity * lookBackSquared);
      const logTime = -Math.log(inverseTime);
      let logGreen: f64;
      if (tabulated) {
        logGreen = logGreenFromTable(radius, logDiffusion + logTime);
      } else {
        const lambda = diffusion / inverseTime;
        const length = diffusiveLength(radius, haloRadius, ratio);
        logGreen = Math.log(scaledGreen(radius, lambda, haloRadius, ratio)) - length * length / (4 * lambda);
      }
      store<f64>(to, max<f64>(LOG_OF_NOTHING, logGreen + 1.5 * logTime));
      to += 8;
    }
    at += bytes * COLUMNS;
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
const setting = memory.data(16 * 4, 16);

/**
 * result = factor * sum_j a_j S(Es_j) l_j^(3/2) G_j for every history, with ln[l^(3/2) G] as it was written.
 *
 * @param index, indexAbove, logPivot, inverseCutoff the spectrum S (see injection.ts)
 */
export function sumWithGreens(
  lengths: usize, histories: usize, logGreens: usize, count: i32, index: f64, indexAbove: f64, logPivot: f64,
  inverseCutoff: f64, factor: f64, result: usize,
): void {
  v128.store(setting, f64x2.splat(logPivot));
  v128.store(setting, f64x2.splat(-index), 16);
  v128.store(setting, f64x2.splat(-indexAbove), 32);
  v128.store(setting, f64x2.splat(-inverseCutoff), 48);
  const zero = f64x2.splat(0);
  let at = histories;
  let green = logGreens;
  for (let i = 0; i < count; i++) {
    const bytes = <usize>load<i32>(lengths + (<usize>i << 2)) << 3;
    let sum = zero;
    for (let end = at + bytes; at < end; at += 16) {
      const logEnergy = f64x2.sub(v128.load(at + bytes), v128.load(setting));
      const spectrum = f64x2.add(
        f64x2.add(
          f64x2.mul(f64x2.pmin(logEnergy, zero), v128.load(setting, 16)),
          f64x2.mul(f64x2.pmax(logEnergy, zero), v128.load(setting, 32)),
        ),
        f64x2.mul(v128.load(at + 2 * bytes), v128.load(setting, 48)),
      );
      sum = f64x2.add(sum, f64x2.mul(v128.load(at), exponential(f64x2.add(spectrum, v128.load(green)))));
      green += 16;
    }
    store<f64>(result + (<usize>i << 3), factor * (f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1)));
    at += bytes * (COLUMNS - 1);
  }
}
