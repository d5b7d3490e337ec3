/** The words in and around the plot: in English unless the page brings others. Exports never bring others. */
import type { Dataset } from '../data/datasetTypes.ts';
import { MEASURED_QUANTITIES, type MeasuredQuantity } from '../data/measuredQuantities.ts';
import type { Series } from './series.ts';

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Sentences about the plot. */
export const englishPlotSentences = {
  /** Behind the name of a flux. */
  weighted: {
    E3: (flux: string) => `${flux} times energy cubed`,
    E2: (flux: string) => `${flux} times energy squared`,
    flux: (flux: string) => flux,
  },
  fractionAxis: 'positron fraction e⁺ / (e⁺ + e⁻)',

  electronsMeasured: (experiment: string, first_GeV: string, last_GeV: string) =>
    `Electrons as ${experiment} measured them, ${first_GeV} to ${last_GeV} GeV; nothing beyond.`,
  notFitted: 'Not fitted: residuals in the table’s own errors.',
  skippedPoints: (count: number) =>
    count === 1
      ? '1 point at or below zero has no place on the log axis'
      : `${count} points at or below zero have no place on the log axis`,

  title: (axis: string, table: string) => `${capitalised(axis)}, ${table} and model`,
  points: (count: number, first_GeV: string, last_GeV: string) =>
    `${count} points from ${first_GeV} to ${last_GeV} GeV with error bars.`,
  noCurve: 'No model curve yet.',
  inFit: (near: number, points: number, low_GeV: string, high_GeV: string, chi2: string, degreesOfFreedom: number) =>
    `The total curve passes within two standard deviations of ${near} of the ${points} points in the fit range, ` +
    `${low_GeV} to ${high_GeV} GeV; chi squared is ${chi2} for ${degreesOfFreedom} degrees of freedom.`,
  notInFit: (near: number, points: number, chi2: string) =>
    `The total curve passes within two standard deviations of ${near} of the ${points} points that can be compared; ` +
    `chi squared is ${chi2}. The table is not in the fit.`,
  strongest: (source: string, percent: number, arePositrons: boolean) =>
    `${source} carries ${percent} percent${arePositrons ? '' : ' of the positrons'} at 100 GeV.`,
  everyNumber: 'The data table gives every number.',
};
export type PlotSentences = typeof englishPlotSentences;

/** Sentences, and the names that stand in them. */
export interface PlotWords extends PlotSentences {
  readonly quantity: (measured: MeasuredQuantity) => string;
  readonly table: (dataset: Pick<Dataset, 'id' | 'label'>) => string;
  readonly component: (series: Pick<Series, 'kind' | 'name'>) => string;
}

export const englishPlotWords: PlotWords = {
  ...englishPlotSentences,
  quantity: (measured) => MEASURED_QUANTITIES[measured].label,
  table: ({ label }) => label,
  component: ({ name }) => name,
};
