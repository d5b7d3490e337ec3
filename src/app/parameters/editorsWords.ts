/** The words of what is fetched when it is needed: priors, correlation lengths, tables, the list of sources. */
import { type ParameterEditorsWords, parameterEditors } from '../words/en/parameterEditors.ts';
import { translated } from '../words/words.ts';

export const editorsWords = (): ParameterEditorsWords => translated('parameters')?.editors ?? parameterEditors;
