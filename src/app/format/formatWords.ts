/** The words for numbers and units. */
import { type ParametersWords, parameters } from '../words/en/parameters.ts';
import { translated } from '../words/words.ts';

export const formatWords = (): ParametersWords['format'] => (translated('parameters') ?? parameters).format;
