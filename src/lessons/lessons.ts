/** The lessons that ship with the program. The page loads this file when somebody first opens one. */
import halo from './files/halo-of-slow-diffusion.json';
import near from './files/high-energies-come-from-near.json';
import fit from './files/how-a-fit-fools-you.json';
import darkMatter from './files/pulsars-or-dark-matter.json';
import kleinNishina from './files/what-klein-nishina-changes.json';
import origin from './files/where-positrons-come-from.json';
import type { Lesson } from './lesson.ts';
import { LESSON_IDS } from './lessonIds.ts';
import { readLesson } from './readLesson.ts';

const read = new Map(
  [origin, near, kleinNishina, halo, darkMatter, fit].map(readLesson).map((lesson) => [lesson.id, lesson]),
);

/** All lessons in their order. */
export const lessons: readonly Lesson[] = LESSON_IDS.map((id) => read.get(id) as Lesson);

/** The lesson with this id, or undefined. */
export function lessonById(id: string): Lesson | undefined {
  return read.get(id);
}
