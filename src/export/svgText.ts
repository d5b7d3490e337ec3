/** Pieces of an SVG: escaped text, labels with raised digits, rounded numbers. */
import { FONT_SYMBOL, type Look, WEIGHTS } from './figureStyle.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Text between tags as XML holds it: no markup, no control characters. */
export function xmlText(text: string): string {
  const allowed = text.replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd');
  return allowed.replace(/[&<>]/g, (letter) => ENTITIES[letter] as string);
}

/** A coordinate with one decimal, a hundredth of a millimetre. */
export function round(value: number): number {
  return Math.round(value * 10) / 10 + 0;
}

/** A piece of a label; symbols are set in italic. */
export interface LabelPart {
  readonly text: string;
  readonly isSymbol?: boolean;
}

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const RAISED_PART = /([⁻⁺⁰¹²³⁴⁵⁶⁷⁸⁹]+)/;
/** Size and height of a raised digit, in sizes of the text. */
const RAISED_SIZE = 0.7;
const RAISED_BY = 0.38;

function plainDigits(raised: string): string {
  return [...raised]
    .map((letter) => (letter === '⁻' ? '−' : letter === '⁺' ? '+' : String(RAISED.indexOf(letter))))
    .join('');
}

/**
 * The inside of a text element. Raised digits are set as smaller ones higher up, since many fonts draw the characters ⁻¹
 * in different sizes, or lack them.
 */
export function labelText(parts: readonly LabelPart[], fontSize: number): string {
  let isRaised = false;
  const runs = parts.flatMap(({ text, isSymbol = false }) =>
    text.split(RAISED_PART).map((run) => ({ run, isSymbol: isSymbol && !RAISED_PART.test(run) })),
  );
  return runs
    .filter(({ run }) => run !== '')
    .map(({ run, isSymbol }) => {
      const shouldRise = RAISED_PART.test(run);
      const shift = (Number(isRaised) - Number(shouldRise)) * RAISED_BY * fontSize;
      isRaised = shouldRise;
      const attributes = [
        ...(shift === 0 ? [] : [`dy="${round(shift)}"`]),
        ...(shouldRise ? [`font-size="${round(RAISED_SIZE * fontSize)}"`] : []),
        ...(isSymbol ? [`font-family="${FONT_SYMBOL}" font-style="italic"`] : []),
      ];
      const words = xmlText(shouldRise ? plainDigits(run) : run);
      return attributes.length === 0 ? words : `<tspan ${attributes.join(' ')}>${words}</tspan>`;
    })
    .join('');
}

/** Widths of letters in a sans-serif face, in sizes of the text: narrow, wide, capital or digit, all others. */
const LETTER_WIDTHS = [
  [/[ijl.,:;|!'()[\]/\sftrI-]/, 0.3],
  [/[mwMW@%]/, 0.86],
  [/[A-Z]/, 0.69],
] as const;
const OTHER_WIDTH = 0.54;

/** About how wide a text is set in the figure's own fonts. */
export function textWidth(text: string, fontSize: number): number {
  const widths = [...text].map((letter) => LETTER_WIDTHS.find(([kind]) => kind.test(letter))?.[1] ?? OTHER_WIDTH);
  return widths.reduce((sum: number, width) => sum + width, 0) * fontSize;
}

/** The attributes of a line without a filling. */
export function strokeOf({ color, dash }: Look, weight: number, fontSize: number): string {
  const dashes = dash.map((length) => round(length * WEIGHTS.dashUnit * fontSize)).join(' ');
  return `fill="none" stroke="${color}" stroke-width="${round(weight * fontSize)}"${dashes && ` stroke-dasharray="${dashes}"`}`;
}
