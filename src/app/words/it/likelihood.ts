/** Profiles and contours, in Italian. */
import type { LikelihoodWords } from '../en/likelihood.ts';

export const likelihood: LikelihoodWords = {};
