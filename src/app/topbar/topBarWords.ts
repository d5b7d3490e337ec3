/** The words of the bar at the top. */
import { topBar } from '../words/en/topBar.ts';
import { inLanguage } from '../words/words.ts';

export const topBarWords = inLanguage('topBar', topBar);
