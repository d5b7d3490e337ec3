/** Axes of small charts of parameters. */
import { type Axis, pixelOf } from '../../plot/axis.ts';
import { superscript } from '../../plot/numberText.ts';
import { linearTicks, logTicks } from '../../plot/ticks.ts';
import { isPlain } from '../format/number.ts';

/** From here on the ends are so far apart that equal factors take equal lengths. */
const LOGARITHMIC_FROM = 10;

export interface ChartAxis {
  readonly axis: Axis;
  readonly ticks: readonly { readonly pixel: number; readonly label: string }[];
  /** Power of ten that multiplies the labels. */
  readonly exponent: number;
  pixel(value: number): number;
}

/**
 * An axis from one value to another.
 *
 * @param mayBeLogarithmic whether the parameter is one of scale; only a wide range is then divided so
 * @param spacing_px between two labels, at least
 */
export function chartAxis(
  [low, high]: readonly [number, number],
  mayBeLogarithmic: boolean,
  [minPixel, maxPixel]: readonly [number, number],
  spacing_px: number,
): ChartAxis {
  const end = high > low ? high : low + Math.max(Math.abs(low) * 1e-6, Number.MIN_VALUE * 2 ** 52);
  const isLog = mayBeLogarithmic && low > 0 && end / low >= LOGARITHMIC_FROM;
  const axis: Axis = { scale: isLog ? 'log' : 'linear', min: low, max: end, minPixel, maxPixel };
  const pixel = (value: number) => pixelOf(axis, value);
  if (isLog) {
    const ticks = logTicks(axis, spacing_px).major.map(({ value, label }) => ({ pixel: pixel(value), label }));
    return { axis, ticks, exponent: 0, pixel };
  }
  const largest = Math.max(Math.abs(low), Math.abs(end));
  const exponent = isPlain(largest) ? 0 : Math.floor(Math.log10(largest));
  const scaled: Axis = { ...axis, min: low / 10 ** exponent, max: end / 10 ** exponent };
  const ticks = linearTicks(scaled, spacing_px).major.map(({ value, label }) => ({
    pixel: pixelOf(scaled, value),
    label,
  }));
  return { axis, ticks, exponent, pixel };
}

/** `10²⁸ cm² s⁻¹`: what stands behind the labels of an axis. */
export function axisUnit(exponent: number, unit: string): string {
  return [exponent === 0 ? '' : `10${superscript(exponent)}`, unit].filter((text) => text !== '').join(' ');
}
