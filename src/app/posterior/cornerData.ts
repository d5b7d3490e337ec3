/** Histograms and densities of draws, for the corner plot. */
import type { PosteriorDraws } from '../../analysis/inferenceTypes.ts';
import { linesOfHeight } from '../../fit/contour/marchingSquares.ts';
import { parameterAt } from '../../model/paths.ts';
import type { Scenario } from '../../model/scenario.ts';

/** Probabilities of the regions in two dimensions. */
export const PROBABILITIES = [0.39, 0.68, 0.95] as const;

/** Draws behind the picture: more would not be seen, and a task of the page would last too long. */
export const MOST_DRAWS = 6000;
/** Bins of a histogram, and of a density along each of its two axes. */
export const BINS = 28;

/** The columns of a corner plot as they are drawn: bins are equally wide on the paper. */
export interface CornerColumns {
  /** Decimal logarithms of those that are drawn so. */
  readonly columns: readonly Float64Array[];
  readonly isLog: readonly boolean[];
  readonly ranges: readonly (readonly [number, number])[];
}

/** Whether equal factors take equal lengths: for what is one of scale and ranges over a decade. */
function isDrawnInLogarithm(scenario: Scenario, name: string, [low, high]: readonly [number, number]): boolean {
  const parameter = parameterAt(scenario, name);
  return (
    parameter !== undefined && parameter.kind !== 'choice' && parameter.scale === 'log' && low > 0 && high / low >= 10
  );
}

export function cornerColumns(
  scenario: Scenario,
  { names, values }: Pick<PosteriorDraws, 'names' | 'values'>,
): CornerColumns {
  const raw = names.map((_, k) => columnOf(values, names.length, k, MOST_DRAWS));
  const isLog = names.map((name, k) => isDrawnInLogarithm(scenario, name, rangeOf(raw[k] as Float64Array)));
  const columns = raw.map((column, k) => (isLog[k] ? column.map((value) => Math.log10(value)) : column));
  return { columns, isLog, ranges: columns.map((column) => rangeOf(column)) };
}

export interface Histogram {
  /** Ends of the range; bins are equally wide. */
  readonly low: number;
  readonly high: number;
  /** Draws per bin, over the fullest one. */
  readonly heights: readonly number[];
  /** Draws per bin, over all of them. */
  readonly parts: readonly number[];
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
  return {
    low: range[0],
    high: range[1],
    heights: counts.map((count) => count / most),
    parts: counts.map((count) => count / values.length),
  };
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

/** The densities above which parts of the whole lie. */
function densitiesAbove(density: readonly Float64Array[], probabilities: readonly number[]): number[] {
  const sorted = new Float64Array(density.reduce((count, row) => count + row.length, 0));
  let place = 0;
  for (const row of density) {
    sorted.set(row, place);
    place += row.length;
  }
  sorted.sort().reverse();
  const whole = sorted.reduce((sum, value) => sum + value, 0);
  return probabilities.map((probability) => {
    let sum = 0;
    for (const value of sorted) {
      sum += value;
      if (sum >= probability * whole) return value;
    }
    return 0;
  });
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
  const levels = densitiesAbove(density, PROBABILITIES);
  return PROBABILITIES.map((probability, k) => ({ probability, lines: linesOfHeight(grid, -(levels[k] as number)) }));
}
