/** The Compare tab and the snapshots, in Italian. */
import type { CompareWords } from '../en/compare.ts';

export const compare: CompareWords = {};
