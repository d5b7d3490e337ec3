/** The Sources tab, in English. */
export const sources = {};
export type SourcesWords = typeof sources;
