import type { ComponentChildren } from 'preact';

const SYMBOL = /(\p{L}{1,2})_(\p{L}+|\d+)/gu;

/** A text with its symbols, such as r_b, set as symbols. */
export function withSymbols(text: string): ComponentChildren {
  const parts: ComponentChildren[] = [];
  let from = 0;
  for (const match of text.matchAll(SYMBOL)) {
    const [whole, letter, index] = match;
    parts.push(
      text.slice(from, match.index),
      <span class="symbol" key={match.index}>
        {letter}
        <sub>{index}</sub>
      </span>,
    );
    from = match.index + whole.length;
  }
  return parts.length === 0 ? text : [...parts, text.slice(from)];
}
