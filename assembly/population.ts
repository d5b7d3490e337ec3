/**
 * Fluxes of many pulsars in one medium. Each energy's history is built, summed and forgotten while it is in the fastest memory;
 * the arithmetic is that of a single pulsar, bit for bit.
 */
import { buildBurstHistory, buildContinuousHistory, COLUMNS, MOST_MOMENTS, setPulsar } from './emission';
import { setOneZone, sumOneZone } from './greens/oneZone';
import { fillTwoZoneGreens, setSpectrum, sumWithGreens } from './greens/twoZoneHistories';

/** Numbers of a source in a row (see takeSource). */
export const SOURCE_NUMBERS: i32 = 18;

const history = memory.data(8 * COLUMNS * MOST_MOMENTS, 16);
const logGreens = memory.data(8 * MOST_MOMENTS, 16);
const length = memory.data(4, 4);

// The source in force.
let isBurst: bool = false;
/** gamma_1, gamma_2, ln E_p, 1/E_c of its spectrum. */
export let index: f64 = 0;
export let indexAbove: f64 = 0;
export let logPivot: f64 = 0;
export let inverseCutoff: f64 = 0;
/** d [cm], v [cm/s], and positrons per S(E). */
export let distance: f64 = 0;
export let velocity: f64 = 0;
export let factor: f64 = 0;

// The medium of all sources: D0, r_b (0 for one zone) and D0_halo / D0.
export let diffusion: f64 = 0;
export let haloRadius: f64 = 0;
export let ratio: f64 = 1;

/** Puts a medium in force: D0 [cm^2/s], r_b [cm] or 0 for one zone, and D0_halo/D0. */
export function setZones(outerDiffusion: f64, zoneRadius: f64, diffusionRatio: f64): void {
  diffusion = outerDiffusion;
  haloRadius = zoneRadius;
  ratio = diffusionRatio;
}

// @ts-ignore: decorator
@inline
function number(source: usize, place: usize): f64 {
  return load<f64>(source + (place << 3));
}

/**
 * Puts a source in force: its clock, its spectrum and its place.
 *
 * @param source address of SOURCE_NUMBERS: burst (0 or 1); age, delay, tau_0, n, cutoff, E_max, kink, reach and moving (0 or 1) as
 *   setPulsar has them; gamma_1, gamma_2, ln E_p, 1/E_c; distance, velocity; positrons per S(E)
 */
export function takeSource(source: usize, coarse: bool): bool {
  isBurst = number(source, 0) != 0;
  setPulsar(
    number(source, 1), number(source, 2), number(source, 3), number(source, 4), number(source, 5), number(source, 6),
    number(source, 7), number(source, 8), number(source, 9) != 0, coarse,
  );
  index = number(source, 10);
  indexAbove = number(source, 11);
  logPivot = number(source, 12);
  inverseCutoff = number(source, 13);
  distance = number(source, 14);
  velocity = number(source, 15);
  factor = number(source, 16);
  if (haloRadius > 0) setSpectrum(index, indexAbove, logPivot, inverseCutoff);
  else setOneZone(index, indexAbove, logPivot, inverseCutoff, distance, velocity, diffusion);
  return isBurst;
}

/** N at one observed energy of the source in force [GeV^-1 cm^-3]. */
export function sourceDensity(i: i32): f64 {
  const moments = isBurst ? buildBurstHistory(i, history) : buildContinuousHistory(i, history);
  if (haloRadius == 0) return factor * sumOneZone(history, moments);
  store<i32>(length, moments);
  fillTwoZoneGreens(length, history, 1, distance, velocity, diffusion, haloRadius, ratio, logGreens);
  return factor * sumWithGreens(history, logGreens, moments);
}

/**
 * Adds the fluxes of sources at the observed energies (see observe, setZones).
 *
 * @param sources address of `sourceCount` rows of SOURCE_NUMBERS
 * @param energyCount number of observed energies
 * @param fluxPerDensity flux over density
 * @param each address of a row of energyCount numbers for each source, 0 if only the sum is wanted
 * @param total address of energyCount numbers to which every flux is added, in the order of the sources
 */
export function addPopulationFlux(
  sources: usize, sourceCount: i32, energyCount: i32, coarse: bool, fluxPerDensity: f64, each: usize, total: usize,
): void {
  for (let k = 0; k < sourceCount; k++) {
    takeSource(sources + (<usize>(k * SOURCE_NUMBERS) << 3), coarse);
    for (let i = 0; i < energyCount; i++) {
      const flux = sourceDensity(i) * fluxPerDensity;
      const at = <usize>i << 3;
      if (each) store<f64>(each + (<usize>(k * energyCount) << 3) + at, flux);
      store<f64>(total + at, load<f64>(total + at) + flux);
    }
  }
}
