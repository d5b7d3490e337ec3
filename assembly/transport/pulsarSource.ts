/** What the pulsar of solver C injects, along the track of positrons that cool, and over which shells it is spread. */
import { injectedSpectrum, spinDownDecline } from '../injection';
import { GaussLegendreRule } from '../numerics/gaussLegendre';
import { faces, MOST_SHELLS, shells, volumeRoots } from './shells';

export let releasedAtOnce: bool = false;
/** t_rel [s]. */
export let release: f64 = 0;
/** tau_0 [s]. */
export let timescale: f64 = 1;
export let braking: f64 = 3;
/** gamma_1, gamma_2, ln E_p and 1/E_c of S(E). */
export let index: f64 = 2;
export let indexAbove: f64 = 2;
export let logPivot: f64 = 0;
export let inverseCutoff: f64 = 0;
/** E_max [GeV]. */
export let highestInjected: f64 = Infinity;
/** Radius a of a source exp(-r^2/a^2) [cm], 0 for a point. */
export let sourceRadius: f64 = 0;

/** Shells that the source reaches, from the centre. */
export let sourceShells: i32 = 1;
/** Share of the source in each shell over sqrt(V) [cm^-3/2]. */
export const sourceShares = new StaticArray<f64>(MOST_SHELLS);

/**
 * Puts an injection in force.
 *
 * @param burst whether everything leaves at t_rel; else Q follows the spin-down from t_rel on
 * @param delay t_rel [s]
 * @param spinDownTimescale tau_0 [s]
 * @param brakingIndex n > 1
 * @param spectralIndex gamma_1
 * @param spectralIndexAbove gamma_2
 * @param pivot E_p [GeV]
 * @param inverseCutoffEnergy 1/E_c [GeV^-1], 0 for none
 * @param maxEnergy E_max [GeV], Infinity for none
 * @param radius a of a source spread as exp(-r^2/a^2) [cm], 0 for a point source
 */
export function setTransportSource(
  burst: bool, delay: f64, spinDownTimescale: f64, brakingIndex: f64, spectralIndex: f64, spectralIndexAbove: f64,
  pivot: f64, inverseCutoffEnergy: f64, maxEnergy: f64, radius: f64,
): void {
  releasedAtOnce = burst;
  release = delay;
  timescale = spinDownTimescale;
  braking = brakingIndex;
  index = spectralIndex;
  indexAbove = spectralIndexAbove;
  logPivot = Math.log(pivot);
  inverseCutoff = inverseCutoffEnergy;
  highestInjected = maxEnergy;
  sourceRadius = radius;
}

/** Multiples of E_c above the energy in question after which exp(-E/E_c) is dropped (1e-13). */
const CUTOFF_RANGE: f64 = 30;

/** Energy above which the injection is dropped for positrons seen at E: E_max, or 30 E_c above E. */
export function injectionEnd(energy: f64): f64 {
  return min<f64>(highestInjected, energy + CUTOFF_RANGE / inverseCutoff);
}

/** S(E) of the injection in force. */
export function spectrumInForce(energy: f64): f64 {
  return injectedSpectrum(energy, index, indexAbove, Math.exp(logPivot), inverseCutoff);
}

/** ln [L(t)/L(0)] at a time since birth [s]. */
export function logDecline(time: f64): f64 {
  return Math.log(spinDownDecline(time, timescale, braking));
}

const radiusRule = new GaussLegendreRule(8);

/** Radius beyond which there is no source [cm]. */
export function sourceExtent(): f64 {
  return 7 * sourceRadius;
}

/** Spreads the source over the shells: all in the innermost one, or exp(-r^2/a^2) integrated over each. */
export function spreadSource(): void {
  sourceShells = 1;
  sourceShares[0] = 1 / volumeRoots[0];
  if (sourceRadius == 0) return;
  let total: f64 = 0;
  let i = 0;
  for (; i < shells && faces[i] < sourceExtent(); i++) {
    const inner = faces[i], half = 0.5 * (faces[i + 1] - inner);
    let share: f64 = 0;
    for (let j = 0; j < radiusRule.size; j++) {
      const radius = (inner + half * (1 + radiusRule.nodes[j])) / sourceRadius;
      share += radiusRule.weights[j] * half * radius * radius * Math.exp(-radius * radius);
    }
    sourceShares[i] = share;
    total += share;
  }
  sourceShells = i;
  for (i = 0; i < sourceShells; i++) sourceShares[i] /= total * volumeRoots[i];
}
