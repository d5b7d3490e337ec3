/** The Sources tab, in Italian. */
import type { SourcesWords } from '../en/sources.ts';

export const sources: SourcesWords = {};
