/** Symbols of the declaration, `E_c`, split for typesetting. */

/** An italic base and an upright index. */
export interface SymbolParts {
  readonly base: string;
  readonly index: string;
}

/** `E_c` as base `E`, index `c`. */
export function symbolParts(symbol: string): SymbolParts {
  const [base = '', ...rest] = symbol.split('_');
  return { base, index: rest.join('_') };
}
