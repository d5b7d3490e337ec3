import type { AxisScale } from './axis.ts';
import type { DataPoint } from './dataPoints.ts';
import { QUANTITIES, type Quantity } from './quantity.ts';

/** The energies that a wide plot always shows, GeV. */
const WIDE_RANGE_GeV = [0.5, 2000] as const;
/** Where a narrow plot starts, GeV: the points below crowd a small screen. */
const NARROW_START_GeV = 2;
/** Head room above the highest point: factor on a logarithmic axis, on a linear one. */
const HEAD_ROOM = { log: 2.8, linear: 1.3 } as const;
/** How far below the highest point a logarithmic axis reaches at least, so that weak components can be seen. */
const SPAN_BELOW_MAXIMUM = 60;
/** A curve may stretch the axis by this factor; beyond, it leaves the frame and the points stay readable. */
const LARGEST_STRETCH = { log: 1000, linear: 5 } as const;
/** Limits of the residual axis, in σ. */
const RESIDUAL_LIMITS = [3.6, 7, 14, 28] as const;
/** Part of the fitted points that may stand outside before the residual axis grows. */
const RESIDUALS_OUTSIDE = 0.1;

function nextOneTwoFive(value: number): number {
  const decade = 10 ** Math.floor(Math.log10(value));
  return ([1, 2, 5, 10].find((mantissa) => mantissa * decade >= value * (1 - 1e-12)) ?? 10) * decade;
}

/** Energies of the horizontal axis, GeV: fixed, and wider only for data that reach farther. */
export function energyRange(points: readonly DataPoint[], isNarrow: boolean): readonly [number, number] {
  const lows = points.map(({ binLow_GeV }) => binLow_GeV).filter((energy) => energy > 0);
  const highs = points.map(({ binHigh_GeV }) => binHigh_GeV).filter(Number.isFinite);
  const low = isNarrow ? NARROW_START_GeV : Math.min(WIDE_RANGE_GeV[0], ...lows);
  const high = Math.max(WIDE_RANGE_GeV[1], ...highs.map(nextOneTwoFive));
  return [low, high];
}

/**
 * The vertical range that suits the data and does not depend on the model.
 *
 * A logarithmic axis also makes room for a spectrum that goes on as E⁻³ from the last point to the end of the axis.
 * Without any positive point the range is one decade around 1.
 *
 * @param steepness power of the energy with which the data go on beyond the last point: 3 for a flux, 0 for a fraction
 */
export function fluxRange(
  points: readonly DataPoint[],
  quantity: Quantity,
  scale: AxisScale,
  energies_GeV: readonly [number, number],
  steepness = 3,
): readonly [number, number] {
  const positive = points.filter(({ value, energy_GeV }) => value > 0 && energy_GeV <= energies_GeV[1]);
  const last = positive.at(-1);
  if (last === undefined) return scale === 'log' ? [0.3, 3] : [0, 3];
  const values = positive.map(({ value }) => value);
  const highest = Math.max(...values);
  if (scale === 'linear') return [0, highest * HEAD_ROOM.linear];
  const fall = (last.energy_GeV / energies_GeV[1]) ** (steepness - QUANTITIES[quantity].power);
  const lowest = Math.min(Math.min(...values) / 1.5, highest / SPAN_BELOW_MAXIMUM);
  return [Math.min(lowest, last.value * fall * 0.5), highest * HEAD_ROOM.log];
}

/**
 * The range with room for a curve that grossly leaves it at the top, in steps of 1, 2, 5 per decade.
 *
 * The steps keep the axis still while a curve moves by little.
 */
export function stretchRange(
  range: readonly [number, number],
  scale: AxisScale,
  highestOfCurve: number,
): readonly [number, number] {
  const [low, high] = range;
  if (!(highestOfCurve > high)) return range;
  return [low, Math.min(nextOneTwoFive(highestOfCurve * 1.1), high * LARGEST_STRETCH[scale])];
}

/**
 * The limit of the residual axis in σ: the smallest of a few that leaves at most a tenth of the fitted points outside.
 *
 * It shrinks from `current` only when the smaller limit has a quarter to spare, so that it does not flicker during a drag.
 */
export function residualLimit(pulls: ArrayLike<number>, inFit: readonly boolean[], current: number): number {
  const sizes = inFit.flatMap((isIn, index) => (isIn ? [Math.abs(pulls[index] ?? 0)] : []));
  const fits = (limit: number) => sizes.filter((size) => size > limit).length <= RESIDUALS_OUTSIDE * sizes.length;
  for (const limit of RESIDUAL_LIMITS) {
    if (fits(limit < current ? limit * 0.75 : limit)) return limit;
  }
  return RESIDUAL_LIMITS[3];
}

export const SMALLEST_RESIDUAL_LIMIT = RESIDUAL_LIMITS[0];
