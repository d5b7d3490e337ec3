/** The language of the page, remembered in this browser. */
import { effect, signal } from '@preact/signals';
import { LANGUAGES, type Language } from '../../lessons/texts/language.ts';

const KEY = 'geminga-language';

function startLanguage(): Language {
  let kept: string | null = null;
  try {
    kept = localStorage.getItem(KEY);
  } catch {
    // Private windows may refuse storage; the browser's own language decides then.
  }
  const own = typeof navigator === 'undefined' ? '' : navigator.language;
  return LANGUAGES.find((one) => one === kept) ?? LANGUAGES.find((one) => own.startsWith(one)) ?? 'en';
}

/** The language that the person wants; `words` speak it once they have come. */
export const language = signal<Language>(startLanguage());

let own = language.peek();
let lent: Language | null = null;

/**
 * Speaks the language in which a page was prepared, without making it the person's own; their next choice is theirs again.
 *
 * @param next null gives them their own back
 */
export function lendLanguage(next: Language | null): void {
  lent = next;
  language.value = next ?? own;
}

let isFirst = true;
effect(() => {
  const { value } = language;
  if (isFirst) {
    isFirst = false;
    return;
  }
  if (value === lent) return;
  lent = null;
  if (value === own) return;
  own = value;
  try {
    localStorage.setItem(KEY, value);
  } catch {
    // As above: nothing is remembered.
  }
});
