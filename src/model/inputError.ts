import type { SaidInputError } from './inputSentences.ts';

/** What was wrong with something that a person gave us, in one sentence: what, value, allowed, unit, what to do. */
export class InputError extends Error {
  override readonly name = 'InputError';
  /** Where it stands: a path in the scenario, a file, a line. */
  readonly path: string;

  /** What the sentence is made of, for other languages; null where it stands only as it is. */
  readonly said: SaidInputError | null;

  constructor(path: string, sentence: string, said: SaidInputError | null = null) {
    super(sentence);
    this.path = path;
    this.said = said;
  }
}

/** A value as it can stand in a sentence: short, and never a whole document. */
export function quoteValue(value: unknown): string {
  if (value === undefined) return 'missing';
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return 'an object';
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}…"` : text;
}
