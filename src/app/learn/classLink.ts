/** The link that a teacher gives to a class. */
import { encodeTeacherView } from '../../lessons/teacherLink.ts';
import { TEACHER_THEMES, type TeacherView } from '../../lessons/teacherView.ts';
import type { Scenario } from '../../model/scenario.ts';
import { linkTo } from '../state/addressBar.ts';
import type { Origin } from '../state/origin.ts';

/**
 * @param href address of the page, with or without a fragment
 * @param scenario what the class begins with where the view names no lesson; a lesson brings its own, and its link stays short
 */
export function classLink(href: string, view: TeacherView, scenario: Scenario, origin: Origin): string {
  if (view.lesson === null) return linkTo(href, scenario, origin, view);
  return `${href.replace(/#.*$/s, '')}#${encodeTeacherView(view)}`;
}

export function themeOf(text: string): TeacherView['theme'] {
  return TEACHER_THEMES.find((theme) => theme === text) ?? 'system';
}
