/** Profiles and contours, in English. */
export const likelihood = {};
export type LikelihoodWords = typeof likelihood;
