/** The numerical error of a spectrum, as files say it. */
import type { PredictedSpectrum } from '../predict/spectrumTypes.ts';

/** Name of the column. */
export const RELATIVE_ERROR = 'relative_error';

/** What the numbers mean. */
export const RELATIVE_ERROR_MEANING =
  'estimated numerical error of the total (quadrature, tables, steps), relative to it; no uncertainty of the model';

/** The comment that explains the column; none where no error was asked for. */
export function relativeErrorComments({ relativeError }: PredictedSpectrum): string[] {
  return relativeError === null ? [] : [`${RELATIVE_ERROR}: ${RELATIVE_ERROR_MEANING}`];
}
