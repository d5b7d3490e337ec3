/** The export dialog, in English. */
export const exports = {};
export type ExportsWords = typeof exports;
