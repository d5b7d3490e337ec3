/** The model at the points of a data set: measured flux, errors, model with components, residuals in sigma. */
import type { Comparison } from '../analysis/analysisTypes.ts';
import type { Dataset } from '../data/datasetTypes.ts';
import { MEASURED_QUANTITIES } from '../data/measuredQuantities.ts';
import type { Scenario } from '../model/scenario.ts';
import { measuredUnit } from './asciiUnits.ts';
import { csvText } from './csv.ts';
import { exportEcsv } from './ecsv.ts';
import { type ExportedFile, exportStem, textFile } from './exportedFile.ts';
import type { ExportContext, ResultContext } from './exportTypes.ts';
import { jsonText } from './jsonText.ts';
import { provenance, provenanceLines } from './provenance.ts';
import { RELATIVE_ERROR_MEANING, relativeErrorComments } from './relativeError.ts';
import { comparisonColumns } from './resultColumns.ts';
import { scenarioValues } from './scenarioLines.ts';

const FORMAT = 'geminga-comparison';
const PART = 'comparison';

const titleOf = ({ quantity }: Dataset) =>
  `${MEASURED_QUANTITIES[quantity].label} at Earth beside the data, with residuals`;

const fullContext = (context: ResultContext, dataset: Dataset, { goodness }: Comparison): ExportContext => ({
  ...context,
  datasets: [dataset],
  goodness,
});

/** One row per point; the last column says whether the point takes part in the fit (1) or not (0). */
export function exportComparisonCsv(
  scenario: Scenario,
  comparison: Comparison,
  dataset: Dataset,
  context: ResultContext = {},
): ExportedFile {
  const comments = [
    ...provenanceLines(titleOf(dataset), scenario, fullContext(context, dataset, comparison)),
    `columns: kinetic energies in GeV; values and their errors ${measuredUnit(dataset) === '' ? 'without unit' : `in ${measuredUnit(dataset)}`}; pull = (measured - expected) / sigma`,
    ...relativeErrorComments(comparison.model),
  ];
  const text = csvText(comments, comparisonColumns(comparison, dataset));
  return textFile(exportStem(scenario, PART, context.date), 'csv', text);
}

/** The same table as ECSV. */
export function exportComparisonEcsv(
  scenario: Scenario,
  comparison: Comparison,
  dataset: Dataset,
  context: ResultContext = {},
): ExportedFile {
  const columns = comparisonColumns(comparison, dataset);
  const meta = { quantity: dataset.quantity };
  const content = { format: FORMAT, title: titleOf(dataset), part: PART, columns, meta };
  return exportEcsv(scenario, content, fullContext(context, dataset, comparison));
}

/** The same numbers as one JSON document. */
export function exportComparisonJson(
  scenario: Scenario,
  comparison: Comparison,
  dataset: Dataset,
  context: ResultContext = {},
): ExportedFile {
  const { energies_GeV, total, components, relativeError } = comparison.model;
  const { binLow_GeV, binHigh_GeV, flux: measured, statError, systError, asymmetric, upperLimits } = dataset;
  const document = {
    format: FORMAT,
    version: 1,
    title: titleOf(dataset),
    quantity: dataset.quantity,
    ...provenance(scenario, fullContext(context, dataset, comparison)),
    units: { energies_GeV: 'GeV', binLow_GeV: 'GeV', binHigh_GeV: 'GeV', values: measuredUnit(dataset), pull: 'sigma' },
    energies_GeV,
    binLow_GeV,
    binHigh_GeV,
    measured,
    statError,
    systError,
    ...(asymmetric === null ? {} : { asymmetric }),
    ...(upperLimits === null ? {} : { upperLimits }),
    expected: comparison.expected,
    total,
    components,
    ...(relativeError === null ? {} : { relativeError, relativeErrorMeaning: RELATIVE_ERROR_MEANING }),
    pull: comparison.pull,
    inFit: comparison.inFit,
    scenarioValues: scenarioValues(scenario),
  };
  return textFile(exportStem(scenario, PART, context.date), 'json', jsonText(document));
}
