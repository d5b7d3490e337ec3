/** Electron energies and radii at which the density of a halo is wanted, so that its gamma rays come out right. */
import { CUTOFF_RANGE } from '../injection';
import {
  diffusionTimeFromTop, LAST_LOG_ENERGY, logEnergyAtLossTime, LOWEST_ENERGY, lossTimeFromTop, tabulatedLossRate,
} from '../lossIntegrals';
import { hottestScale } from './inverseCompton';
import { cutEvenly, MOST_PANELS } from './panels';

/** Blackbody photons beyond this many k T are left out at the lower end of the energies (e^-30). */
const PLANCK_RANGE: f64 = 30;
/** Electrons beyond this multiple of the highest photon energy add less than its inverse cube there. */
const ENERGY_RANGE: f64 = 1e4;
/** Longest panel over an exponential cutoff, in E_c. */
const CUTOFF_STEP: f64 = 6;
/** Panels near E_t are at most twice as long as they are far from it; the shortest is this part of the kink's width. */
const GROWTH: f64 = 2;
const KINK_PART: f64 = 0.15;
const NARROWEST: f64 = 1e-4;
/** Shortest panel below a sharp end of the spectrum, where positrons have had no time to go anywhere. */
const END_PANEL: f64 = 0.02;

/** ln of the energy to which positrons of ln E = `from` (Infinity: the end of the tables) have cooled after a time. */
function cooledLogEnergy(from: f64, time: f64): f64 {
  const start = min<f64>(from, LAST_LOG_ENERGY);
  return logEnergyAtLossTime(lossTimeFromTop(start) + time);
}

/**
 * Plans the panels in ln E.
 *
 * N(E) turns sharply at E_t, to which the first positrons have cooled by today. The width of that feature in ln E is
 * set by the shorter of the spin-down time and the cooling time at the cutoff, min(tau_0, T(E_c)) b(E_t) / E_t;
 * panels shrink towards it by a factor 3 from both sides, and so they do towards a sharp end of the spectrum. Breaks
 * of the spectrum, and the energy to which positrons at the break have cooled, are edges.
 *
 * @param lowestPhoton, highestPhoton photon energies of interest [GeV]
 * @param age t_age - t_rel [s], the longest time that positrons have had
 * @param timescale tau_0 [s]
 * @param cutoff E_c [GeV], Infinity for none
 * @param maxEnergy E_max [GeV], Infinity for none
 * @param breakEnergy break of the spectrum [GeV], 0 for none
 * @param longest longest panel
 * @param edges address of MOST_PANELS + 1 numbers, ln(E/GeV)
 * @returns number of panels; 0 if they are too many
 */
export function planElectronEnergies(
  lowestPhoton: f64, highestPhoton: f64, age: f64, timescale: f64, cutoff: f64, maxEnergy: f64, breakEnergy: f64,
  longest: f64, edges: usize,
): i32 {
  // z << 1 there, and y = Eg / (scale E^2) reaches PLANCK_RANGE.
  const scattering = Math.sqrt(lowestPhoton / (hottestScale() * PLANCK_RANGE));
  const first = Math.log(max<f64>(LOWEST_ENERGY, max<f64>(lowestPhoton, scattering)));
  const end = min<f64>(min<f64>(maxEnergy, highestPhoton * ENERGY_RANGE), Math.exp(first) + CUTOFF_RANGE * cutoff);
  const last = min<f64>(LAST_LOG_ENERGY, Math.log(end));
  if (!(last > first)) return cutEvenly(first, first + longest, longest, edges);

  const topLogEnergy = min<f64>(LAST_LOG_ENERGY, Math.log(maxEnergy));
  const kink = cooledLogEnergy(topLogEnergy, age);
  const kinkEnergy = Math.exp(kink);
  const cutoffLogEnergy = min<f64>(topLogEnergy, Math.log(cutoff));
  const cutoffTime = lossTimeFromTop(cutoffLogEnergy);
  const width = min<f64>(timescale, cutoffTime) * tabulatedLossRate(kink, kinkEnergy) / kinkEnergy;
  const narrowest = max<f64>(NARROWEST, KINK_PART * min<f64>(1, width));
  const breakLogEnergy = breakEnergy > 0 ? Math.log(breakEnergy) : Infinity;
  const cooledBreak = breakEnergy > 0 ? cooledLogEnergy(breakLogEnergy, age) : Infinity;

  let panels = 0;
  let at = first;
  store<f64>(edges, at);
  while (at < last) {
    if (panels == MOST_PANELS) return 0;
    const gap = kink - at;
    let step = min<f64>(longest, Math.log1p(CUTOFF_STEP * cutoff / Math.exp(at)));
    step = min<f64>(step, max<f64>(narrowest, gap > 0 ? gap * GROWTH / (1 + GROWTH) : -gap * GROWTH));
    if (end == maxEnergy) step = min<f64>(step, max<f64>(END_PANEL, (last - at) * GROWTH / (1 + GROWTH)));
    // The next place that no panel may straddle; what is left before it is taken whole rather than as a sliver.
    let stop = last;
    if (kink > at) stop = min<f64>(stop, kink);
    if (breakLogEnergy > at) stop = min<f64>(stop, breakLogEnergy);
    if (cooledBreak > at) stop = min<f64>(stop, cooledBreak);
    at = stop - at < 1.3 * step ? stop : at + step;
    panels++;
    store<f64>(edges + (<usize>panels << 3), at);
  }
  return panels;
}

