/** Histograms and densities of draws, for the corner plot. */
import { linesOfHeight } from '../../fit/contour/marchingSquares.ts';

/** Probabilities of the regions in two dimensions. */
export const PROBABILITIES = [0.39, 0.68, 0.95] as const;

export interface Histogram {
  /** Ends of the range; bins are equally wide. */
  readonly low: number;
  readonly high: number;
  /** Draws per bin, over the fullest one. */
  readonly heights: readonly number[];
}

export interface Region {
  readonly probability: number;
  /** Closed lines in the values of the two parameters. */
  readonly lines: readonly (readonly (readonly [number, number])[])[];
}

/** Every value of one of several interleaved columns, at most so many, evenly chosen. */
export function columnOf(values: Float64Array, columns: number, column: number, most: number): Float64Array {
  const rows = values.length / columns;
  const step = Math.max(1, Math.ceil(rows / most));
  return Float64Array.from({ length: Math.ceil(rows / step) }, (_, k) => values[k * step * columns + column] ?? 0);
}

/** The range that holds all but a few of the values at each end, in sorted order. */
export function rangeOf(values: Float64Array, leftOut = 0.001): readonly [number, number] {
  const sorted = values.slice().sort();
  const last = sorted.length - 1;
  const [low, high] = [leftOut, 1 - leftOut].map((part) => sorted[Math.round(part * last)] ?? 0) as [number, number];
  return high > low ? [low, high] : [low - Math.max(Math.abs(low), 1) * 1e-6, low + Math.max(Math.abs(low), 1) * 1e-6];
}

const binOf = (value: number, [low, high]: readonly [number, number], bins: number) => {
  const bin = Math.floor(((value - low) / (high - low)) * bins);
  return value === high ? bins - 1 : bin;
};

export function histogram(values: Float64Array, range: readonly [number, number], bins: number): Histogram {
  const counts = new Array<number>(bins).fill(0);
  for (const value of values) {
    const bin = binOf(value, range, bins);
    if (bin >= 0 && bin < bins) counts[bin] = (counts[bin] as number) + 1;
  }
  const most = Math.max(...counts, 1);
  return { low: range[0], high: range[1], heights: counts.map((count) => count / most) };
}

/** Each node with its neighbours, one to two to one along rows, then along columns. */
function smoothed(density: readonly Float64Array[]): Float64Array[] {
  const along = (row: Float64Array) =>
    row.map((value, k) => 0.25 * ((row[k - 1] ?? 0) + 2 * value + (row[k + 1] ?? 0)));
  const rows = density.map(along);
  return rows.map((row, j) =>
    row.map((value, k) => 0.25 * ((rows[j - 1]?.[k] ?? 0) + 2 * value + (rows[j + 1]?.[k] ?? 0))),
  );
}

/** The density above which a part of the whole lies. */
function densityAbove(density: readonly Float64Array[], probability: number): number {
  const sorted = Float64Array.from(density.flatMap((row) => Array.from(row)))
    .sort()
    .reverse();
  const whole = sorted.reduce((sum, value) => sum + value, 0);
  let sum = 0;
  for (const value of sorted) {
    sum += value;
    if (sum >= probability * whole) return value;
  }
  return 0;
}

/** Regions of the highest density of two parameters that hold 39, 68 and 95 % of the draws. */
export function regions(
  x: Float64Array,
  y: Float64Array,
  xRange: readonly [number, number],
  yRange: readonly [number, number],
  bins: number,
): Region[] {
  const counts = Array.from({ length: bins }, () => new Float64Array(bins));
  for (let k = 0; k < x.length; k++) {
    const row = counts[binOf(y[k] as number, yRange, bins)];
    const column = binOf(x[k] as number, xRange, bins);
    if (row && column >= 0 && column < bins) row[column] = (row[column] as number) + 1;
  }
  const density = smoothed(smoothed(counts));
  const middle = ([low, high]: readonly [number, number], bin: number) => low + ((bin + 0.5) / bins) * (high - low);
  const grid = {
    heights: density.map((row) => row.map((value) => -value)),
    x: density.map((row) => row.map((_, column) => middle(xRange, column))),
    y: density.map((row, j) => row.map(() => middle(yRange, j))),
  };
  return PROBABILITIES.map((probability) => ({
    probability,
    lines: linesOfHeight(grid, -densityAbove(density, probability)),
  }));
}
