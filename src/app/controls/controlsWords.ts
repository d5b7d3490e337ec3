/** The words of the controls. */
import { type ParametersWords, parameters } from '../words/en/parameters.ts';
import { translated } from '../words/words.ts';

export const controlsWords = (): ParametersWords['controls'] => (translated('parameters') ?? parameters).controls;
