import { symbolParts } from '../format/symbol.ts';

/** A symbol of the declaration: italic base, upright index. */
export function SymbolText({ symbol }: { readonly symbol: string }) {
  const { base, index } = symbolParts(symbol);
  return (
    <span class="symbol">
      <i>{base}</i>
      {index !== '' && <sub>{index}</sub>}
    </span>
  );
}
