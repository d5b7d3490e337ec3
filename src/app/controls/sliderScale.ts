/** The track of a slider: 1000 steps over the declared slider range, linear or logarithmic. */
import type { NullableNumberParameter, NumberParameter } from '../../model/parameters.ts';

export const TRACK_STEPS = 1000;

export type SliderParameter = Pick<NumberParameter | NullableNumberParameter, 'slider' | 'scale' | 'range'>;

/** Digits after a keyboard step; the finest one, 0.1 % of a decade, is 0.23 %. */
const STEP_DIGITS = 4;

/** Position of a value on the track, 0 to 1000 and not rounded; values outside the slider stand at its end. */
export function trackPosition(parameter: SliderParameter, value: number): number {
  const [low, high] = parameter.slider;
  const fraction =
    parameter.scale === 'log'
      ? Math.log(Math.max(value, Number.MIN_VALUE) / low) / Math.log(high / low)
      : (value - low) / (high - low);
  return TRACK_STEPS * Math.min(1, Math.max(0, fraction));
}

/** The decimal unit to which dragged values of a linear track are rounded: the power of ten within one step. */
function linearUnit(parameter: SliderParameter): number {
  const [low, high] = parameter.slider;
  return Math.floor(Math.log10((high - low) / TRACK_STEPS));
}

/** Significant digits of dragged values on a logarithmic track: rounding moves a value by less than one step. */
function logDigits(parameter: SliderParameter): number {
  const [low, high] = parameter.slider;
  const step = (high / low) ** (1 / TRACK_STEPS) - 1;
  // Half a unit of the last digit is then at most 0.5 x 10^0.2 = 0.8 steps.
  return 1 + Math.ceil(-Math.log10(step) - 0.2);
}

function roundToPlace(value: number, place: number): number {
  return place >= 0 ? Math.round(value / 10 ** place) * 10 ** place : Number(value.toFixed(-place));
}

/** The value at a position of the track, rounded to what the track can resolve; both ends are exact. */
export function valueAtTrack(parameter: SliderParameter, position: number): number {
  const [low, high] = parameter.slider;
  if (position <= 0) return low;
  if (position >= TRACK_STEPS) return high;
  const fraction = position / TRACK_STEPS;
  if (parameter.scale === 'log') return Number((low * (high / low) ** fraction).toPrecision(logDigits(parameter)));
  return roundToPlace(low + fraction * (high - low), linearUnit(parameter));
}

/**
 * The value some keyboard steps away: one step is 1 % of the track, on a logarithmic one 1 % of a decade.
 *
 * A value inside the slider's range stays inside; a typed one outside may move on up to the physical range.
 */
export function steppedValue(parameter: SliderParameter, value: number, steps: number): number {
  const [low, high] = parameter.slider;
  const [least, most] = value >= low && value <= high ? parameter.slider : parameter.range;
  if (parameter.scale === 'log') {
    if (value <= 0) return steps > 0 ? low : value;
    return Math.min(most, Math.max(least, Number((value * 10 ** (0.01 * steps)).toPrecision(STEP_DIGITS))));
  }
  const next = value + 0.01 * steps * (high - low);
  return Math.min(most, Math.max(least, roundToPlace(next, linearUnit(parameter) - 1)));
}

/** Keyboard steps that a key means on a slider; `null` for keys that are not for it. */
export function keySteps(key: string, shift: boolean): number | 'start' | 'end' | null {
  const size = shift ? 0.1 : 1;
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return size;
    case 'ArrowLeft':
    case 'ArrowDown':
      return -size;
    case 'PageUp':
      return 10 * size;
    case 'PageDown':
      return -10 * size;
    case 'Home':
      return 'start';
    case 'End':
      return 'end';
    default:
      return null;
  }
}
