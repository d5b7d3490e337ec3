import type { Comparison, Evaluation } from '../analysis/analysisTypes.ts';
import type { Dataset } from '../data/datasetTypes.ts';
import { type Quantity, weightFlux } from './quantity.ts';

/** One measured bin in the units of the vertical axis. */
export interface DataPoint {
  readonly binLow_GeV: number;
  readonly binHigh_GeV: number;
  readonly energy_GeV: number;
  readonly value: number;
  readonly statError: number;
  readonly systError: number;
  /** Statistical and systematic error in quadrature. */
  readonly error: number;
}

/** The bins of a data set, weighted by the energy at which they stand. */
export function dataPoints(dataset: Dataset, quantity: Quantity): DataPoint[] {
  return Array.from(dataset.flux, (flux, index) => {
    const energy_GeV = dataset.meanEnergy_GeV[index] ?? Number.NaN;
    const statError = weightFlux(quantity, energy_GeV, dataset.statError[index] ?? 0);
    const systError = weightFlux(quantity, energy_GeV, dataset.systError[index] ?? 0);
    return {
      binLow_GeV: dataset.binLow_GeV[index] ?? Number.NaN,
      binHigh_GeV: dataset.binHigh_GeV[index] ?? Number.NaN,
      energy_GeV,
      value: weightFlux(quantity, energy_GeV, flux),
      statError,
      systError,
      error: Math.hypot(statError, systError),
    };
  });
}

/** The comparison with exactly these points; null while an evaluation still belongs to another data set. */
export function comparisonWith(evaluation: Evaluation | null, dataset: Dataset): Comparison | null {
  const comparison = evaluation?.comparison ?? null;
  if (comparison === null || comparison.pull.length !== dataset.flux.length) return null;
  return comparison.dataset === dataset.id ? comparison : null;
}
