/** The Learn tab and the teacher's view; lessons bring their own texts, in English. */
export const learn = {};
export type LearnWords = typeof learn;
