/**
 * What the page says, in the language of the person.
 *
 * English stands with the code that speaks it (`en/AREA.ts`, one file for each part of the page) and is the shape that every other
 * language has to fill, which the type checker sees to. The other languages are fetched whole when they are wanted.
 */
import { signal } from '@preact/signals';
import type { Language } from '../../lessons/texts/language.ts';
import type { italian } from './it/all.ts';

/** All areas of one language. */
export type Catalogue = typeof italian;

const catalogue = signal<Catalogue | null>(null);

/** The language that the words are in now. */
export function spokenLanguage(): Language {
  return catalogue.value ? 'it' : 'en';
}

/**
 * Fetches a language and speaks it from then on; words already on the page change with it.
 *
 * @throws when it cannot be fetched; the words stay as they are then
 */
export async function speak(language: Language): Promise<void> {
  catalogue.value = language === 'it' ? (await import('./it/all.ts')).italian : null;
}

/**
 * The words of one part of the page, as a function that components call while they draw: they are drawn again when the language
 * changes.
 *
 * @param area name of the file in `en` and in the other languages
 * @param english its English
 */
export function inLanguage<Area extends keyof Catalogue>(area: Area, english: Catalogue[Area]): () => Catalogue[Area] {
  return () => catalogue.value?.[area] ?? english;
}

/**
 * Words whose English comes from the model, which knows no other language: `null` while the page is in English.
 *
 * @param area name of the file in the other languages
 */
export function translated<Area extends keyof Catalogue>(area: Area): Catalogue[Area] | null {
  return catalogue.value?.[area] ?? null;
}
