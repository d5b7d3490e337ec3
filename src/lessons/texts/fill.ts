/** Texts with numbers in their places, and the numbers as the page writes them. */
import { superscript } from '../../plot/numberText.ts';
import type { NumberForm } from '../lesson.ts';
import type { Language } from './language.ts';

const PLACEHOLDER = /\{([A-Za-z0-9]+)\}/g;

/** Names of the numbers that a text asks for, in their order, each once. */
export function placeholdersOf(text: string): string[] {
  return [...new Set([...text.matchAll(PLACEHOLDER)].map(([, name]) => name as string))];
}

/** Italian articles, alone and joined with prepositions: before most numbers, before 0 (zero), before 1, 8 and 11. */
const ITALIAN_ARTICLES: Readonly<Record<string, readonly [beforeZero: string, beforeVowel: string]>> = {
  il: ['lo ', 'l’'],
  del: ['dello ', 'dell’'],
  al: ['allo ', 'all’'],
  dal: ['dallo ', 'dall’'],
  nel: ['nello ', 'nell’'],
};
const BEGINS_WITH_VOWEL = /^(?:8|11(?!\d)|1(?![\d\u202f]))/;

/** The article in the form that the number after it asks for: il 7 %, lo 0.4 %, l’8 %. */
function italianArticle(article: string, number: string): string {
  const [beforeZero, beforeVowel] = ITALIAN_ARTICLES[article] ?? [`${article} `, `${article} `];
  if (number.startsWith('0')) return beforeZero;
  return BEGINS_WITH_VOWEL.test(number) ? beforeVowel : `${article} `;
}

/**
 * A text with its numbers.
 *
 * @throws {RangeError} when a number is missing: a fault of the lesson
 */
export function fillText(text: string, values: Readonly<Record<string, string>>, language: Language): string {
  const valueNamed = (name: string): string => {
    const value = values[name];
    if (value === undefined) throw new RangeError(`the text asks for {${name}}, which is not given`);
    return value;
  };
  const agreed =
    language === 'it'
      ? text.replace(/\b(il|del|al|dal|nel) \{([A-Za-z0-9]+)\}/g, (_, article: string, name: string) =>
          italianArticle(article, valueNamed(name)).concat(`{${name}}`),
        )
      : text;
  return agreed.replace(PLACEHOLDER, (_, name: string) => valueNamed(name));
}

const DIGITS = 2;
/** Magnitudes that are written without a power of ten. */
const PLAIN = [1e-3, 1e6] as const;
/** A small percentage says more in zeros than in powers of ten. */
const PLAIN_PERCENT_FROM = 1e-6;

/**
 * Every language keeps the point of the sliders and read-outs for decimals; where it is used to a point between thousands, these
 * are set apart by a thin space.
 */
const THOUSANDS: Readonly<Record<Language, string>> = { en: ',', it: '\u202f' };

function plain(value: number, digits: number, language: Language): string {
  const text = new Intl.NumberFormat('en', { maximumSignificantDigits: digits }).format(value);
  return text.replaceAll(',', THOUSANDS[language]).replace('-', '−');
}

function numberText(value: number, digits: number, language: Language, plainFrom: number = PLAIN[0]): string {
  const magnitude = Math.abs(value);
  if (magnitude === 0 || (magnitude >= plainFrom && magnitude < PLAIN[1])) return plain(value, digits, language);
  const [mantissa = '0', exponent = '0'] = value.toExponential(digits - 1).split('e');
  return `${plain(Number(mantissa), digits, language)} × 10${superscript(Number(exponent))}`;
}

const YEARS: Readonly<
  Record<Language, { readonly years: string; readonly million: string; readonly millions: string }>
> = {
  en: { years: 'years', million: 'million years', millions: 'million years' },
  it: { years: 'anni', million: 'milione di anni', millions: 'milioni di anni' },
};

function timeText(time_kyr: number, digits: number, language: Language): string {
  const words = YEARS[language];
  if (Number(time_kyr.toPrecision(digits)) < 1000)
    return `${numberText(time_kyr * 1000, digits, language)} ${words.years}`;
  const millions = numberText(time_kyr / 1000, digits, language);
  return `${millions} ${millions === '1' ? words.million : words.millions}`;
}

/**
 * A number as it stands in a sentence.
 *
 * @param value in the unit of the form: GeV, kyr, pc, cm² s⁻¹, cm³ s⁻¹; `percent` takes a fraction
 * @param digits significant digits at most
 */
export function numberInWords(value: number, as: NumberForm, language: Language, digits = DIGITS): string {
  switch (as) {
    case 'number':
      return numberText(value, digits, language);
    case 'percent':
      return `${numberText(100 * value, digits, language, PLAIN_PERCENT_FROM)} %`;
    case 'energy':
      return `${numberText(value, digits, language)} GeV`;
    case 'time':
      return timeText(value, digits, language);
    case 'length':
      return `${numberText(value, digits, language)} pc`;
    case 'diffusion':
      return `${numberText(value, digits, language)} cm²/s`;
    case 'crossSection':
      return `${numberText(value, digits, language)} cm³/s`;
  }
}
