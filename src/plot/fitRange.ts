import type { Dataset } from '../data/datasetTypes.ts';

/** The two ends of the fit range. */
export type RangeEnd = 'lower' | 'upper';

/** Every edge between bins, rising, GeV. */
export function binEdges(dataset: Dataset): number[] {
  return [...new Set([...dataset.binLow_GeV, ...dataset.binHigh_GeV])].sort((one, other) => one - other);
}

function bounds(edges: readonly number[], range_GeV: readonly [number, number], end: RangeEnd): readonly number[] {
  return end === 'lower' ? edges.filter((edge) => edge < range_GeV[1]) : edges.filter((edge) => edge > range_GeV[0]);
}

function withEnd(range_GeV: readonly [number, number], end: RangeEnd, energy_GeV: number): [number, number] {
  return end === 'lower' ? [energy_GeV, range_GeV[1]] : [range_GeV[0], energy_GeV];
}

/** The range with one end at the bin edge nearest to an energy, nearest as seen on a logarithmic axis; the ends never cross. */
export function moveEnd(
  edges: readonly number[],
  range_GeV: readonly [number, number],
  end: RangeEnd,
  energy_GeV: number,
): [number, number] {
  const allowed = bounds(edges, range_GeV, end);
  let nearest = range_GeV[end === 'lower' ? 0 : 1];
  let distance = Number.POSITIVE_INFINITY;
  for (const edge of allowed) {
    const away = Math.abs(Math.log(edge / energy_GeV));
    if (away < distance) {
      distance = away;
      nearest = edge;
    }
  }
  return withEnd(range_GeV, end, nearest);
}

/** The range with one end moved by some bin edges; it stops at the last edge and before the other end. */
export function stepEnd(
  edges: readonly number[],
  range_GeV: readonly [number, number],
  end: RangeEnd,
  steps: number,
): [number, number] {
  const allowed = bounds(edges, range_GeV, end);
  const current = range_GeV[end === 'lower' ? 0 : 1];
  const ahead =
    steps > 0 ? allowed.filter((edge) => edge > current) : allowed.filter((edge) => edge < current).reverse();
  const target = ahead[Math.min(Math.abs(steps), ahead.length) - 1];
  return target === undefined ? [range_GeV[0], range_GeV[1]] : withEnd(range_GeV, end, target);
}
