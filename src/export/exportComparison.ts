/** The model at the points of a data set: measured flux, errors, model with components, residuals in sigma. */
import type { Approximation, Comparison } from '../analysis/analysisTypes.ts';
import type { Dataset } from '../data/datasetTypes.ts';
import type { Scenario } from '../model/scenario.ts';
import { FLUX_SUFFIX, FLUX_UNIT } from './asciiUnits.ts';
import { csvText } from './csv.ts';
import { decimal } from './decimal.ts';
import { type ExportedFile, fileStem, textFile } from './exportedFile.ts';
import { jsonText } from './jsonText.ts';
import { provenance, provenanceLines } from './provenance.ts';
import { RELATIVE_ERROR_MEANING, relativeErrorColumn } from './relativeError.ts';

const TITLE = 'positron flux at Earth beside the data, with residuals';

export interface ComparisonContext {
  /** Address that reopens the scenario. */
  readonly link?: string | undefined;
  /** How far the approximations of the scenario are from the exact model. */
  readonly approximations?: readonly Approximation[] | undefined;
}

function numberColumns(comparison: Comparison, dataset: Dataset): (readonly [name: string, values: Float64Array])[] {
  const flux = (name: string, values: Float64Array) => [`${name}_${FLUX_SUFFIX}`, values] as const;
  return [
    ['energy_GeV', comparison.model.energies_GeV],
    ['bin_low_GeV', dataset.binLow_GeV],
    ['bin_high_GeV', dataset.binHigh_GeV],
    flux('measured', dataset.flux),
    flux('stat_error', dataset.statError),
    flux('syst_error', dataset.systError),
    flux('total', comparison.model.total),
    ...relativeErrorColumn(comparison.model).columns,
    ...comparison.model.components.map(({ name, flux: values }) => flux(name, values)),
    ['pull_sigma', comparison.pull],
  ];
}

/** One row per point; the last column says whether the point takes part in the fit (1) or not (0). */
export function exportComparisonCsv(
  scenario: Scenario,
  comparison: Comparison,
  dataset: Dataset,
  context: ComparisonContext = {},
): ExportedFile {
  const comments = [
    ...provenanceLines(TITLE, scenario, { ...context, datasets: [dataset], goodness: comparison.goodness }),
    `columns: kinetic energies in GeV; fluxes and their errors in ${FLUX_UNIT}; pull = (measured - total) / sigma, sigma^2 = stat^2 + syst^2`,
    ...relativeErrorColumn(comparison.model).comments,
  ];
  const columns = numberColumns(comparison, dataset);
  const rows = Array.from(comparison.model.energies_GeV, (energy, index) => [
    ...columns.map(([name, values]) => decimal(values[index] as number, `${name} at ${energy} GeV`)),
    comparison.inFit[index] === true ? '1' : '0',
  ]);
  const names = [...columns.map(([name]) => name), 'in_fit'];
  return textFile(fileStem(scenario.name, 'comparison'), 'csv', csvText(comments, names, rows));
}

/** The same numbers as one JSON document. */
export function exportComparisonJson(
  scenario: Scenario,
  comparison: Comparison,
  dataset: Dataset,
  context: ComparisonContext = {},
): ExportedFile {
  const { energies_GeV, total, components, relativeError } = comparison.model;
  const { binLow_GeV, binHigh_GeV, flux: measured, statError, systError } = dataset;
  const document = {
    format: 'geminga-comparison',
    version: 1,
    title: TITLE,
    ...provenance(scenario, { ...context, datasets: [dataset], goodness: comparison.goodness }),
    units: { energies_GeV: 'GeV', binLow_GeV: 'GeV', binHigh_GeV: 'GeV', fluxes: FLUX_UNIT, pull: 'sigma' },
    energies_GeV,
    binLow_GeV,
    binHigh_GeV,
    measured,
    statError,
    systError,
    total,
    components,
    ...(relativeError === null ? {} : { relativeError, relativeErrorMeaning: RELATIVE_ERROR_MEANING }),
    pull: comparison.pull,
    inFit: comparison.inFit,
  };
  return textFile(fileStem(scenario.name, 'comparison'), 'json', jsonText(document));
}
