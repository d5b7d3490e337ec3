/** The plot, its tool bar and read-outs, in English. */
export const spectrum = {};
export type SpectrumWords = typeof spectrum;
