import type { Comparison } from '../analysis/analysisTypes.ts';
import type { DataPoint } from './dataPoints.ts';
import { binText, energyText, measurementText, signedText, significantText } from './numberText.ts';
import { type Quantity, weightFlux } from './quantity.ts';

/** One bin in words and numbers, for the table and for the card at the cursor. */
export interface BinRow {
  readonly bin: string;
  readonly meanEnergy_GeV: string;
  /** Value ± statistical ± systematic error. */
  readonly data: string;
  /** Null without a prediction for these points, or for this one. */
  readonly total: string | null;
  readonly components: readonly string[];
  readonly pull: string | null;
  readonly isInFit: boolean;
}

/** One bin as text; the prediction is left out while there is none for these points. */
export function binRow(point: DataPoint, index: number, quantity: Quantity, comparison: Comparison | null): BinRow {
  const weighted = (flux: Float64Array) => {
    const value = flux[index] ?? Number.NaN;
    return Number.isFinite(value) ? significantText(weightFlux(quantity, point.energy_GeV, value), 3) : null;
  };
  const pull = comparison?.pull[index] ?? Number.NaN;
  return {
    bin: binText(point.binLow_GeV, point.binHigh_GeV),
    meanEnergy_GeV: energyText(point.energy_GeV),
    data: measurementText(point.value, [point.statError, point.systError]),
    total: comparison === null ? null : weighted(comparison.model.total),
    components: comparison === null ? [] : comparison.model.components.map(({ flux }) => weighted(flux) ?? '–'),
    pull: Number.isFinite(pull) ? signedText(pull, 1) : null,
    isInFit: comparison?.inFit[index] === true,
  };
}
