/** The Compare tab and the snapshots, in English. */
export const compare = {};
export type CompareWords = typeof compare;
