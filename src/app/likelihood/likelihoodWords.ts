/** The words of profiles, contours and the breakdown of χ². */
import { likelihood } from '../words/en/likelihood.ts';
import { inLanguage } from '../words/words.ts';

export const likelihoodWords = inLanguage('likelihood', likelihood);
