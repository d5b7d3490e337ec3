/** What the state of the page says: changes, side effects, messages, in Italian. */
import type { StateWords } from '../en/state.ts';

export const state: StateWords = {};
