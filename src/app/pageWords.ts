/** The words of the frame of the page. */
import { page } from './words/en/page.ts';
import { inLanguage } from './words/words.ts';

export const pageWords = inLanguage('page', page);
