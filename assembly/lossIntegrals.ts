import { diffusionShape } from './diffusion';
import { lossRate } from './losses';
import { GaussLegendreRule } from './numerics/gaussLegendre';
import { UniformTable } from './numerics/uniformTable';

/** Energies between which positrons are followed [GeV]. */
export const LOWEST_ENERGY: f64 = 0.02;
export const HIGHEST_ENERGY: f64 = 1.5e10;

const STEP: f64 = 1.0 / 16.0;
const SIZE: i32 = 440;
const FIRST: f64 = Math.log(LOWEST_ENERGY);

/** Quadrature inside one cell of the tables: the integrands vary over a unit of ln E, so this is exact to rounding. */
const cellRule = new GaussLegendreRule(5);

// Functions of ln E. T and l rise steeply towards low energies; times E (over E^2 for b) they vary slowly and interpolate well.
// T and l are always wanted together, so they stand side by side and are interpolated as one pair.
const energyTimesIntegrals = new StaticArray<f64>(2 * SIZE);
const energySquaredOverLossRate = new UniformTable(FIRST, STEP, SIZE);
const tableEnergies = new StaticArray<f64>(SIZE);
for (let i = 0; i < SIZE; i++) tableEnergies[i] = Math.exp(energySquaredOverLossRate.argument(i));

/** Logarithm of the energy at which the tables end; nothing is injected above it. */
export const LAST_LOG_ENERGY: f64 = energySquaredOverLossRate.last;

/**
 * Tabulates what the losses and the shape of diffusion in force do to every energy:
 *   T(E) = int_E^inf dE'/b(E'),   l(E) = int_E^inf [D(E')/D0] dE'/b(E'),
 * where infinity is the end of the tables, since only differences are used:
 *   t_loss(E, Es) = T(E) - T(Es),   Lambda(E, Es) = D0 [l(E) - l(Es)].
 */
export function tabulateLossIntegrals(): void {
  let lossTime: f64 = 0;
  let diffusionTime: f64 = 0;
  for (let i = SIZE - 1; i >= 0; i--) {
    const logarithm = energySquaredOverLossRate.argument(i);
    const energy = tableEnergies[i];
    if (i < SIZE - 1) {
      for (let j = 0; j < cellRule.size; j++) {
        const inside = Math.exp(logarithm + 0.5 * STEP * (1 + cellRule.nodes[j]));
        const time = 0.5 * STEP * cellRule.weights[j] * inside / lossRate(inside);
        lossTime += time;
        diffusionTime += time * diffusionShape(inside);
      }
    }
    energyTimesIntegrals[2 * i] = energy * lossTime;
    energyTimesIntegrals[2 * i + 1] = energy * diffusionTime;
    energySquaredOverLossRate.values[i] = energy * energy / lossRate(energy);
  }
}

/**
 * E T(E) and E l(E) [GeV s] in the two lanes, by six-point interpolation; relative error below 1e-10.
 *
 * @param logEnergy ln(E/GeV), inside the tables
 */
// @ts-ignore: decorator
@inline
export function energyTimesIntegralsFromTop(logEnergy: f64): v128 {
  const position = (logEnergy - FIRST) * (1 / STEP);
  const start = max<i32>(0, min<i32>(SIZE - 6, <i32>position - 2));
  const t = position - <f64>start;
  const t1 = t - 1, t2 = t - 2, t3 = t - 3, t4 = t - 4, t5 = t - 5;
  const low = t * t1 * t2, high = t3 * t4 * t5;
  const at = changetype<usize>(energyTimesIntegrals) + (<usize>start << 4);
  const first = f64x2.add(
    f64x2.mul(v128.load(at), f64x2.splat(high * t1 * t2 * (-1.0 / 120.0))),
    f64x2.mul(v128.load(at, 16), f64x2.splat(high * t * t2 * (1.0 / 24.0))),
  );
  const second = f64x2.add(
    f64x2.mul(v128.load(at, 32), f64x2.splat(high * t * t1 * (-1.0 / 12.0))),
    f64x2.mul(v128.load(at, 48), f64x2.splat(low * t4 * t5 * (1.0 / 12.0))),
  );
  const third = f64x2.add(
    f64x2.mul(v128.load(at, 64), f64x2.splat(low * t3 * t5 * (-1.0 / 24.0))),
    f64x2.mul(v128.load(at, 80), f64x2.splat(low * t3 * t4 * (1.0 / 120.0))),
  );
  return f64x2.add(f64x2.add(first, second), third);
}

/** T [s], the time to cool from the end of the tables to E = exp(logEnergy) [GeV]; relative error below 1e-10. */
export function lossTimeFromTop(logEnergy: f64, energy: f64): f64 {
  return f64x2.extract_lane(energyTimesIntegralsFromTop(logEnergy), 0) / energy;
}

/** l [s], Lambda / D0 between E and the end of the tables; relative error below 1e-10. */
export function diffusionTimeFromTop(logEnergy: f64, energy: f64): f64 {
  return f64x2.extract_lane(energyTimesIntegralsFromTop(logEnergy), 1) / energy;
}

/** b(E) [GeV s^-1] from the tables; relative error below 1e-9. */
// @ts-ignore: decorator
@inline
export function tabulatedLossRate(logEnergy: f64, energy: f64): f64 {
  return energy * energy / energySquaredOverLossRate.at(logEnergy);
}

/**
 * The energy from which a positron cools to the end state in a given time: inverts T(E).
 *
 * Bisection over the points of the table, then Newton steps with dT/d(ln E) = -E/b.
 *
 * @param time T [s], inside the tables
 * @returns ln(E/GeV)
 */
export function logEnergyAtLossTime(time: f64): f64 {
  let low = 0;
  let high = SIZE - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (energyTimesIntegrals[2 * middle] > time * tableEnergies[middle]) low = middle;
    else high = middle;
  }
  const lower = energySquaredOverLossRate.argument(low);
  const upper = energySquaredOverLossRate.argument(high);
  // T falls nearly as a power of E, so ln T is nearly straight across a cell: the start is within 1e-3 of the cell's width.
  const above = energyTimesIntegrals[2 * low] / tableEnergies[low] / time;
  const below = energyTimesIntegrals[2 * high] / tableEnergies[high] / time;
  let logarithm = below > 0 ? lower + STEP * Math.log(above) / Math.log(above / below) : 0.5 * (lower + upper);
  for (let iteration = 0; iteration < 4; iteration++) {
    const energy = Math.exp(logarithm);
    const excess = lossTimeFromTop(logarithm, energy) - time;
    const step = excess * tabulatedLossRate(logarithm, energy) / energy;
    logarithm = max<f64>(lower, min<f64>(upper, logarithm + step));
    if (Math.abs(step) < 1e-8) break;
  }
  return logarithm;
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
