/** The texts of all lessons in one language, fetched when that language is first asked for. */
import { lessons } from '../lessons.ts';
import type { CommonTexts } from './commonTexts.ts';
import type { Language } from './language.ts';
import { type LessonTexts, readCommonTexts, readLessonTexts } from './lessonTexts.ts';

export interface TextCatalogue {
  readonly language: Language;
  readonly common: CommonTexts;
  /** By the ids of the lessons. */
  readonly lessons: Readonly<Record<string, LessonTexts>>;
}

const FILES: Readonly<
  Record<Language, () => Promise<{ readonly common: unknown; readonly texts: Record<string, unknown> }>>
> = {
  en: () => import('./en/all.ts'),
  it: () => import('./it/all.ts'),
};

/** Brings the texts of a language. */
export async function loadTexts(language: Language): Promise<TextCatalogue> {
  const { common, texts } = await FILES[language]();
  return {
    language,
    common: readCommonTexts(common),
    lessons: Object.fromEntries(lessons.map((lesson) => [lesson.id, readLessonTexts(lesson, texts[lesson.id])])),
  };
}
