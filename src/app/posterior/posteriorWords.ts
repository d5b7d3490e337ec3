/** The words of the Posterior tab. */
import { posterior } from '../words/en/posterior.ts';
import { inLanguage } from '../words/words.ts';

export const posteriorWords = inLanguage('posterior', posterior);
