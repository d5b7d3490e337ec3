import { diffusionShape } from './diffusion';
import { lossRate } from './losses';
import { GaussLegendreRule } from './numerics/gaussLegendre';

/** Energies between which positrons are followed [GeV]. */
export const LOWEST_ENERGY: f64 = 0.02;
export const HIGHEST_ENERGY: f64 = 1.5e10;

// The tables are cells of one width in ln E; cell i has its middle at FIRST + i WIDTH, and s runs across it from -1/2 to 1/2.
const CELLS_PER_UNIT: f64 = 6;
const WIDTH: f64 = 1 / CELLS_PER_UNIT;
const CELLS: i32 = 166;
const FIRST: f64 = Math.log(LOWEST_ENERGY);

/** Logarithm of the energy at which the tables end; nothing is injected above it. */
export const LAST_LOG_ENERGY: f64 = FIRST + WIDTH * <f64>(CELLS - 1);

/** Places in a cell where the integrands are computed: they vary over a unit of ln E. */
const NODES: i32 = 6;
const cellRule = new GaussLegendreRule(NODES);
const nodeEnergies = new StaticArray<f64>(CELLS * NODES);
for (let i = 0; i < CELLS; i++) {
  for (let j = 0; j < NODES; j++) {
    nodeEnergies[i * NODES + j] = Math.exp(FIRST + WIDTH * (<f64>i + 0.5 * cellRule.nodes[j]));
  }
}

/** Coefficients of a polynomial of degree NODES. */
const COEFFICIENTS: i32 = NODES + 1;

/**
 * The polynomial through values at the nodes, integrated over s: the value at node j adds primitives[j] to the coefficients.
 * Over the whole cell this is Gauss-Legendre quadrature.
 */
const primitives = new StaticArray<f64>(NODES * COEFFICIENTS);
for (let j = 0; j < NODES; j++) {
  // The Lagrange polynomial of node j, multiplied out factor by factor.
  const lagrange = new StaticArray<f64>(NODES);
  lagrange[0] = 1;
  let degree = 0;
  for (let m = 0; m < NODES; m++) {
    if (m == j) continue;
    const root = 0.5 * cellRule.nodes[m];
    const norm = 1 / (0.5 * cellRule.nodes[j] - root);
    degree++;
    for (let k = degree; k > 0; k--) lagrange[k] = norm * (lagrange[k - 1] - root * lagrange[k]);
    lagrange[0] *= -root * norm;
  }
  for (let k = 1; k < COEFFICIENTS; k++) primitives[j * COEFFICIENTS + k] = lagrange[k - 1] / <f64>k;
}

// T and l are always wanted together: they stand side by side in the two lanes of every coefficient.
const polynomials = new StaticArray<f64>(2 * COEFFICIENTS * CELLS);
const CELL_BYTES: usize = <usize>(16 * COEFFICIENTS);
/** T at the lower end of every cell. */
const lowerLossTimes = new StaticArray<f64>(CELLS);

// @ts-ignore: decorator
@inline
function polynomialsOf(cell: i32): usize {
  return changetype<usize>(polynomials) + <usize>cell * CELL_BYTES;
}

/** T and l at the place s of a cell, by Horner's rule. */
// @ts-ignore: decorator
@inline
function integralsAt(cell: usize, s: v128): v128 {
  let value = v128.load(cell, 96);
  value = f64x2.add(f64x2.mul(value, s), v128.load(cell, 80));
  value = f64x2.add(f64x2.mul(value, s), v128.load(cell, 64));
  value = f64x2.add(f64x2.mul(value, s), v128.load(cell, 48));
  value = f64x2.add(f64x2.mul(value, s), v128.load(cell, 32));
  value = f64x2.add(f64x2.mul(value, s), v128.load(cell, 16));
  return f64x2.add(f64x2.mul(value, s), v128.load(cell));
}

/**
 * Tabulates what the losses and the shape of diffusion in force do to every energy:
 *   T(E) = int_E^inf dE'/b(E'),   l(E) = int_E^inf [D(E')/D0] dE'/b(E'),
 * where infinity is the end of the tables, since only differences are used:
 *   t_loss(E, Es) = T(E) - T(Es),   Lambda(E, Es) = D0 [l(E) - l(Es)].
 *
 * In each cell they are the integral of the polynomial through the integrands at its nodes.
 */
