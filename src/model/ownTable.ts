/**
 * A measured table that a person brought. It is part of the scenario, so that links, exports and chains carry it and every
 * result can be computed again from its file alone.
 */
import type { MeasuredQuantity } from './datasetIds.ts';

/** One component of the systematic error, one number a point. */
export interface OwnSystematic {
  name: string;
  errors: number[];
}

/** The columns are as long as there are points, in the order of their energies. */
export interface OwnTable {
  /** Name in the legend and in every file. */
  label: string;
  /** Whose measurement it is: tables of one experiment share the error of its energy scale. */
  experiment: string;
  quantity: MeasuredQuantity;
  fileName: string;
  /** Where the numbers were published, in the file's own words; empty where it does not say. */
  reference: string;
  /** What one should know before using the table, a sentence each. */
  remarks: string[];
  /** Where the points stand, GeV. */
  energies_GeV: number[];
  /** Edges of the bins, GeV; both are the energy of the point where the table has no bins. */
  binLow_GeV: number[];
  binHigh_GeV: number[];
  /** Fluxes in GeV^-1 m^-2 s^-1 sr^-1, or fractions; the limit itself where a point is one. */
  values: number[];
  /** Errors in the unit of the values, towards smaller and towards larger ones. */
  statisticalBelow: number[];
  statisticalAbove: number[];
  systematicBelow: number[];
  systematicAbove: number[];
  /** The systematic error by component; none where the table gives its total only. */
  systematics: OwnSystematic[];
  isUpperLimit: boolean[];
  /** Confidence level of the upper limits, or null. */
  limitConfidence: number | null;
}

/** Most points of an own table. */
export const MAX_OWN_POINTS = 500;
/** Most characters of its label, experiment and names of components, of its reference and of a remark. */
export const MAX_OWN_NAME = 80;
export const MAX_OWN_TEXT = 300;
/** Most remarks. */
export const MAX_OWN_REMARKS = 12;

/** Columns with one number a point, and whether a number in it may be 0. */
export const OWN_COLUMNS = {
  energies_GeV: { mayVanish: false },
  binLow_GeV: { mayVanish: false },
  binHigh_GeV: { mayVanish: false },
  values: { mayVanish: false },
  statisticalBelow: { mayVanish: true },
  statisticalAbove: { mayVanish: true },
  systematicBelow: { mayVanish: true },
  systematicAbove: { mayVanish: true },
} as const satisfies Partial<Record<keyof OwnTable, { readonly mayVanish: boolean }>>;

/** What makes sense of one measured point. */
export interface PointNumbers {
  readonly low_GeV: number;
  readonly high_GeV: number;
  readonly mean_GeV: number;
  readonly value: number;
  /** Errors downwards and upwards. */
  readonly stat: readonly [lower: number, upper: number];
  readonly syst: readonly [lower: number, upper: number];
  readonly components: readonly number[];
  readonly isUpperLimit: boolean;
}

/** What is wrong with a measured point, as the rest of a sentence; null for a good one. */
export function faultOfPoint(point: PointNumbers): string | null {
  const { low_GeV, high_GeV, mean_GeV, value, stat, syst, components, isUpperLimit } = point;
  const inBin = low_GeV < high_GeV && low_GeV <= mean_GeV && mean_GeV <= high_GeV;
  const withoutBin = low_GeV === high_GeV && mean_GeV === low_GeV;
  if (!(low_GeV > 0 && Number.isFinite(high_GeV) && (inBin || withoutBin))) {
    return `mean energy ${mean_GeV} GeV and bin ${low_GeV} to ${high_GeV} GeV do not fit together; 0 < E_lo <= E_mean <= E_hi is needed.`;
  }
  if (!(value > 0 && Number.isFinite(value))) {
    return `the value is ${value}, but must be positive and finite; correct it.`;
  }
  const wrong = [...stat, ...syst, ...components].find((error) => !(error >= 0 && Number.isFinite(error)));
  if (wrong !== undefined) return `an error is ${wrong}, but must be zero or positive, and finite; correct it.`;
  if (!isUpperLimit && ([0, 1] as const).some((side) => stat[side] === 0 && syst[side] === 0)) {
    return 'both errors are 0; give at least one.';
  }
  return null;
}

/** One point of an own table. */
export function pointOfOwnTable(table: OwnTable, index: number): PointNumbers {
  const at = (column: readonly number[]) => column[index] as number;
  return {
    low_GeV: at(table.binLow_GeV),
    high_GeV: at(table.binHigh_GeV),
    mean_GeV: at(table.energies_GeV),
    value: at(table.values),
    stat: [at(table.statisticalBelow), at(table.statisticalAbove)],
    syst: [at(table.systematicBelow), at(table.systematicAbove)],
    components: table.systematics.map(({ errors }) => at(errors)),
    isUpperLimit: table.isUpperLimit[index] as boolean,
  };
}
