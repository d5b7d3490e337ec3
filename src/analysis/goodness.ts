import type { Dataset } from '../data/datasetTypes.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { GoodnessOfFit } from './analysisTypes.ts';

/** Whether each point takes part: a measured value, not a limit, whose mean energy lies strictly inside the range. */
export function pointsInRange(data: Dataset, range_GeV: readonly [number, number]): boolean[] {
  return Array.from(
    data.meanEnergy_GeV,
    (energy, i) => energy > range_GeV[0] && energy < range_GeV[1] && !data.upperLimits?.[i],
  );
}

/** Sum of squares in the order of the points. */
export function sumOfSquares(values: Iterable<number>): number {
  let sum = 0;
  for (const value of values) sum += value * value;
  return sum;
}

/** What chi2 says: degrees of freedom, p-value, AIC = chi2 + 2 k (Akaike, IEEE TAC 19, 716 (1974)). */
export function goodnessOfFit(kernel: Kernel, chi2: number, points: number, freeParameters: number): GoodnessOfFit {
  const degreesOfFreedom = points - freeParameters;
  return {
    chi2,
    points,
    freeParameters,
    degreesOfFreedom,
    pValue: degreesOfFreedom > 0 ? kernel.chiSquaredSurvival(chi2, degreesOfFreedom) : null,
    aic: chi2 + 2 * freeParameters,
  };
}
