/** The name that a snapshot has until a person gives it another. */
import type { Modification } from './modifications.ts';
import { stateWords } from './stateWords.ts';

/** Longest name, characters. */
export const LONGEST_NAME = 60;

/** Changes that a name says. */
const MOST_CHANGES = 2;

/** A name without idle space and not too long. */
export function trimmedName(name: string): string {
  return name.replace(/\s+/g, ' ').trim().slice(0, LONGEST_NAME).trimEnd();
}

/** The name, with a number behind it where it is taken. */
export function freeName(name: string, taken: readonly string[]): string {
  if (!taken.includes(name)) return name;
  let number = 2;
  while (taken.includes(`${name} (${number})`)) number++;
  return `${name} (${number})`;
}

/** The scenario's name; what is modified in it follows the beginning of the name: `Geminga: efficiency 0.3, distance 300 pc`. */
export function snapshotName(name: string, modified: readonly Modification[], taken: readonly string[]): string {
  const words = stateWords();
  const changes = modified.map(({ label, after }) => `${label} ${after}`);
  if (changes.length === 0) return freeName(trimmedName(name), taken);
  const said = changes.slice(0, MOST_CHANGES).join(', ');
  const more = changes.length - MOST_CHANGES;
  const beginning = name.replace(/[,(].*$/s, '').trim() || name;
  return freeName(
    trimmedName(words.snapshotName(beginning, more > 0 ? words.andMoreChanges(said, more) : said)),
    taken,
  );
}
