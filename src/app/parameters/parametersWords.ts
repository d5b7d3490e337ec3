/** The words of the parameter panel. */
import { type ParametersWords, parameters } from '../words/en/parameters.ts';
import { translated } from '../words/words.ts';

export const parametersWords = (): ParametersWords => translated('parameters') ?? parameters;
