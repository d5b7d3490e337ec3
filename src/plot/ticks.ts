import { type Axis, isOnAxis, pixelsPerDecade } from './axis.ts';
import { fixedText, superscript } from './numberText.ts';

/** A tick with its label; an empty label leaves a line and no words. */
export interface Tick {
  readonly value: number;
  readonly label: string;
}

/** The ticks of one axis: labelled ones carry the grid. */
export interface AxisTicks {
  readonly major: readonly Tick[];
  readonly minor: readonly number[];
}

/** Pixels that a decade needs before its single steps 2, 3, … 9 get marks. */
const MINOR_PIXELS_PER_DECADE = 40;
/** Decades between 1 and 2, the closest pair of a 1-2-5 sequence. */
const CLOSEST_125 = Math.log10(2);

/** A power of ten times a mantissa, free of the rounding of repeated products. */
function power(mantissa: number, exponent: number): number {
  return Number(`${mantissa}e${exponent}`);
}

/** The members of {mantissas} × 10ⁿ on an axis, rising. */
export function decadeValues(axis: Axis, mantissas: readonly number[]): number[] {
  const values: number[] = [];
  for (let exponent = Math.floor(Math.log10(axis.min)); exponent <= Math.ceil(Math.log10(axis.max)); exponent++) {
    for (const mantissa of mantissas) {
      const value = power(mantissa, exponent);
      if (isOnAxis(axis, value)) values.push(value);
    }
  }
  return values;
}

/**
 * Ticks of a logarithmic axis: 1, 2, 5 per decade where neighbours stand at least `spacing_px` apart, otherwise whole decades.
 *
 * Axes that reach below 0.001 or to 100 000 count in powers of ten.
 */
export function logTicks(axis: Axis, spacing_px: number): AxisTicks {
  const perDecade = pixelsPerDecade(axis);
  const inPowers = axis.min < 1e-3 || axis.max >= 1e5;
  const minor =
    perDecade >= MINOR_PIXELS_PER_DECADE ? decadeValues(axis, [1, 2, 3, 4, 5, 6, 7, 8, 9]) : decadeValues(axis, [1]);
  const step = Math.max(1, Math.ceil(spacing_px / perDecade));
  const values =
    !inPowers && perDecade * CLOSEST_125 >= spacing_px
      ? decadeValues(axis, [1, 2, 5])
      : decadeValues(axis, [1]).filter((value) => Math.round(Math.log10(value)) % step === 0);
  const label = (value: number) =>
    inPowers ? `10${superscript(Math.round(Math.log10(value)))}` : String(Number(value.toPrecision(6)));
  return {
    major: values.map((value) => ({ value, label: label(value) })),
    minor: minor.filter((value) => !values.includes(value)),
  };
}

/** Ticks of a linear axis at steps of 1, 2 or 5 times a power of ten, at least `spacing_px` apart. */
export function linearTicks(axis: Axis, spacing_px: number): AxisTicks {
  const roughStep = ((axis.max - axis.min) * spacing_px) / Math.abs(axis.maxPixel - axis.minPixel);
  const exponent = Math.floor(Math.log10(roughStep));
  const mantissa = [1, 2, 5, 10].find((candidate) => power(candidate, exponent) >= roughStep) ?? 10;
  const step = power(mantissa, exponent);
  const decimals = Math.max(0, -Math.floor(Math.log10(step)));
  const major: Tick[] = [];
  for (let index = Math.ceil(axis.min / step); index * step <= axis.max * (1 + 1e-12); index++) {
    major.push({ value: index * step, label: fixedText(index * step, Math.min(decimals, 100)) });
  }
  return { major, minor: [] };
}

/** Ticks of the residual axis: zero and, where they stand `spacing_px` apart, one labelled value on each side. */
export function residualTicks(axis: Axis, spacing_px: number): AxisTicks {
  const limit = axis.max;
  const step = limit < 5 ? 2 : limit < 10 ? 4 : limit < 20 ? 10 : 20;
  const distance = (step / (axis.max - axis.min)) * Math.abs(axis.maxPixel - axis.minPixel);
  if (distance < spacing_px) return { major: [{ value: 0, label: '0' }], minor: [] };
  return {
    major: [
      { value: -step, label: `−${step}` },
      { value: 0, label: '0' },
      { value: step, label: `+${step}` },
    ],
    minor: [],
  };
}
