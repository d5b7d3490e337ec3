import { symbolParts } from '../format/symbol.ts';

/** An index of more letters is a word and is set smaller, so that it keeps to its column. */
const SHORT_INDEX = 3;

/** A symbol of the declaration: italic base, upright index. */
export function SymbolText({ symbol }: { readonly symbol: string }) {
  const { base, index } = symbolParts(symbol);
  return (
    <span class="symbol">
      <i>{base}</i>
      {index !== '' && <sub class={index.length > SHORT_INDEX ? 'symbol-word' : undefined}>{index}</sub>}
    </span>
  );
}
