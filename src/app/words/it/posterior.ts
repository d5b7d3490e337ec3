/** The Posterior tab, in Italian. */
import type { PosteriorWords } from '../en/posterior.ts';

export const posterior: PosteriorWords = {};
