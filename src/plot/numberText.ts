const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** An integer as an exponent: −12 becomes ⁻¹². */
export function superscript(exponent: number): string {
  const digits = [...String(Math.abs(exponent))].map((digit) => SUPERSCRIPTS[Number(digit)]).join('');
  return exponent < 0 ? `⁻${digits}` : digits;
}

/** A number with fixed decimals and a typographic minus; no minus in front of a rounded zero. */
export function fixedText(value: number, decimals: number): string {
  const text = Math.abs(value).toFixed(decimals);
  return value < 0 && Number(text) !== 0 ? `−${text}` : text;
}

/** A signed number, such as a pull: +1.2, −0.5, 0.0. */
export function signedText(value: number, decimals: number): string {
  const text = fixedText(value, decimals);
  return Number(text) > 0 ? `+${text}` : text;
}

function exponentOf(value: number, digits: number): number {
  return Number(
    Math.abs(value)
      .toExponential(digits - 1)
      .split('e')[1],
  );
}

/** A number with some significant digits; below 0.001 and from 100 000 as a × 10ⁿ. */
export function significantText(value: number, digits: number): string {
  if (value === 0) return '0';
  const exponent = exponentOf(value, digits);
  if (exponent < -3 || exponent >= 5) {
    return `${fixedText(value / 10 ** exponent, digits - 1)} × 10${superscript(exponent)}`;
  }
  const rounded = Number(value.toPrecision(digits));
  return fixedText(rounded, Math.max(0, digits - 1 - exponent));
}

/** An energy or a bin edge in GeV, without trailing zeros: 0.65, 10, 1000. */
export function energyText(energy_GeV: number): string {
  return String(Number(energy_GeV.toPrecision(4)));
}

/** The energies of a bin, "198–237 GeV"; one energy where the point has no bin. */
export function binText(low_GeV: number, high_GeV: number): string {
  if (low_GeV === high_GeV) return `${energyText(low_GeV)} GeV`;
  return `${energyText(low_GeV)}–${energyText(high_GeV)} GeV`;
}

/**
 * A value with its errors, "18.9 ± 1.1 ± 0.4".
 *
 * The largest error gets two digits and sets the decimals of all; small numbers share one power of ten.
 */
export function measurementText(value: number, errors: readonly number[]): string {
  const scale = Math.max(Math.abs(value), ...errors);
  if (!(scale > 0)) return ['0', ...errors.map(() => '0')].join(' ± ');
  const exponent = exponentOf(scale, 2);
  const power = exponent < -2 || exponent >= 5 ? exponent : 0;
  const unit = 10 ** power;
  const largest = Math.max(...errors, 0) / unit;
  const decimals = largest > 0 ? Math.max(0, 1 - exponentOf(largest, 2)) : 2;
  const text = [value, ...errors].map((number) => fixedText(number / unit, decimals)).join(' ± ');
  return power === 0 ? text : `(${text}) × 10${superscript(power)}`;
}

const TIME_UNITS = [
  { text: 'Gyr', kyr: 1e6 },
  { text: 'Myr', kyr: 1e3 },
  { text: 'kyr', kyr: 1 },
  { text: 'yr', kyr: 1e-3 },
] as const;

/** A time in the unit that people say: 370 kyr, 2 Myr. */
export function timeText(time_kyr: number, digits: number): { readonly value: string; readonly unit: string } {
  const rounded = Number(time_kyr.toPrecision(digits));
  const unit = TIME_UNITS.find(({ kyr }) => rounded >= kyr) ?? TIME_UNITS[3];
  return { value: significantText(rounded / unit.kyr, digits).replace(/\.0+$/, ''), unit: unit.text };
}

/** A length in pc, kpc or Mpc. */
export function lengthText(length_pc: number, digits: number): { readonly value: string; readonly unit: string } {
  const rounded = Number(length_pc.toPrecision(digits));
  if (rounded >= 1e6) return { value: significantText(rounded / 1e6, digits), unit: 'Mpc' };
  if (rounded >= 1e3) return { value: significantText(rounded / 1e3, digits), unit: 'kpc' };
  return { value: significantText(rounded, digits), unit: 'pc' };
}
