/** What the state of the page says: changes, side effects, messages, in English. */
export const state = {};
export type StateWords = typeof state;
