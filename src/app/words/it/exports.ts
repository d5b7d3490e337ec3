/** The export dialog, in Italian. */
import type { ExportsWords } from '../en/exports.ts';

export const exports: ExportsWords = {};
