/** Source spectra q(E) [GeV^-1 cm^-3 s^-1] for the slab: a power law, the Michel spectrum, a line, or a table. */
import { CUTOFF_RANGE } from '../injection';

const POWER_LAW: i32 = 0, MICHEL: i32 = 1, LINE: i32 = 2, TABLE: i32 = 3;

// The source in force.
let kind: i32 = POWER_LAW;
/**
 * q0 of a power law [GeV^-1 cm^-3 s^-1]; positrons per volume and time of the Michel spectrum and of a line [cm^-3
 * s^-1].
 */
let strength: f64 = 0;
let index: f64 = 0;
let logPivot: f64 = 0;
let inverseCutoff: f64 = 0;
/** Energy of the line, or at which the source ends [GeV]. */
let endEnergy: f64 = Infinity;
let tableValues: usize = 0;
let tableSize: i32 = 0;
let tableFirst: f64 = 0;
let tableStep: f64 = 0;

/** q = q0 (E/E_p)^-p exp(-E/E_c); inverseCutoff = 1/E_c, 0 for none, which needs p > 1. */
export function setPowerLawSource(coefficient: f64, slope: f64, pivot: f64, cutoffInverse: f64): void {
  kind = POWER_LAW;
  strength = coefficient;
  index = slope;
  logPivot = Math.log(pivot);
  inverseCutoff = cutoffInverse;
}

/**
 * Positrons from the decay of muons of one energy m, m far above the muon's mass:
 *   q = rate/m (5/3 - 3 x^2 + 4 x^3 / 3),   x = E/m <= 1.
 *
 * @param rate positrons per volume and time [cm^-3 s^-1]
 * @param end m [GeV]
 * Ref: Michel, Proc. Phys. Soc. A 63, 514 (1950), boosted; unpolarised muons, the electron's mass neglected.
 */
export function setMichelSource(rate: f64, end: f64): void {
  kind = MICHEL;
  strength = rate;
  endEnergy = end;
}

/** q = rate delta(E - energy). */
export function setLineSource(rate: f64, energy: f64): void {
  kind = LINE;
  strength = rate;
  endEnergy = energy;
}

/**
 * A source given as ln q on energies even in ln E, cubic in between; it ends with the table.
 *
 * @param values address of `size` >= 4 numbers, which have to stay there
 * @param first ln(E/GeV) of the first
 * @param step in ln E
 */
export function setTabulatedSource(values: usize, size: i32, first: f64, step: f64): void {
  kind = TABLE;
  tableValues = values;
  tableSize = size;
  tableFirst = first;
  tableStep = step;
  endEnergy = Math.exp(first + step * <f64>(size - 1));
}

/** Positrons per volume and time of a line, 0 if the source in force is none. */
export function lineStrength(): f64 {
  return kind == LINE ? strength : 0;
}

/** Energy above which the source in force gives nothing [GeV], as seen from an energy of interest. */
export function sourceEnd(energy: f64): f64 {
  if (kind != POWER_LAW) return endEnergy;
  return inverseCutoff > 0 ? energy + CUTOFF_RANGE / inverseCutoff : Infinity;
}

/** int q dE from an energy to infinity, for a power law without cutoff; 0 for any other source. */
export function sourceAbove(logEnergy: f64): f64 {
  if (kind != POWER_LAW || inverseCutoff > 0) return 0;
  return strength * Math.exp(logEnergy - index * (logEnergy - logPivot)) / (index - 1);
}

function interpolateTable(logEnergy: f64): f64 {
  const position = (logEnergy - tableFirst) / tableStep;
  const start = max<i32>(0, min<i32>(tableSize - 4, <i32>Math.floor(position) - 1));
  const t = position - <f64>start;
  const t1 = t - 1, t2 = t - 2, t3 = t - 3;
  const at = tableValues + (<usize>start << 3);
  return (
    t1 * t2 * t3 * load<f64>(at) * (-1.0 / 6.0) + t * t2 * t3 * load<f64>(at, 8) * 0.5 +
    t * t1 * t3 * load<f64>(at, 16) * -0.5 + t * t1 * t2 * load<f64>(at, 24) * (1.0 / 6.0)
  );
}

/** q(E) of the source in force, except a line [GeV^-1 cm^-3 s^-1]; below its end. */
export function sourceDensity(logEnergy: f64, energy: f64): f64 {
  if (kind == POWER_LAW) return strength * Math.exp(-index * (logEnergy - logPivot) - energy * inverseCutoff);
  if (kind == TABLE) return Math.exp(interpolateTable(logEnergy));
  if (kind == LINE) return 0;
  // 5/3 - 3 x^2 + 4 x^3/3 = (1 - x)(5 + 5x - 4x^2)/3, which keeps its digits at the end.
  const x = energy / endEnergy;
  return x < 1 ? strength / endEnergy * (1 - x) * (5 + x * (5 - 4 * x)) / 3 : 0;
}
