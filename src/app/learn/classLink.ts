/** The link that a teacher gives to a class. */
import { encodeTeacherView } from '../../lessons/teacherLink.ts';
import { TEACHER_THEMES, type TeacherView } from '../../lessons/teacherView.ts';
import type { Scenario } from '../../model/scenario.ts';
import { linkTo } from '../state/addressBar.ts';
import type { Origin } from '../state/origin.ts';
import { content } from '../state/store.ts';

/** Longest link that becomes a QR code: 117 modules a side (version 25), half a millimetre each on paper. */
export const MOST_CODE_CHARACTERS = 1200;

/** Whether a scenario is the preset that it came from, as it is. */
export function isUnchangedPreset(scenario: Scenario, { presetId, scenario: original }: Origin): boolean {
  return presetId !== null && content(scenario) === content(original);
}

/**
 * A lesson and an unchanged preset are named, so that their links are short; any other scenario is in its link.
 *
 * @param href address of the page, with or without a fragment
 * @param scenario what the class begins with where the view names no lesson
 */
export function classLink(href: string, view: TeacherView, scenario: Scenario, origin: Origin): string {
  const isShort = view.lesson !== null || isUnchangedPreset(scenario, origin);
  if (!isShort) return linkTo(href, scenario, origin, view);
  const preset = view.lesson === null ? `preset=${origin.presetId}` : '';
  return `${href.replace(/#.*$/s, '')}#${[preset, encodeTeacherView(view)].filter(Boolean).join('&')}`;
}

export function themeOf(text: string): TeacherView['theme'] {
  return TEACHER_THEMES.find((theme) => theme === text) ?? 'system';
}
