/** The numerical error of a spectrum, as files say it. */
import type { PredictedSpectrum } from '../predict/spectrumTypes.ts';

/** Name of the column. */
export const RELATIVE_ERROR = 'relative_error';

/** What the numbers mean. */
export const RELATIVE_ERROR_MEANING =
  'estimated numerical error of the total (quadrature, tables, steps), relative to it; no uncertainty of the model';

/** The column and the line that explains it; nothing where no error was asked for. */
export function relativeErrorColumn({ relativeError }: PredictedSpectrum) {
  if (relativeError === null) return { comments: [], columns: [] };
  return {
    comments: [`${RELATIVE_ERROR}: ${RELATIVE_ERROR_MEANING}`],
    columns: [[RELATIVE_ERROR, relativeError] as const],
  };
}