export function tabulateLossIntegrals(): void {
  let above = f64x2.splat(0);
  for (let i = CELLS - 1; i >= 0; i--) {
    const cell = polynomialsOf(i);
    memory.fill(cell, 0, CELL_BYTES);
    for (let j = 0; j < NODES; j++) {
      const energy = nodeEnergies[i * NODES + j];
      const time = WIDTH * energy / lossRate(energy);
      const integrands = f64x2(time, time * diffusionShape(energy));
      above = f64x2.add(above, f64x2.mul(integrands, f64x2.splat(0.5 * cellRule.weights[j])));
      for (let k = 1; k < COEFFICIENTS; k++) {
        const at = cell + (<usize>k << 4);
        const part = f64x2.mul(integrands, f64x2.splat(primitives[j * COEFFICIENTS + k]));
        v128.store(at, f64x2.sub(v128.load(at), part));
      }
    }
    lowerLossTimes[i] = f64x2.extract_lane(above, 0);
    v128.store(cell, f64x2.sub(above, integralsAt(cell, f64x2.splat(-0.5))));
  }
}

/** Cell of an energy; below and above the tables it is the first and the last. */
// @ts-ignore: decorator
@inline
function cellOf(logEnergy: f64): i32 {
  return max<i32>(0, min<i32>(CELLS - 1, <i32>nearest<f64>((logEnergy - FIRST) * CELLS_PER_UNIT)));
}

/** Place of an energy in a cell. */
// @ts-ignore: decorator
@inline
function placeIn(cell: i32, logEnergy: f64): v128 {
  return f64x2.splat((logEnergy - FIRST) * CELLS_PER_UNIT - <f64>cell);
}

/** T and l [s] in the two lanes, from E to the end of the tables; relative error of differences below 1e-10. */
export function integralsFromTop(logEnergy: f64): v128 {
  const cell = cellOf(logEnergy);
  return integralsAt(polynomialsOf(cell), placeIn(cell, logEnergy));
}

/**
 * E/b and (D/D0) E/b [s] in the two lanes: the slopes -dT/d(ln E) and -dl/d(ln E) of the tables.
 *
 * @returns relative error below 1e-9
 */
export function integrandsFromTable(logEnergy: f64): v128 {
  const cell = cellOf(logEnergy);
  const at = polynomialsOf(cell);
  const s = placeIn(cell, logEnergy);
  let slope = f64x2.mul(v128.load(at, 96), f64x2.splat(6));
  slope = f64x2.add(f64x2.mul(slope, s), f64x2.mul(v128.load(at, 80), f64x2.splat(5)));
  slope = f64x2.add(f64x2.mul(slope, s), f64x2.mul(v128.load(at, 64), f64x2.splat(4)));
  slope = f64x2.add(f64x2.mul(slope, s), f64x2.mul(v128.load(at, 48), f64x2.splat(3)));
  slope = f64x2.add(f64x2.mul(slope, s), f64x2.mul(v128.load(at, 32), f64x2.splat(2)));
  slope = f64x2.add(f64x2.mul(slope, s), v128.load(at, 16));
  return f64x2.mul(slope, f64x2.splat(-CELLS_PER_UNIT));
}

/** T [s], the time to cool from the end of the tables to E. */
export function lossTimeFromTop(logEnergy: f64): f64 {
  return f64x2.extract_lane(integralsFromTop(logEnergy), 0);
}

/** l [s], Lambda / D0 between E and the end of the tables. */
export function diffusionTimeFromTop(logEnergy: f64): f64 {
  return f64x2.extract_lane(integralsFromTop(logEnergy), 1);
}

/** b(E) [GeV s^-1] from the tables; relative error below 1e-9. */
export function tabulatedLossRate(logEnergy: f64, energy: f64): f64 {
  return energy / f64x2.extract_lane(integrandsFromTable(logEnergy), 0);
}

/** CELLS_PER_UNIT, 1.5 * 2^52, which rounds to an integer where it is added, and FIRST: twice each, as the loop below loads them. */
const rounding = memory.data<f64>([6.0, 6.0, 6755399441055744.0, 6755399441055744.0, 0.0, 0.0], 16);
v128.store(rounding, f64x2.splat(FIRST), 32);

/**
 * T and l of many energies, two at a time; none may lie above the tables, and below the first cell goes on.
 *
 * @param logEnergies, lossTimes, diffusionTimes addresses of rows of equal length
 * @param bytes length of a row, a multiple of 16
 */
