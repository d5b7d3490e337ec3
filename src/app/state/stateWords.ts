import { state } from '../words/en/state.ts';
import { inLanguage } from '../words/words.ts';

/** The words of the state of the page, in the language of the person. */
export const stateWords = inLanguage('state', state);
