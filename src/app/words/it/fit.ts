/** The Fit tab, in Italian. */
import type { FitWords } from '../en/fit.ts';

export const fit: FitWords = {};
