/** Reads what a person types into a field. */
import { InputError } from '../../model/inputError.ts';
import { UNIT_TEXT, type Unit } from '../../model/parameters.ts';

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const RAISED_SIGNS: Readonly<Record<string, string>> = { '⁻': '-', '⁺': '+' };

/** `10²⁸` as `10^28`, and a typographic minus as a hyphen. */
function asciiText(text: string): string {
  const raised = text.replace(/[⁻⁺⁰¹²³⁴⁵⁶⁷⁸⁹]+/g, (exponent) => {
    const digits = [...exponent].map((character) => RAISED_SIGNS[character] ?? String(RAISED.indexOf(character)));
    return `^${digits.join('')}`;
  });
  return raised.replace(/−/g, '-').toLowerCase();
}

function withoutUnit(text: string, unit: Unit): string {
  const name = UNIT_TEXT[unit];
  return name !== '' && text.endsWith(name) ? text.slice(0, -name.length).trim() : text;
}

const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/;
const TIMES_POWER = /^([+-]?(?:\d+\.?\d*|\.\d+))\s*[×x*·]\s*10\s*\^\s*([+-]?\d+)$/;
const POWER = /^([+-]?)10\s*\^\s*([+-]?\d+)$/;
const COMMA = /\d,\d|^[+-]?,\d/;

/**
 * A number in any usual spelling: `1.3e28`, `1.3 × 10²⁸`, `1.3*10^28`, `10^28`, `250 pc`.
 *
 * @param text what was typed
 * @param unit unit of the parameter; it may follow the number
 * @param path names the field in the error
 * @param label names the field in the sentence
 * @throws {InputError} when the text is no number; a decimal comma is refused, since 1,300 would be read in two ways
 */
export function readNumber(text: string, unit: Unit, path: string, label: string): number {
  const typed = text.trim();
  if (typed === '')
    throw new InputError(path, `${label} is empty; type a number, or press Escape to keep the present one.`);
  const plain = asciiText(withoutUnit(typed, unit));
  const quoted = typed.length > 30 ? `${typed.slice(0, 29)}…` : typed;
  if (COMMA.test(plain)) {
    throw new InputError(
      path,
      `“${quoted}” has a comma; write the decimal point as a point, ${plain.replace(/,/g, '.')} for instance.`,
    );
  }
  if (DECIMAL.test(plain)) return Number(plain);
  const [, mantissa, exponent] = TIMES_POWER.exec(plain) ?? [];
  if (mantissa !== undefined) return Number(`${mantissa}e${exponent}`);
  const [, sign, power] = POWER.exec(plain) ?? [];
  if (power !== undefined) return Number(`${sign}1e${power}`);
  throw new InputError(
    path,
    `“${quoted}” is not a number; type one such as 250 or 1.3e28, or press Escape to keep the present one.`,
  );
}
