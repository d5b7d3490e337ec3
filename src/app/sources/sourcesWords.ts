/** The words of the Sources tab. */
import { sources } from '../words/en/sources.ts';
import { inLanguage } from '../words/words.ts';

export const sourcesWords = inLanguage('sources', sources);
