import type { GoodnessOfFit } from '../../analysis/analysisTypes.ts';
import { significantText } from '../../plot/numberText.ts';
import { formatChi2 } from '../format/number.ts';
import { fitWords } from './fitWords.ts';

interface FitStatisticsProps {
  readonly goodness: GoodnessOfFit;
  /** Chi-squared before the fit; null where there was none. */
  readonly chi2AtStart: number | null;
}

/** Below this the p-value says no more than that it is tiny. */
const SMALLEST_P = 1e-4;

function probability(p: number | null): string {
  if (p === null) return fitWords().none;
  return p < SMALLEST_P ? '< 10⁻⁴' : significantText(p, 3);
}

/** χ² over degrees of freedom, p-value, AIC, and χ² at the start. */
export function FitStatistics({ goodness, chi2AtStart }: FitStatisticsProps) {
  const { chi2, degreesOfFreedom, pValue, aic } = goodness;
  const words = fitWords();
  return (
    <dl class="statistics">
      <div>
        <dt>χ² / ndof</dt>
        <dd>
          {formatChi2(chi2)} <small>/ {degreesOfFreedom}</small>
        </dd>
      </div>
      <div title={words.pHelp}>
        <dt>p</dt>
        <dd>{probability(pValue)}</dd>
      </div>
      <div title={words.aicHelp}>
        <dt>AIC</dt>
        <dd>{formatChi2(aic)}</dd>
      </div>
      {chi2AtStart !== null && (
        <div title={words.chi2AtStartHelp}>
          <dt>{words.chi2AtStart}</dt>
          <dd>{formatChi2(chi2AtStart)}</dd>
        </div>
      )}
    </dl>
  );
}
