/** The words of the plot. */
import { spectrum } from '../words/en/spectrum.ts';
import { inLanguage } from '../words/words.ts';

export const spectrumWords = inLanguage('spectrum', spectrum);
