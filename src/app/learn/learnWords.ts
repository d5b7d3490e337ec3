/** The words of the Learn tab and of the teacher's view; the lessons bring their own texts. */
import { learn } from '../words/en/learn.ts';
import { inLanguage } from '../words/words.ts';

export const learnWords = inLanguage('learn', learn);
