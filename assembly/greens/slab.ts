/**
 * Steady state of positrons in a slab |z| < L with absorbing faces; sources of uniform strength q(E) in the disc
 * |z| < h, the observer at z = 0:
 *   N(E) = (1/b(E)) int_E^inf dEs q(Es) I(Lambda(E, Es)),
 * I being the share of the positrons per height of the disc that are still around z = 0 when they have diffused by
 * Lambda.
 *
 * Ref: Baltz & Edsjo, PRD 59, 023511 (1998); Delahaye et al., A&A 524, A51 (2010).
 */
import { diffusionShape } from '../diffusion';
import { diffusionTimeFromTop, LAST_LOG_ENERGY, tabulatedLossRate } from '../lossIntegrals';
import { complementaryErrorFunction, errorFunction } from '../numerics/errorFunction';
import { GaussLegendreRule } from '../numerics/gaussLegendre';
import { lineStrength, sourceAbove, sourceDensity, sourceEnd } from './slabSources';

/** erfc(6.5) = 4e-20: images farther than this many lambda count for nothing beside the disc itself. */
const FARTHEST_IMAGE: f64 = 6.5;
/** Modes that have decayed by this exponent more than the first count for nothing. */
const FASTEST_MODE: f64 = 40;

/**
 * Slab kernel
 *   I = sum_{n=-inf}^{inf} (-1)^n (1/2) [erf((h - 2nL)/lambda) + erf((h + 2nL)/lambda)],   lambda^2 = 4 Lambda,
 * by images while lambda < L (at most four on each side), and beyond by the modes of the slab (at most four),
 *   I = 2 sum_{m=0}^inf sin(k h) / (k L) exp(-k^2 Lambda),   k = (m + 1/2) pi / L.
 *
 * @param diffusion Lambda >= 0, in the unit of h squared
 * @param discHalfThickness h, 0 < h <= L
 * @param haloHalfHeight L
 * @returns I, relative error below 1e-12 for h > L/1000
 */
export function slabKernel(diffusion: f64, discHalfThickness: f64, haloHalfHeight: f64): f64 {
  if (!(diffusion > 0)) return 1;
  const period = 2 * haloHalfHeight;
  if (4 * diffusion < haloHalfHeight * haloHalfHeight) {
    const inverse = 0.5 / Math.sqrt(diffusion);
    let sum = errorFunction(discHalfThickness * inverse);
    let sign: f64 = -1;
    let near = (period - discHalfThickness) * inverse;
    while (near < FARTHEST_IMAGE) {
      const far = near + 2 * discHalfThickness * inverse;
      sum += sign * (complementaryErrorFunction(near) - complementaryErrorFunction(far));
      sign = -sign;
      near += period * inverse;
    }
    return sum;
  }
  let sum: f64 = 0;
  let wave = Math.PI / period;
  const last = wave * wave * diffusion + FASTEST_MODE;
  while (wave * wave * diffusion < last) {
    sum += Math.sin(wave * discHalfThickness) / wave * Math.exp(-wave * wave * diffusion);
    wave += 2 * Math.PI / period;
  }
  return 2 * sum / haloHalfHeight;
}

/** result = I(Lambda), all lengths in one unit. */
export function slabKernels(
  lambdas: usize, count: i32, discHalfThickness: f64, haloHalfHeight: f64, result: usize,
): void {
  for (let i = 0; i < count; i++) {
    const at = <usize>i << 3;
    store<f64>(result + at, slabKernel(load<f64>(lambdas + at), discHalfThickness, haloHalfHeight));
  }
}

/** Longest panel in ln Es, and how much farther from E each panel ends than the one before. */
const LONGEST_PANEL: f64 = 2;
const GROWTH: f64 = 3;
/** Relative error of Lambda and b from their tables, as far as it reaches N. */
const TABLE_ERROR: f64 = 2e-8;
/** erfc(6) = 2e-17: up to lambda = h/6 nothing has left the disc. */
const UNTOUCHED: f64 = 6;

