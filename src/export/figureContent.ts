/** What a figure shows, whatever draws it. */
import type { Comparison } from '../analysis/analysisTypes.ts';
import type { Dataset } from '../data/datasetTypes.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Quantity } from '../plot/quantity.ts';
import type { PredictedSpectrum } from '../predict/spectrumTypes.ts';
import type { ExportContext, SpectrumBand } from './exportTypes.ts';
import type { JournalWidth } from './figureLayout.ts';

export interface FigureContent {
  readonly scenario: Scenario;
  /** Rising energies. */
  readonly curve: PredictedSpectrum;
  readonly bands?: readonly SpectrumBand[] | undefined;
  /** Tables, each with the model at its points if there is one; only positron fluxes are drawn. */
  readonly data: readonly { readonly dataset: Dataset; readonly comparison: Comparison | null }[];
  readonly quantity?: Quantity | undefined;
  readonly width_mm?: JournalWidth | undefined;
}

/** What stands beside a figure: its own data and chi-squared, unless others are given. */
export function figureContext({ data }: FigureContent, context: ExportContext): ExportContext {
  const comparison = data[0]?.comparison ?? null;
  return {
    datasets: data.map(({ dataset }) => dataset),
    ...(comparison === null ? {} : { goodness: comparison.goodness }),
    ...context,
  };
}
