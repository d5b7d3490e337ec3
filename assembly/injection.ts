import { exponential } from './numerics/exponential';
import { GaussLegendreRule } from './numerics/gaussLegendre';

/** Multiples of E_c above the highest energy of interest after which exp(-E/E_c) is dropped (3e-20). */
export const CUTOFF_RANGE: f64 = 45;

/** Longest panel of the quadrature over ln E; with 32 points the error of the integral is below 1e-12. */
const LONGEST_PANEL: f64 = 3;
const panelRule = new GaussLegendreRule(32);

/**
 * Injected spectrum without its constant:
 *   S(E) = (E/E_p)^-gamma exp(-E/E_c), gamma = gamma_1 below E_p and gamma_2 above.
 * The pivot E_p is the break energy, or 1 GeV with gamma_1 = gamma_2.
 *
 * @param energy E [GeV]
 * @param index gamma_1
 * @param indexAbove gamma_2
 * @param pivot E_p [GeV]
 * @param inverseCutoff 1 / E_c [GeV^-1], 0 for no cutoff
 */
export function injectedSpectrum(energy: f64, index: f64, indexAbove: f64, pivot: f64, inverseCutoff: f64): f64 {
  const logarithm = Math.log(energy / pivot);
  return Math.exp(-(logarithm < 0 ? index : indexAbove) * logarithm - energy * inverseCutoff);
}

/** int E^(1-gamma) dE of a pure power law, in units of the pivot. */
function powerLawEnergy(from: f64, to: f64, index: f64): f64 {
  const power = 2 - index;
  if (power == 0) return Math.log(to / from);
  if (to == Infinity) return -Math.exp(power * Math.log(from)) / power;
  // expm1 keeps the digits for indices near 2.
  return Math.exp(power * Math.log(from)) * Math.expm1(power * Math.log(to / from)) / power;
}

/**
 * Energy of the injected spectrum, <E> = int_{E_min}^{E_max} E S(E) dE; the number of pairs is the energy released over it.
 *
 * @param minEnergy E_min [GeV]
 * @param maxEnergy E_max [GeV], Infinity for none (needs a cutoff, or gamma_2 > 2)
 * @returns [GeV^2 times the unit of S], relative error below 1e-11
 */
export function injectedEnergy(
  index: f64, indexAbove: f64, pivot: f64, inverseCutoff: f64, minEnergy: f64, maxEnergy: f64,
): f64 {
  if (inverseCutoff == 0) {
    const low = minEnergy / pivot, high = maxEnergy / pivot;
    const below = low < 1 ? powerLawEnergy(low, min<f64>(1, high), index) : 0;
    const above = high > 1 ? powerLawEnergy(max<f64>(1, low), high, indexAbove) : 0;
    return pivot * pivot * (below + above);
  }
  const end = min<f64>(maxEnergy, minEnergy + CUTOFF_RANGE / inverseCutoff);
  if (minEnergy < pivot && pivot < end) {
    return panelledEnergy(minEnergy, pivot, index, pivot, inverseCutoff)
      + panelledEnergy(pivot, end, indexAbove, pivot, inverseCutoff);
  }
  return panelledEnergy(minEnergy, end, minEnergy < pivot ? index : indexAbove, pivot, inverseCutoff);
}

/** int E S dE over a range without a kink, Gauss-Legendre panels in ln E. */
function panelledEnergy(from: f64, to: f64, index: f64, pivot: f64, inverseCutoff: f64): f64 {
  const range = Math.log(to / from);
  const panels = <i32>Math.ceil(range / LONGEST_PANEL);
  const width = range / <f64>panels;
  const first = Math.log(from / pivot);
  const half = f64x2.splat(0.5 * width);
  const slope = f64x2.splat(2 - index);
  const cutoff = f64x2.splat(pivot * inverseCutoff);
  let sum = f64x2.splat(0);
  for (let panel = 0; panel < panels; panel++) {
    const middle = f64x2.splat(first + width * (<f64>panel + 0.5));
    for (let j = 0; j < panelRule.size; j += 2) {
      const place = <usize>j << 3;
      const logarithm = f64x2.add(middle, f64x2.mul(half, v128.load(changetype<usize>(panelRule.nodes) + place)));
      const exponent = f64x2.sub(f64x2.mul(slope, logarithm), f64x2.mul(cutoff, exponential(logarithm)));
      sum = f64x2.add(sum, f64x2.mul(v128.load(changetype<usize>(panelRule.weights) + place), exponential(exponent)));
    }
  }
  return 0.5 * width * pivot * pivot * (f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1));
}

/**
 * Spin-down power relative to that at birth, L(t)/L(0) = (1 + t/tau_0)^(-(n+1)/(n-1)).
 *
 * @param time t since birth, in the unit of the timescale
 * @param timescale tau_0
 * @param brakingIndex n > 1
 * Ref: Gaensler & Slane, ARA&A 44, 17 (2006), eq. 5.
 */
export function spinDownDecline(time: f64, timescale: f64, brakingIndex: f64): f64 {
  const growth = 1 + time / timescale;
  if (brakingIndex == 3) return 1 / (growth * growth);
  return Math.exp(-(brakingIndex + 1) / (brakingIndex - 1) * Math.log(growth));
}

/** Spin-down energy lost up to a time, over L(0) tau_0: int_0^t L dt' = L(0) tau_0 (n-1)/2 [1 - (1 + t/tau_0)^(-2/(n-1))]. */
export function spinDownEnergyLost(time: f64, timescale: f64, brakingIndex: f64): f64 {
  if (brakingIndex == 3) return time / (time + timescale);
  const exponent = 2 / (brakingIndex - 1);
  return -Math.expm1(-exponent * Math.log1p(time / timescale)) / exponent;
}
