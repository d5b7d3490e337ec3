/** The words of exports and of opened files. */
import { exports } from '../words/en/exports.ts';
import { inLanguage } from '../words/words.ts';

export const exportWords = inLanguage('exports', exports);
