import { compare } from '../words/en/compare.ts';
import { inLanguage } from '../words/words.ts';

/** The words of the Compare tab, in the language of the person. */
export const compareWords = inLanguage('compare', compare);
