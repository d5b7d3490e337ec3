/** Points of a measured table become columns once each of them makes sense. */
import { InputError } from '../model/inputError.ts';
import { faultOfPoint, type PointNumbers } from '../model/ownTable.ts';
import type { AsymmetricErrors, DatasetColumns } from './datasetTypes.ts';

/** An error downwards and upwards. */
export type Sides = readonly [lower: number, upper: number];

/** One point as read from a file, in GeV and in the unit of the data sets. */
export interface MeasuredPoint extends PointNumbers {
  /** Line of the file, from 1. */
  readonly line: number;
}

const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/** The number that stands in a cell, or NaN. */
export function numberInCell(cell: string): number {
  return DECIMAL.test(cell) ? Number(cell) : Number.NaN;
}

function checkPoint(point: MeasuredPoint, place: string): void {
  const fault = faultOfPoint(point);
  if (fault !== null) throw new InputError(place, `${place}, line ${point.line}: ${fault}`);
}

const mean = ([lower, upper]: Sides): number => (lower === upper ? lower : 0.5 * (lower + upper));

function asymmetricErrors(points: readonly MeasuredPoint[]): AsymmetricErrors | null {
  const differ = ([lower, upper]: Sides) => lower !== upper;
  if (!points.some(({ stat, syst }) => differ(stat) || differ(syst))) return null;
  return {
    statLower: Float64Array.from(points, ({ stat }) => stat[0]),
    statUpper: Float64Array.from(points, ({ stat }) => stat[1]),
    systLower: Float64Array.from(points, ({ syst }) => syst[0]),
    systUpper: Float64Array.from(points, ({ syst }) => syst[1]),
  };
}

/**
 * Columns of a data set.
 *
 * @param points in the order of the file
 * @param componentNames names of the components of the systematic error; none makes the total the only one
 * @param place name of the file, for messages
 * @throws {InputError} with the line of a point whose energies, value or errors cannot be
 */
export function columnsOfPoints(
  points: readonly MeasuredPoint[],
  componentNames: readonly string[],
  place: string,
  limitConfidence: number | null = null,
): DatasetColumns {
  for (const point of points) checkPoint(point, place);
  const column = (pick: (point: MeasuredPoint) => number) => Float64Array.from(points, pick);
  const systError = column(({ syst }) => mean(syst));
  const components = componentNames.map((_, c) => column((point) => point.components[c] as number));
  const hasTotal = systError.some((error) => error > 0);
  const hasLimits = points.some(({ isUpperLimit }) => isUpperLimit);
  return {
    binLow_GeV: column(({ low_GeV }) => low_GeV),
    binHigh_GeV: column(({ high_GeV }) => high_GeV),
    meanEnergy_GeV: column(({ mean_GeV }) => mean_GeV),
    flux: column(({ value }) => value),
    statError: column(({ stat }) => mean(stat)),
    systError,
    asymmetric: asymmetricErrors(points),
    systematics: components.length > 0 ? components : hasTotal ? [systError] : [],
    systematicNames: components.length > 0 ? componentNames : hasTotal ? ['total'] : [],
    upperLimits: hasLimits ? points.map(({ isUpperLimit }) => isUpperLimit) : null,
    limitConfidence: hasLimits ? limitConfidence : null,
  };
}
