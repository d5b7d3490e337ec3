/** Opening own data, in English. */
export const ownData = {};
export type OwnDataWords = typeof ownData;
