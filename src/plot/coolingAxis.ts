import { type Axis, isOnAxis, pixelOf } from './axis.ts';
import { textWidth } from './geometry.ts';
import { timeText } from './numberText.ts';

/** A tick of the upper axis: at the energy below it positrons cool in this time. */
export interface CoolingTick {
  readonly time_kyr: number;
  readonly x: number;
  /** Null where the label would touch its neighbour or leave the frame. */
  readonly label: string | null;
}

/**
 * The energy (GeV) whose cooling time is a given one, by interpolation in logarithms; null outside the table.
 *
 * The table must fall with energy, as E / b(E) does for losses that grow faster than E.
 */
export function energyOfCoolingTime(
  energies_GeV: Float64Array,
  coolingTime_kyr: Float64Array,
  time_kyr: number,
): number | null {
  if (!(time_kyr > 0)) return null;
  for (let index = 1; index < energies_GeV.length; index++) {
    const before = coolingTime_kyr[index - 1] ?? Number.NaN;
    const after = coolingTime_kyr[index] ?? Number.NaN;
    if (before >= time_kyr && after <= time_kyr && after < before) {
      const low = energies_GeV[index - 1] ?? Number.NaN;
      const high = energies_GeV[index] ?? Number.NaN;
      return low * (high / low) ** (Math.log(before / time_kyr) / Math.log(before / after));
    }
  }
  return null;
}

/**
 * Ticks of the upper axis at 1, 2, 5 times powers of ten years, from low to high energy.
 *
 * Labels go first to powers of ten, then to the others where there is room.
 */
export function coolingTicks(
  energies_GeV: Float64Array,
  coolingTime_kyr: Float64Array,
  axis: Axis,
  fontSize: number,
): CoolingTick[] {
  const finite = coolingTime_kyr.filter((time) => time > 0 && Number.isFinite(time));
  if (finite.length === 0) return [];
  const shortest = finite.reduce((least, time) => Math.min(least, time));
  const longest = finite.reduce((most, time) => Math.max(most, time));
  const found: { time_kyr: number; x: number; isDecade: boolean; label: string }[] = [];
  for (let exponent = Math.ceil(Math.log10(longest)); exponent >= Math.floor(Math.log10(shortest)); exponent--) {
    for (const mantissa of [5, 2, 1]) {
      const time_kyr = Number(`${mantissa}e${exponent}`);
      const energy = energyOfCoolingTime(energies_GeV, coolingTime_kyr, time_kyr);
      if (energy === null || !isOnAxis(axis, energy)) continue;
      const { value, unit } = timeText(time_kyr, 1);
      found.push({ time_kyr, x: pixelOf(axis, energy), isDecade: mantissa === 1, label: `${value} ${unit}` });
    }
  }
  const taken: { from: number; to: number }[] = [];
  const labelled = new Set<number>();
  for (const tick of [...found.filter(({ isDecade }) => isDecade), ...found.filter(({ isDecade }) => !isDecade)]) {
    const half = textWidth(tick.label, fontSize) / 2 + fontSize * 0.4;
    const from = tick.x - half;
    const to = tick.x + half;
    const isInside = from >= axis.minPixel - half && to <= axis.maxPixel + half;
    if (isInside && taken.every((other) => to <= other.from || from >= other.to)) {
      taken.push({ from, to });
      labelled.add(tick.time_kyr);
    }
  }
  return found.map(({ time_kyr, x, label }) => ({ time_kyr, x, label: labelled.has(time_kyr) ? label : null }));
}
