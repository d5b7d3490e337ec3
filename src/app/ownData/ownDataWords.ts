/** The words of opening own data. */
import { ownData } from '../words/en/ownData.ts';
import { inLanguage } from '../words/words.ts';

export const ownDataWords = inLanguage('ownData', ownData);
