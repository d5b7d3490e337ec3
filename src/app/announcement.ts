/** The sentence for the live region. */
import type { GoodnessOfFit } from '../analysis/analysisTypes.ts';
import { significantText } from '../plot/numberText.ts';
import { pageWords } from './pageWords.ts';

/** Changes of χ² below this fraction are not worth a word. */
const NOTABLE = 1e-3;

/**
 * How good the curve is now, and whether that is better than what was said before.
 *
 * @param before chi-squared of the last announcement, or null
 * @param verdict verdict of the fit that gave this curve, or null
 */
export function announcement(
  goodness: GoodnessOfFit,
  before: number | null,
  fitting: boolean,
  verdict: string | null,
): string {
  const words = pageWords();
  const { chi2, degreesOfFreedom } = goodness;
  const value =
    degreesOfFreedom > 0
      ? words.chi2PerDegree(significantText(chi2 / degreesOfFreedom, 2))
      : words.chi2Alone(significantText(chi2, 3));
  const change =
    before === null || Math.abs(chi2 - before) <= NOTABLE * before ? '' : chi2 < before ? words.improved : words.worse;
  if (fitting) return `${words.fittingNow(value)}${change}.`;
  return `${value}${change}${verdict === null ? '' : `; ${verdict}`}.`;
}
