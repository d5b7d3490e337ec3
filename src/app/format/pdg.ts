/** A fitted value and its error, rounded as the Particle Data Group rounds. */
import { superscript } from '../../plot/numberText.ts';
import { formatWords } from './formatWords.ts';
import { formatNumber, isPlain, withMinus } from './number.ts';

/** Value and error as texts that share one power of ten. */
export interface RoundedMeasurement {
  readonly value: string;
  readonly error: string;
  /** Power of ten that multiplies both; 0 when they are written out. */
  readonly exponent: number;
}

/**
 * Decimal place, as a power of ten, to which a value with this error is rounded.
 *
 * The three leading digits of the error decide: 100 to 354 keep two digits, 355 to 949 keep one, 950 to 999 are
 * rounded up to 1000 and keep two. Source: S. Navas et al. (Particle Data Group), Phys. Rev. D 110, 030001 (2024),
 * Introduction, section 5.3.
 */
export function pdgPlace(error: number): number {
  const [mantissa = '0', exponent = '0'] = error.toExponential(2).split('e');
  const leadingDigits = Math.round(Number(mantissa) * 100);
  // Rounded at this place, 950 to 999 become 1000 and so keep two digits by themselves.
  return leadingDigits < 355 ? Number(exponent) - 1 : Number(exponent);
}

function roundTo(value: number, place: number, exponent: number): string {
  const scaled = value / 10 ** exponent;
  const relative = place - exponent;
  if (relative <= 0) return withMinus(scaled.toFixed(-relative));
  const unit = 10 ** relative;
  return withMinus(String(Math.round(scaled / unit) * unit));
}

/**
 * Rounds a value and its standard error by the PDG rule.
 *
 * @param value any finite number
 * @param error a positive finite number
 */
export function roundMeasurement(value: number, error: number): RoundedMeasurement {
  const place = pdgPlace(error);
  const largest = Math.max(Math.abs(value), error);
  const exponent = isPlain(largest) ? 0 : Math.floor(Math.log10(largest));
  return { value: roundTo(value, place, exponent), error: roundTo(error, place, exponent), exponent };
}

/** `1.49 ± 0.16`, `(2.01 ± 0.03) × 10²⁸`, or the value alone where there is no error. */
export function formatMeasurement(value: number, error: number | null): string {
  if (error === null || !(error > 0) || !Number.isFinite(error)) return formatNumber(value);
  const text = roundMeasurement(value, error);
  const pair = `${text.value} ± ${text.error}`;
  return text.exponent === 0 ? pair : `(${pair}) × 10${superscript(text.exponent)}`;
}

/** A value with different errors below and above, which share one power of ten; null where an error has no end. */
export interface AsymmetricMeasurement {
  readonly value: string;
  readonly below: string | null;
  readonly above: string | null;
  readonly exponent: number;
}

/** Rounds a value and its two errors at the place that the PDG rule gives the smaller one. */
export function roundAsymmetric(value: number, below: number | null, above: number | null): AsymmetricMeasurement {
  const known = [below, above].filter((error): error is number => error !== null && error > 0);
  if (known.length === 0) return { value: formatNumber(value), below: null, above: null, exponent: 0 };
  const place = pdgPlace(Math.min(...known));
  const largest = Math.max(Math.abs(value), ...known);
  const exponent = isPlain(largest) ? 0 : Math.floor(Math.log10(largest));
  const text = (one: number | null) => (one === null ? null : roundTo(one, place, exponent));
  return { value: roundTo(value, place, exponent), below: text(below), above: text(above), exponent };
}

/** Errors that differ by more than this factor have no rounding in common. */
const UNLIKE = 20;
const areUnlike = (errors: readonly number[]) => Math.max(...errors) > UNLIKE * Math.min(...errors);

function endText(value: number, error: number | null, sign: 1 | -1): string {
  return error === null ? formatWords().none : formatNumber(value + sign * error, 3);
}

/** A median at the place that the PDG rule gives the nearer end of its interval. */
export function medianText(value: number, below: number, above: number): string {
  const text = roundAsymmetric(value, below, above);
  if (areUnlike([below, above]) || text.exponent !== 0) return formatNumber(value, 3);
  return text.value;
}

/** `2.3 … 16.1`: where a value and its two errors end, rounded as they are; "none" where an error has no end. */
export function intervalText(value: number, below: number | null, above: number | null): string {
  const known = [below, above].filter((error): error is number => error !== null && error > 0);
  if (known.length === 0) return formatWords().none;
  if (areUnlike(known)) return [below, above].map((error, k) => endText(value, error, k === 0 ? -1 : 1)).join(' … ');
  const place = pdgPlace(Math.min(...known));
  const ends = [below === null ? null : value - below, above === null ? null : value + above];
  const largest = Math.max(...ends.map((end) => Math.abs(end ?? 0)), ...known);
  const exponent = isPlain(largest) ? 0 : Math.floor(Math.log10(largest));
  const text = ends.map((end) => (end === null ? formatWords().none : roundTo(end, place, exponent))).join(' … ');
  return exponent === 0 ? text : `(${text}) × 10${superscript(exponent)}`;
}
