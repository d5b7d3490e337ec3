/** How two computed scenarios differ, in numbers. */
import type { Evaluation } from '../../analysis/analysisTypes.ts';
import type { Dataset } from '../../data/datasetTypes.ts';
import { OWN_DATA_ID } from '../../model/datasetIds.ts';
import type { Scenario } from '../../model/scenario.ts';
import { powerLawsBetween } from '../../plot/powerLawsBetween.ts';
import type { PredictedSpectrum } from '../../predict/spectrumTypes.ts';

/** A over B at the energies of A; not a number where there is no ratio. */
export interface CurveRatio {
  readonly energies_GeV: Float64Array;
  readonly ratio: Float64Array;
}

function haveSameEnergies(a: Float64Array, b: Float64Array): boolean {
  return a.length === b.length && a.every((energy, index) => energy === b[index]);
}

/** The ratio of two totals; another grid of energies is interpolated as power laws. */
export function curveRatio(a: PredictedSpectrum, b: PredictedSpectrum): CurveRatio {
  const { energies_GeV } = a;
  const other = haveSameEnergies(energies_GeV, b.energies_GeV)
    ? b.total
    : powerLawsBetween(b.energies_GeV, b.total, energies_GeV);
  const ratio = a.total.map((flux, index) => {
    const below = other[index] ?? Number.NaN;
    return flux >= 0 && below > 0 ? flux / below : Number.NaN;
  });
  return { energies_GeV, ratio };
}

/** Both at one measured point. */
export interface PointDifference {
  readonly energy_GeV: number;
  readonly a: number;
  readonly b: number;
  /** Null where B gives nothing. */
  readonly ratio: number | null;
  /** (A − B) in statistical and systematic errors in quadrature; null for an upper limit. */
  readonly sigma: number | null;
}

/**
 * Both at the points of a table.
 *
 * @param a as the table sees it (observedAs.ts), and `b` likewise
 * @returns the points that both of them reach
 */
export function pointDifferences(a: Evaluation, b: Evaluation, data: Dataset): PointDifference[] {
  return Array.from(data.meanEnergy_GeV, (energy_GeV, index) => {
    const [first, second] = [a, b].map(({ comparison: { covered, expected } }) =>
      covered[index] === true ? (expected[index] ?? Number.NaN) : Number.NaN,
    ) as [number, number];
    const error = Math.hypot(data.statError[index] ?? 0, data.systError[index] ?? 0);
    const hasError = error > 0 && data.upperLimits?.[index] !== true;
    return {
      energy_GeV,
      a: first,
      b: second,
      ratio: second > 0 ? first / second : null,
      sigma: hasError ? (first - second) / error : null,
    };
  }).filter((point) => Number.isFinite(point.a) && Number.isFinite(point.b));
}

const RATIO_LIMITS = [1.1, 1.25, 1.5, 2, 3, 5, 10, 100, 1000] as const;
const SIGMA_LIMITS = [2, 3, 5, 10, 20, 50, 100, 200, 500, 1000] as const;

/** The smallest limit of a ladder that holds all values; the last one where none does. Steps keep an axis still under a hand. */
function onLadder(values: Iterable<number>, ladder: readonly number[]): number {
  let largest = 0;
  for (const value of values) if (Number.isFinite(value)) largest = Math.max(largest, value);
  return ladder.find((limit) => limit >= largest) ?? (ladder.at(-1) as number);
}

/** How far from 1 an axis of ratios reaches to both sides, as a factor. */
export function ratioLimit(ratio: Float64Array): number {
  return onLadder(
    ratio.map((value) => (value > 0 ? Math.max(value, 1 / value) : Number.NaN)),
    RATIO_LIMITS,
  );
}

/** The axis of differences in errors reaches from −limit to limit. */
export function sigmaLimit(points: readonly PointDifference[]): number {
  return onLadder(
    points.map(({ sigma }) => Math.abs(sigma ?? 0)),
    SIGMA_LIMITS,
  );
}

/** Bayesian information criterion, chi2 + k ln n, with k free parameters and n points. */
export function bic({ chi2, freeParameters, points }: Evaluation['goodness']): number {
  return chi2 + (points > 0 ? freeParameters * Math.log(points) : 0);
}

/** Whether two scenarios are held against the same points with the same errors: only then can their chi2 be compared. */
export function haveSameData(a: Scenario, b: Scenario): boolean {
  const of = ({ fit: { free: _, priors: __, ...choices }, ownData, electrons }: Scenario) =>
    JSON.stringify([
      choices,
      [choices.dataset, ...choices.furtherDatasets].includes(OWN_DATA_ID) ? ownData : electrons,
    ]);
  return of(a) === of(b);
}
