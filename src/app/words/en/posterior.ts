/** The Posterior tab, in English. */
export const posterior = {};
export type PosteriorWords = typeof posterior;
