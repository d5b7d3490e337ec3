/** The Learn tab and the teacher's view; lessons bring their own texts, in Italian. */
import type { LearnWords } from '../en/learn.ts';

export const learn: LearnWords = {};
