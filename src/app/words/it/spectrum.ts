/** The plot, its tool bar and read-outs, in Italian. */
import type { SpectrumWords } from '../en/spectrum.ts';

export const spectrum: SpectrumWords = {};
