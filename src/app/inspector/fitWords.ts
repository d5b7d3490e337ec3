/** The words of the Fit tab and of the bar of the fit. */
import { fit } from '../words/en/fit.ts';
import { inLanguage } from '../words/words.ts';

export const fitWords = inLanguage('fit', fit);
