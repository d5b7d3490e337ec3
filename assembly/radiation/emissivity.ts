/**
 * Emissivity of a population of electrons given on a grid of panels in ln E:
 *   j(Eg) = int dE N(E) dN/(dt dEg)(E, Eg) = sum_i W_i N(E_i).
 * Inside a panel E^3 N is a polynomial in ln E, since densities fall roughly as E^-3.
 */
import { GaussLegendreRule } from '../numerics/gaussLegendre';
import { LARGEST_Y, hottestScale, photonRate } from './inverseCompton';
import { basis, evaluateBasis, nodeWeight, PANEL_NODES } from './panels';

/** A panel closer to Eg than this part of its length is integrated over ln(E/Eg - 1), where the kernel piles up. */
const NEAR: f64 = 0.75;
/** Longest piece of that integral and the points in it. */
const LONGEST_PIECE: f64 = 1.5;
const pieceRule = new GaussLegendreRule(12);

/** Adds the part of one panel that reaches down to Eg, or nearly so, to the weights of its nodes. */
function addNearPanel(photonEnergy: f64, lower: f64, upper: f64, weights: usize): void {
  const logPhoton = Math.log(photonEnergy);
  const last = Math.log(Math.expm1(upper - logPhoton));
  // s = E/Eg - 1 below which even the hottest blackbody gives nothing: y = 1 / (scale E s), E = Eg (1 + s).
  const empty = Math.log(1 / (LARGEST_Y * hottestScale() * Math.exp(upper)));
  const first = lower > logPhoton ? Math.log(Math.expm1(lower - logPhoton)) : empty;
  const from = max<f64>(first, empty);
  if (!(from < last)) return;
  const pieces = <i32>Math.ceil((last - from) / LONGEST_PIECE);
  const half = 0.5 * (last - from) / <f64>pieces;
  const scale = 2 / (upper - lower);
  for (let piece = 0; piece < pieces; piece++) {
    for (let j = 0; j < pieceRule.size; j++) {
      const s = Math.exp(from + half * (2 * <f64>piece + 1 + pieceRule.nodes[j]));
      const excess = photonEnergy * s, energy = photonEnergy + excess;
      // dE = Eg s d(ln s); N = (E^3 N) / E^3.
      const term = half * pieceRule.weights[j] * excess * photonRate(photonEnergy, excess) / (energy * energy * energy);
      evaluateBasis(scale * (logPhoton + Math.log1p(s) - lower) - 1);
      for (let a = 0; a < PANEL_NODES; a++) {
        const at = weights + (<usize>a << 3);
        store<f64>(at, load<f64>(at) + term * basis[a]);
      }
    }
  }
}

/**
 * Weights W_i of one photon energy.
 *
 * @param photonEnergy Eg [GeV]
 * @param edges, panels, nodes the grid of electron energies (see panels.ts)
 * @param weights address of one number per node [s^-1], so that j is in GeV^-1 cm^-3 s^-1 for N in GeV^-1 cm^-3
 */
function writeEmissionWeights(photonEnergy: f64, edges: usize, panels: i32, nodes: usize, weights: usize): void {
  const logPhoton = Math.log(photonEnergy);
  for (let p = 0; p < panels; p++) {
    const lower = load<f64>(edges + (<usize>p << 3)), upper = load<f64>(edges + (<usize>p << 3), 8);
    const first = <usize>(p * PANEL_NODES) << 3;
    const near = upper > logPhoton && lower - logPhoton < NEAR * (upper - lower);
    for (let a = 0; a < PANEL_NODES; a++) {
      const at = first + (<usize>a << 3);
      const energy = load<f64>(nodes + at);
      const plain = upper > logPhoton && !near;
      const rate = plain ? photonRate(photonEnergy, energy - photonEnergy) : 0;
      store<f64>(weights + at, 0.5 * (upper - lower) * nodeWeight(a) * energy * rate);
    }
    if (!near) continue;
    addNearPanel(photonEnergy, lower, upper, weights + first);
    for (let a = 0; a < PANEL_NODES; a++) {
      const at = first + (<usize>a << 3);
      const energy = load<f64>(nodes + at);
      store<f64>(weights + at, load<f64>(weights + at) * energy * energy * energy);
    }
  }
}

/** Weights for many photon energies, one row behind the other. */
export function emissionWeights(
  photonEnergies: usize, count: i32, edges: usize, panels: i32, nodes: usize, weights: usize,
): void {
  const row = <usize>(panels * PANEL_NODES) << 3;
  for (let k = 0; k < count; k++) {
    writeEmissionWeights(load<f64>(photonEnergies + (<usize>k << 3)), edges, panels, nodes, weights + row * <usize>k);
  }
}

/** Points per unit of ln Eg in a band. */
const bandRule = new GaussLegendreRule(16);

/**
 * Weights of the energy emitted in a band, int_{from}^{to} Eg j(Eg) dEg [GeV cm^-3 s^-1].
 *
 * @param from, to ends of the band [GeV]
 * @param weights address of one number per node [GeV s^-1 per GeV^-1 …]
 * @param scratch address of as many numbers
 */
export function bandEmissionWeights(
  from: f64, to: f64, edges: usize, panels: i32, nodes: usize, weights: usize, scratch: usize,
): void {
  const bytes = <usize>(panels * PANEL_NODES) << 3;
  memory.fill(weights, 0, bytes);
  const range = Math.log(to / from);
  const pieces = <i32>Math.ceil(range);
  const half = 0.5 * range / <f64>pieces;
  for (let piece = 0; piece < pieces; piece++) {
    for (let j = 0; j < bandRule.size; j++) {
      const photonEnergy = from * Math.exp(half * (2 * <f64>piece + 1 + bandRule.nodes[j]));
      const factor = half * bandRule.weights[j] * photonEnergy * photonEnergy;
      writeEmissionWeights(photonEnergy, edges, panels, nodes, scratch);
      for (let at: usize = 0; at < bytes; at += 8) {
        store<f64>(weights + at, load<f64>(weights + at) + factor * load<f64>(scratch + at));
      }
    }
  }
}

/**
 * result[a][b] = factor * sum_i first[a][i] second[b][i]: weights times densities, or times emissivities.
 *
 * @param length of the rows, even
 */
export function rowProducts(
  first: usize, firstRows: i32, second: usize, secondRows: i32, length: i32, factor: f64, result: usize,
): void {
  const bytes = <usize>length << 3;
  for (let a = 0; a < firstRows; a++) {
    const one = first + bytes * <usize>a;
    for (let b = 0; b < secondRows; b++) {
      const other = second + bytes * <usize>b;
      let sum = f64x2.splat(0);
      for (let at: usize = 0; at < bytes; at += 16) {
        sum = f64x2.add(sum, f64x2.mul(v128.load(one + at), v128.load(other + at)));
      }
      const value = factor * (f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1));
      store<f64>(result + (<usize>(a * secondRows + b) << 3), value);
    }
  }
}
