/** The Fit tab, in English. */
export const fit = {};
export type FitWords = typeof fit;