/** Exponent of the Green's function at the largest radius (1e-11). */
const RADIAL_RANGE: f64 = 25;

/**
 * D-weighted time l(E, Es) [s] that positrons of ln E = `logEnergy` have diffused at most, since the release or their
 * injection at E_max.
 */
function longestDiffusionTime(logEnergy: f64, age: f64, maxEnergy: f64): f64 {
  const top = min<f64>(LAST_LOG_ENERGY, Math.log(maxEnergy));
  if (!(logEnergy < top)) return 0;
  const energy = Math.exp(logEnergy);
  const lossTime = lossTimeFromTop(logEnergy) - age;
  const source = lossTime > lossTimeFromTop(top) ? logEnergyAtLossTime(lossTime) : top;
  return diffusionTimeFromTop(logEnergy) - diffusionTimeFromTop(source);
}

/**
 * Radius beyond which there is nothing at these energies: r^2 = 25 * 4 D0 l, l the longest diffusion time.
 *
 * @param nodes, count electron energies [GeV]
 * @param age t_age - t_rel [s]
 * @param maxEnergy E_max [GeV], Infinity for none
 * @param diffusion D0 where it is largest [cm^2 s^-1]
 * @returns [cm]
 */
export function largestRadius(nodes: usize, count: i32, age: f64, maxEnergy: f64, diffusion: f64): f64 {
  let longest: f64 = 0;
  for (let i = 0; i < count; i++) {
    const logEnergy = Math.log(load<f64>(nodes + (<usize>i << 3)));
    longest = max<f64>(longest, longestDiffusionTime(logEnergy, age, maxEnergy));
  }
  return Math.sqrt(RADIAL_RANGE * 4 * diffusion * longest);
}

/**
 * Diffusion length 2 sqrt(D0 l) at one energy [cm], the scale on which its density departs from 1/r.
 *
 * @param diffusion D0 at the pulsar [cm^2 s^-1]
 */
export function diffusionLength(energy: f64, age: f64, maxEnergy: f64, diffusion: f64): f64 {
  return Math.sqrt(4 * diffusion * longestDiffusionTime(Math.log(energy), age, maxEnergy));
}

/**
 * Plans the panels in ln r, with an edge on the boundary of the slow zone, where the density turns.
 *
 * @param smallest, largest radii, all in one unit; inside the smallest, r N(r) is taken as linear in r
 * @param haloRadius r_b, 0 for none
 * @param longest longest panel
 * @param edges address of MOST_PANELS + 1 numbers, ln r
 * @returns number of panels; 0 if they are too many
 */
export function planRadii(smallest: f64, largest: f64, haloRadius: f64, longest: f64, edges: usize): i32 {
  const first = Math.log(smallest), last = Math.log(max<f64>(largest, smallest * Math.E));
  if (!(smallest < haloRadius && haloRadius < largest)) return cutEvenly(first, last, longest, edges);
  const boundary = Math.log(haloRadius);
  const inner = cutEvenly(first, boundary, longest, edges);
  if (inner == 0) return 0;
  if (Math.ceil((last - boundary) / longest) > <f64>(MOST_PANELS - inner)) return 0;
  const outer = cutEvenly(boundary, last, longest, edges + (<usize>inner << 3));
  return outer == 0 ? 0 : inner + outer;
}
