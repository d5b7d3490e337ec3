/** What strict reading found, as one sentence. */
import type * as v from 'valibot';
import { InputError, quoteValue } from '../model/inputError.ts';

/** `steps[0].predict.answers[1].within` */
function dotPath(issue: v.BaseIssue<unknown>): string {
  return (issue.path ?? []).reduce(
    (path, { key }) => (typeof key === 'number' ? `${path}[${key}]` : path ? `${path}.${key}` : String(key)),
    '',
  );
}

/** What is wrong with something that was read strictly, in one sentence. */
export function sentenceFor(issue: v.BaseIssue<unknown>, whole: string): InputError {
  const path = dotPath(issue);
  const place = path || `the ${whole}`;
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    return new InputError(path, `${place} is not a key of a ${whole}; remove it or correct its spelling.`);
  }
  if (issue.type === 'strict_object' && issue.received === 'undefined' && issue.path?.length) {
    return new InputError(path, `${place} is missing; add it.`);
  }
  return new InputError(path, `${place} is ${quoteValue(issue.input)}, but must be ${issue.message}; change it.`);
}