export function lookUpIntegrals(logEnergies: usize, bytes: usize, lossTimes: usize, diffusionTimes: usize): void {
  for (let j: usize = 0; j < bytes; j += 16) {
    const position = f64x2.mul(f64x2.sub(v128.load(logEnergies + j), v128.load(rounding, 32)), v128.load(rounding));
    const rounded = f64x2.add(f64x2.pmax(position, f64x2.splat(0)), v128.load(rounding, 16));
    const s = f64x2.sub(position, f64x2.sub(rounded, v128.load(rounding, 16)));
    // The low bits of `rounded` hold the integer.
    const one = integralsAt(polynomialsOf(i32x4.extract_lane(rounded, 0)), v128.shuffle<f64>(s, s, 0, 0));
    const other = integralsAt(polynomialsOf(i32x4.extract_lane(rounded, 2)), v128.shuffle<f64>(s, s, 1, 1));
    v128.store(lossTimes + j, v128.shuffle<f64>(one, other, 0, 2));
    v128.store(diffusionTimes + j, v128.shuffle<f64>(one, other, 1, 3));
  }
}

/** Where the last energy was found; the next one asked for is mostly near. */
let lastCell: i32 = 0;

/**
 * The energy from which a positron cools to the end state in a given time: inverts T(E).
 *
 * In its cell the series of the inverse polynomial is within 1e-4 of the width; one step of Halley's method, which cubes the
 * error, does the rest.
 *
 * @param time T [s], inside the tables
 * @returns ln(E/GeV)
 */
export function logEnergyAtLossTime(time: f64): f64 {
  let cell = lastCell;
  while (cell > 0 && lowerLossTimes[cell] <= time) cell--;
  while (cell < CELLS - 1 && lowerLossTimes[cell + 1] > time) cell++;
  lastCell = cell;
  const at = polynomialsOf(cell);
  const c0 = load<f64>(at), c1 = load<f64>(at, 16), c2 = load<f64>(at, 32), c3 = load<f64>(at, 48);
  const c4 = load<f64>(at, 64), c5 = load<f64>(at, 80), c6 = load<f64>(at, 96);
  const inverse = 1 / c1;
  const y = (time - c0) * inverse, a2 = c2 * inverse, a3 = c3 * inverse;
  const s = y * (1 - y * (a2 - y * (2 * a2 * a2 - a3)));
  const excess = (c0 - time) + s * (c1 + s * (c2 + s * (c3 + s * (c4 + s * (c5 + s * c6)))));
  const slope = c1 + s * (2 * c2 + s * (3 * c3 + s * (4 * c4 + s * (5 * c5 + s * 6 * c6))));
  const halfCurvature = c2 + s * (3 * c3 + s * (6 * c4 + s * (10 * c5 + s * 15 * c6)));
  return FIRST + WIDTH * (<f64>cell + s - excess * slope / (slope * slope - excess * halfCurvature));
}

/** Panels of the direct quadrature, per unit of ln E. */
const PANELS_PER_UNIT: f64 = 8;
const panelRule = new GaussLegendreRule(8);

/**
 * int_E^Es w(E') dE'/b(E') by direct quadrature in ln E: keeps its relative accuracy for close energies, where the
 * difference of two table values would not.
 *
 * @param energy E [GeV]
 * @param sourceEnergy Es [GeV], >= E
 * @param diffusion whether w is D/D0 (Lambda / D0) or 1 (t_loss)
 * @returns [s], relative error below 1e-9
 */
export function lossIntegral(energy: f64, sourceEnergy: f64, diffusion: bool): f64 {
  const first = Math.log(energy);
  const range = Math.log(sourceEnergy / energy);
  const panels = <i32>Math.ceil(max<f64>(1, range * PANELS_PER_UNIT));
  const width = range / <f64>panels;
  let sum: f64 = 0;
  for (let panel = 0; panel < panels; panel++) {
    for (let j = 0; j < panelRule.size; j++) {
      const inside = Math.exp(first + width * (<f64>panel + 0.5 * (1 + panelRule.nodes[j])));
      const term = panelRule.weights[j] * inside / lossRate(inside);
      sum += diffusion ? term * diffusionShape(inside) : term;
    }
  }
  return 0.5 * width * sum;
}
