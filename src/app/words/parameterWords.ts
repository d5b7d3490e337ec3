/** The words of declared parameters in another language: their shape follows the declaration, so that none can be missing. */
import type { Block, ChoiceParameter, NullableNumberParameter, Parameter } from '../../model/parameters.ts';

/** What is said of one parameter. */
export interface ParameterWords {
  readonly label: string;
  readonly help: string;
  /** Of a number that may be absent. */
  readonly whenNull?: string;
  /** Of a choice, by its values. */
  readonly options?: Readonly<Record<string, string>>;
}

type WordsOf<P> =
  P extends ChoiceParameter<infer Value>
    ? { readonly label: string; readonly help: string; readonly options: Readonly<Record<Value, string>> }
    : P extends NullableNumberParameter
      ? { readonly label: string; readonly help: string; readonly whenNull: string }
      : { readonly label: string; readonly help: string };

/** The words of a block of the declaration, by its keys. */
export type BlockWords<B extends Block> = { readonly [Key in keyof B]: WordsOf<B[Key]> };

/** What tells parameters apart by what they say, so that a copy with another range or start is known too. */
function spoken(parameter: Parameter): string {
  const { label, help } = parameter;
  return [label, help, parameter.kind === 'nullable-number' ? parameter.whenNull : ''].join('\n');
}

/** Finds the words of a parameter. */
export interface DeclarationWords {
  /** Undefined for a parameter of no block. */
  readonly of: (parameter: Parameter) => ParameterWords | undefined;
  /** The label in place of an English one. */
  readonly label: (english: string) => string | undefined;
}

/**
 * Joins blocks of the declaration with their words.
 *
 * @param further labels of what a fit varies beside declared parameters
 */
export function declarationWords(
  blocks: readonly (readonly [Block, Readonly<Record<string, ParameterWords>>])[],
  further: Readonly<Record<string, string>>,
): DeclarationWords {
  const words = new Map<string, ParameterWords>();
  const labels = new Map<string, string>(Object.entries(further));
  for (const [block, inWords] of blocks) {
    for (const [key, parameter] of Object.entries(block)) {
      const own = inWords[key];
      if (!own) continue;
      words.set(spoken(parameter), own);
      labels.set(parameter.label, own.label);
    }
  }
  return { of: (parameter) => words.get(spoken(parameter)), label: (english) => labels.get(english) };
}

/** A block and its words, checked against each other. */
export function wordsOfBlock<B extends Block>(block: B, words: BlockWords<B>): readonly [B, BlockWords<B>] {
  return [block, words];
}
