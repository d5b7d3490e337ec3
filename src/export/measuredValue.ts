/** A value with its error as papers print it, rounded by the rule of the Particle Data Group. */

/**
 * Decimal exponent of the last digit that an error of this size carries.
 *
 * Two digits when its three leading digits are 100 to 354, one from 355 to 949, and 950 to 999 become 1000 with two
 * (Workman et al., PTEP 2022, 083C01, section 5.3 of the introduction).
 */
function lastDigit(error: number): number {
  const [digits, exponent] = error.toExponential(2).split('e') as [string, string];
  const leading = Math.round(Number(digits) * 100);
  if (leading >= 950) return Number(exponent);
  return leading <= 354 ? Number(exponent) - 1 : Number(exponent);
}

/** Writes a number in units of 10^exponent, ending at the digit 10^last. */
function inUnitsOf(value: number, exponent: number, last: number): string {
  const [digits, ownExponent] = value.toExponential(20).split('e') as [string, string];
  const scaled = Number(`${digits}e${Number(ownExponent) - exponent}`);
  const places = exponent - last;
  if (places >= 0) return scaled.toFixed(Math.min(places, 20));
  const unit = Number(`1e${-places}`);
  return String(Math.round(scaled / unit) * unit);
}

/** Longest number that is written out rather than with an exponent. */
const WRITTEN_OUT = 6;

/** At most so many significant digits, six unless stated: `1.54306`, `1000`, `2e28`. For reading, not for reading back. */
export function short(value: number, digits = 6): string {
  const rounded = Number(value.toPrecision(digits));
  const plain = String(rounded).replace('e+', 'e');
  const exponential = rounded.toExponential().replace('e+', 'e');
  return plain.length <= WRITTEN_OUT || plain.length <= exponential.length ? plain : exponential;
}

/** `1.54 +- 0.13`, `(3.9 +- 2.4)e3`, `2e28` where no error exists. */
export function measuredText(value: number, error: number | null): string {
  if (error === null || !(error > 0) || !Number.isFinite(error)) return short(value);
  const last = lastDigit(error);
  const larger = Math.max(Math.abs(value), error);
  const magnitude = Number(larger.toExponential().split('e')[1]);
  const exponent = magnitude >= 3 || magnitude <= -4 ? magnitude : 0;
  const text = `${inUnitsOf(value, exponent, last)} +- ${inUnitsOf(error, exponent, last)}`;
  return exponent === 0 ? text : `(${text})e${exponent}`;
}
