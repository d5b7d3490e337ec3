/**
 * The fragment of the page's address: a scenario or a preset (src/export/link.ts); fields of a teacher's view
 * (src/lessons/teacherLink.ts) may stand beside either, or alone.
 */
import { decodeScenario, encodeScenario, type LinkContent } from '../../export/link.ts';
import { decodeTeacherView, encodeTeacherView } from '../../lessons/teacherLink.ts';
import type { TeacherView } from '../../lessons/teacherView.ts';
import { quoteValue } from '../../model/inputError.ts';
import type { Scenario } from '../../model/scenario.ts';
import { PageInputError } from '../words/pageInputError.ts';
import { stateWords } from './stateWords.ts';

/**
 * The fragment, without `#`, that opens this scenario again.
 *
 * @param scenario a valid scenario
 * @param preset id of the preset with which the opened page compares it, or null
 * @param view what a teacher has prepared, or nothing
 */
export function encodeLink(scenario: Scenario, preset: string | null, view?: TeacherView): string {
  return [encodeScenario(scenario, preset), view && encodeTeacherView(view)].filter(Boolean).join('&');
}

/**
 * Reads a fragment, with or without `#`.
 *
 * @returns what it holds; null for an empty fragment and for one that holds a teacher's view only
 * @throws {InputError} with one sentence when the link is cut, damaged, newer, or holds a scenario that cannot be read
 */
export function decodeLink(fragment: string): LinkContent | null {
  const text = fragment.replace(/^#/, '');
  if (text === '') return null;
  const content = decodeScenario(text);
  if (content !== null || decodeTeacherView(text) !== null) return content;
  throw new PageInputError('link', stateWords().linkUnknown(quoteValue(`#${text}`)));
}
