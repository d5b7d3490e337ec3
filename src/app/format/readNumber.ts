/** Reads what a person types into a field. */
import { UNIT_TEXT, type Unit } from '../../model/parameters.ts';
import { PageInputError } from '../words/pageInputError.ts';
import { formatWords } from './formatWords.ts';
import { readUnit, sameKind, type UnitMeaning } from './unitSpelling.ts';

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const RAISED_SIGNS: Readonly<Record<string, string>> = { '⁻': '-', '⁺': '+' };

/** `10²⁸` as `10^28`, and a typographic minus as a hyphen. */
function asciiText(text: string): string {
  const raised = text.replace(/[⁻⁺⁰¹²³⁴⁵⁶⁷⁸⁹]+/g, (exponent) => {
    const digits = [...exponent].map((character) => RAISED_SIGNS[character] ?? String(RAISED.indexOf(character)));
    return `^${digits.join('')}`;
  });
  return raised.replace(/−/g, '-');
}

/** The mantissa and the exponent of a number at the beginning, in each of the spellings. */
const SPELLINGS: readonly RegExp[] = [
  /^([+-]?(?:\d+\.?\d*|\.\d+))\s*[×x*·]\s*10\s*\^\s*([+-]?\d+)/i,
  /^([+-]?)10\s*\^\s*([+-]?\d+)/,
  /^([+-]?(?:\d+\.?\d*|\.\d+))(?:e([+-]?\d+))?/i,
];
const COMMA = /\d,\d|^[+-]?,\d/;
/** What may be a unit: not the rest of a number that is none. */
const UNIT_BEGINS = /^(?:1\s*)?\/|^[a-zµμ%(]/i;

interface Typed {
  readonly mantissa: string;
  readonly exponent: number;
  /** What follows the number. */
  readonly rest: string;
}

function split(plain: string): Typed | null {
  for (const spelling of SPELLINGS) {
    const match = spelling.exec(plain);
    if (!match) continue;
    const [all, mantissa = '', exponent = '0'] = match;
    const rest = plain.slice(all.length).trim();
    if (rest !== '' && !UNIT_BEGINS.test(rest)) return null;
    return { mantissa: /\d/.test(mantissa) ? mantissa : `${mantissa}1`, exponent: Number(exponent), rest };
  }
  return null;
}

function converted({ mantissa, exponent }: Typed, from: UnitMeaning, to: UnitMeaning): number {
  const value = Number(`${mantissa}e${exponent + from.power - to.power}`);
  return from.factor === to.factor ? value : value * (from.factor / to.factor);
}

const shortened = (text: string, most: number) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

/**
 * A number in any usual spelling, `1.3e28`, `1.3 × 10²⁸`, `1.3*10^28`, `10^28`, with or without a unit: `250 pc`, `0.25 kpc`.
 *
 * @param text what was typed
 * @param unit unit of the parameter; a unit of the same kind may follow the number and is converted
 * @param path names the field in the error
 * @param label names the field in the sentence
 * @returns the number in `unit`
 * @throws {InputError} when the text is no number or has a unit of another kind; a decimal comma is refused, since 1,300
 *   would be read in two ways
 */
export function readNumber(text: string, unit: Unit, path: string, label: string): number {
  const words = formatWords();
  const fail = (sentence: string): never => {
    throw new PageInputError(path, sentence);
  };
  const typed = text.trim();
  if (typed === '') fail(words.empty(label));
  const plain = asciiText(typed);
  const quoted = shortened(typed, 30);
  if (COMMA.test(plain)) fail(words.comma(quoted, plain.replace(/,/g, '.')));
  const found = split(plain) ?? fail(words.notANumber(quoted));
  if (found.rest === '') return Number(`${found.mantissa}e${found.exponent}`);
  const own = readUnit(asciiText(UNIT_TEXT[unit])) as UnitMeaning;
  const given = readUnit(found.rest);
  if (given === null) {
    return fail(
      unit === 'none' || !/^[a-zµμ%]{2}/i.test(found.rest)
        ? words.notANumber(quoted)
        : words.unknownUnit(quoted, shortened(found.rest, 20), UNIT_TEXT[unit]),
    );
  }
  if (!sameKind(given, own)) {
    return fail(
      unit === 'none'
        ? words.hasNoUnit(quoted, label)
        : words.otherUnit(quoted, shortened(found.rest, 20), label, UNIT_TEXT[unit]),
    );
  }
  return converted(found, given, own);
}
