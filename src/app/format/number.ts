/** Numbers as people read them on the page; files and the command line use plain ASCII instead. */
import { superscript } from '../../plot/numberText.ts';
import { formatWords } from './formatWords.ts';

/** Below and from these magnitudes a number is written with a power of ten. */
const PLAIN_FROM = 1e-3;
const PLAIN_BELOW = 1e5;

/** Digits that a mantissa keeps at least, so that 2e28 reads 2.00 × 10²⁸ and not as a count. */
const MANTISSA_DIGITS = 3;

/** A true minus sign instead of a hyphen. */
export function withMinus(text: string): string {
  return text.replace(/-/g, '−');
}

/** Whether a magnitude is written without a power of ten. */
export function isPlain(magnitude: number): boolean {
  return magnitude === 0 || (magnitude >= PLAIN_FROM && magnitude < PLAIN_BELOW);
}

function trimZeros(decimal: string): string {
  return decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal;
}

function rounded(value: number, digits: number): { mantissa: string; exponent: number } {
  const [mantissa = '0', exponent = '0'] = value.toExponential(digits - 1).split('e');
  return { mantissa, exponent: Number(exponent) };
}

/**
 * A value with at most `digits` significant digits and no idle zeros: `0.33`, `2.225`, `1100`, `2.00 × 10²⁸`.
 *
 * Zeros that stand for digits before the decimal point are kept, so 12345 with four digits reads 12350.
 */
export function formatNumber(value: number, digits = 4): string {
  if (!Number.isFinite(value)) return withMinus(String(value));
  const round = Number(value.toPrecision(digits));
  if (isPlain(Math.abs(round))) return withMinus(String(round));
  const { mantissa, exponent } = rounded(value, digits);
  const short = trimZeros(mantissa);
  const kept = digits < MANTISSA_DIGITS ? short : padMantissa(short);
  return withMinus(`${kept} × 10`) + superscript(exponent);
}

function padMantissa(mantissa: string): string {
  const digits = mantissa.replace(/[-.]/g, '').length;
  if (digits >= MANTISSA_DIGITS) return mantissa;
  const pointed = mantissa.includes('.') ? mantissa : `${mantissa}.`;
  return pointed + '0'.repeat(MANTISSA_DIGITS - digits);
}

/**
 * A value as it stands in a field that is being edited: every digit, plain ASCII, read back to the same number.
 *
 * Powers of ten keep two decimals (`2.00e28`), so that the place to edit is visible.
 */
export function editText(value: number): string {
  if (isPlain(Math.abs(value))) return String(value);
  const [mantissa = '0', exponent = '0'] = value.toExponential().split('e');
  return `${padMantissa(mantissa)}e${Number(exponent)}`;
}

/** A value in words for a screen reader: `2 times 10 to the 28`. */
export function spokenNumber(value: number, digits = 4): string {
  const words = formatWords();
  const signed = (number: number | string, isNegative: boolean) =>
    isNegative ? words.minus(String(number)) : String(number);
  const round = Number(value.toPrecision(digits));
  if (isPlain(Math.abs(round))) return signed(Math.abs(round), round < 0);
  const { mantissa, exponent } = rounded(Math.abs(value), digits);
  return signed(words.timesPowerOfTen(trimZeros(mantissa), signed(Math.abs(exponent), exponent < 0)), round < 0);
}

/** A χ² or what is counted like it: one decimal below 100, whole numbers above. */
export function formatChi2(value: number): string {
  return Math.abs(value) < 1e6 ? withMinus(value.toFixed(Math.abs(value) < 99.95 ? 1 : 0)) : formatNumber(value);
}

/** `1 point`, `50 points`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
