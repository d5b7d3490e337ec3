import type { DatasetId } from '../model/datasetIds.ts';

/** One measured table: a flux in bins of energy with statistical and systematic errors. */
export interface Dataset {
  readonly id: DatasetId | 'user';
  readonly label: string;
  readonly experiment: string;
  readonly reference: string;
  readonly doi: string;
  /** What the flux counts; every table so far holds positrons. */
  readonly quantity: 'positron flux';
  readonly binLow_GeV: Float64Array;
  readonly binHigh_GeV: Float64Array;
  /** Spectrally weighted mean energy of the bin, as published, GeV. */
  readonly meanEnergy_GeV: Float64Array;
  /** GeV^-1 m^-2 s^-1 sr^-1, as are the errors. */
  readonly flux: Float64Array;
  readonly statError: Float64Array;
  readonly systError: Float64Array;
}