const fineRule = new GaussLegendreRule(16);
const coarseRule = new GaussLegendreRule(10);

// The slab and the observed energy in work.
let halfThickness: f64 = 0;
let halfHeight: f64 = 0;
let diffusion: f64 = 0;
let observedLogEnergy: f64 = 0;
let observedDiffusionTime: f64 = 0;

/** I(Lambda(E, Es)). */
function kernelFrom(logEnergy: f64, energy: f64): f64 {
  const lambda = diffusion * (observedDiffusionTime - diffusionTimeFromTop(logEnergy));
  return slabKernel(lambda, halfThickness, halfHeight);
}

/** int q(Es) I(Lambda) Es du over [from, to] in u = ln(Es/E). */
function integratePanel(rule: GaussLegendreRule, from: f64, to: f64): f64 {
  const half = 0.5 * (to - from);
  let sum: f64 = 0;
  for (let j = 0; j < rule.size; j++) {
    const logEnergy = observedLogEnergy + from + half * (1 + rule.nodes[j]);
    const energy = Math.exp(logEnergy);
    sum += rule.weights[j] * energy * sourceDensity(logEnergy, energy) * kernelFrom(logEnergy, energy);
  }
  return half * sum;
}

/**
 * Density N(E) at the middle of the slab from the source in force (see slabSources.ts), with the tabulated losses and
 * D.
 *
 * In u = ln(Es/E) the kernel is 1 until lambda has grown to a part of h, then changes with ln u, then with u: the
 * first panel ends there and each next one three times farther out, at most two units long. A source that ends does
 * so on an edge.
 *
 * @param energies address of count energies [GeV]
 * @param diffusionFactor D0 [cm^2 s^-1]
 * @param discHalfThickness, haloHalfHeight h, L [cm]
 * @param result N [GeV^-1 cm^-3]
 * @param errors estimate of the error of N: the difference from the same panels with 10 points instead of 16, and the
 *   tables
 */
export function slabDensities(
  energies: usize, count: i32, diffusionFactor: f64, discHalfThickness: f64, haloHalfHeight: f64, result: usize,
  errors: usize,
): void {
  halfThickness = discHalfThickness;
  halfHeight = haloHalfHeight;
  diffusion = diffusionFactor;
  for (let i = 0; i < count; i++) {
    const energy = load<f64>(energies + (<usize>i << 3));
    observedLogEnergy = Math.log(energy);
    observedDiffusionTime = diffusionTimeFromTop(observedLogEnergy);
    const lossRate = tabulatedLossRate(observedLogEnergy, energy);
    const end = sourceEnd(energy);
    const topLogEnergy = min<f64>(LAST_LOG_ENERGY, Math.log(end));
    const top = topLogEnergy - observedLogEnergy;
    let fine: f64 = 0, coarse: f64 = 0;
    if (top > 0) {
      // A line, or what a power law goes on to give beyond the tables, where nothing diffuses any more.
      const topKernel = kernelFrom(topLogEnergy, Math.exp(topLogEnergy));
      fine = (lineStrength() + sourceAbove(topLogEnergy)) * topKernel;
      coarse = fine;
    }
    if (lineStrength() == 0) {
      const slope = diffusion * diffusionShape(energy) * energy / lossRate;
      const untouched = halfThickness * halfThickness / (4 * UNTOUCHED * UNTOUCHED) / slope;
      let from: f64 = 0, width = min<f64>(LONGEST_PANEL, untouched);
      while (from < top) {
        const to = top - from < 1.1 * width ? top : from + width;
        fine += integratePanel(fineRule, from, to);
        coarse += integratePanel(coarseRule, from, to);
        width = min<f64>(LONGEST_PANEL, (GROWTH - 1) * to);
        from = to;
      }
    }
    store<f64>(result + (<usize>i << 3), fine / lossRate);
    store<f64>(errors + (<usize>i << 3), (Math.abs(fine - coarse) + TABLE_ERROR * fine) / lossRate);
  }
}
