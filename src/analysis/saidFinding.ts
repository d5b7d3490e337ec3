/** What a finding is made of, so that it can be said in any language. */
import type { ParameterName } from '../model/describe.ts';
import type { FindingSentences } from './findingSentences.ts';

export type FindingValue = string | number | readonly string[] | ParameterName;

/** A finding by its sentence and what is put into it. */
export interface SaidFinding {
  readonly id: keyof FindingSentences;
  readonly values: readonly FindingValue[];
}

/** Whether a value names a parameter. */
function isName(value: FindingValue): value is ParameterName {
  return typeof value === 'object' && 'label' in value;
}

/** The sentence of a finding in a language. */
export function findingInWords(
  sentences: FindingSentences,
  { id, values }: SaidFinding,
  nameIn: (name: ParameterName) => string,
): string {
  const sentence = sentences[id] as (...values: readonly FindingValue[]) => string;
  return sentence(...values.map((value) => (isName(value) ? nameIn(value) : value)));
}
