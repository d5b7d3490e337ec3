import type { TableId } from '../model/datasetIds.ts';
import type { MeasuredQuantity } from './measuredQuantities.ts';

/** Which measurement a table is. */
export interface DatasetDescription {
  readonly id: TableId;
  readonly label: string;
  readonly experiment: string;
  readonly reference: string;
  /** Empty where none is known. */
  readonly doi: string;
  readonly quantity: MeasuredQuantity;
  /** What one should know before using the table, a sentence each. */
  readonly remarks: readonly string[];
}

/** Errors downwards and upwards, in the unit of the values. */
export interface AsymmetricErrors {
  readonly statLower: Float64Array;
  readonly statUpper: Float64Array;
  readonly systLower: Float64Array;
  readonly systUpper: Float64Array;
}

/** The numbers of a measured table, one a point. */
export interface DatasetColumns {
  /** Edges of the bins, GeV; both are the energy of the point where a table has no bins. */
  readonly binLow_GeV: Float64Array;
  readonly binHigh_GeV: Float64Array;
  /** Where the point stands, GeV: the spectrally weighted mean energy of its bin, as published. */
  readonly meanEnergy_GeV: Float64Array;
  /** The measured value: a flux in GeV^-1 m^-2 s^-1 sr^-1 or a fraction; the limit itself where the point is one. */
  readonly flux: Float64Array;
  /** Errors in the unit of the values; where lower and upper ones differ, their mean. */
  readonly statError: Float64Array;
  /** Total systematic error, as published. */
  readonly systError: Float64Array;
  /** The two sides of the errors, or null where no point has different ones. */
  readonly asymmetric: AsymmetricErrors | null;
  /** The systematic error by component: several where a table has them, its total as one, none in a table without. */
  readonly systematics: readonly Float64Array[];
  /** Names of the components. */
  readonly systematicNames: readonly string[];
  /** Which points are upper limits, or null where none is. */
  readonly upperLimits: readonly boolean[] | null;
  /** Confidence level of the upper limits, 0.95 for instance; null where the table does not say it, or has none. */
  readonly limitConfidence: number | null;
}

/** One measured table. */
export interface Dataset extends DatasetDescription, DatasetColumns {}
