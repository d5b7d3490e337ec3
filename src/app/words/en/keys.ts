/** The list of keys, in English. */
export const keys = {};
export type KeysWords = typeof keys;
