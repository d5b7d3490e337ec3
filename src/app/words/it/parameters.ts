/** The rows of the parameters and their groups, in Italian. */
import type { ParametersWords } from '../en/parameters.ts';

export const parameters: ParametersWords = {};
