/** Sliders that a typed value lies beyond: they become wider, up to the physical range. */
import type { SliderParameter } from './sliderScale.ts';

type Range = readonly [number, number];

/** The decades around a value; a number below 0 or 0 has none. */
function decadesAround(value: number): Range {
  const exponent = Math.floor(Math.log10(value));
  const below = Number(`1e${exponent}`);
  return [below, value === below ? value : Number(`1e${exponent + 1}`)];
}

/** The multiples of a power of ten around a value, about a tenth of the slider or less apart. */
function stepsAround(value: number, [low, high]: Range): Range {
  const power = Math.floor(Math.log10(high - low)) - 1;
  const multiple = (times: number) => Number(`${times}e${power}`);
  const times = value / 10 ** power;
  return [multiple(Math.floor(times)), multiple(Math.ceil(times))];
}

/**
 * A slider that holds a value, with round ends and within the physical range.
 *
 * @param slider the present one; the same is returned where it holds the value, or where a logarithmic one never can
 */
export function sliderHolding({ scale, range }: SliderParameter, slider: Range, value: number): Range {
  const [low, high] = slider;
  if ((value >= low && value <= high) || (scale === 'log' && value <= 0)) return slider;
  const [below, above] = scale === 'log' ? decadesAround(value) : stepsAround(value, slider);
  // Where the range begins at 0 a logarithmic slider begins at the decade of the value.
  return value < low
    ? [Math.min(value, Math.max(range[0], below)), high]
    : [low, Math.max(value, Math.min(range[1], above))];
}
