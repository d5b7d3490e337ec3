/** A measured table alone, as it stands in the comparisons: bins, values, errors, nothing of a model. */
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
import { measuredColumns } from './resultColumns.ts';
import { scenarioValues } from './scenarioLines.ts';

const FORMAT = 'geminga-data';
const PART = 'data';

const titleOf = ({ label, quantity }: Dataset) => `${label}: measured ${MEASURED_QUANTITIES[quantity].label}`;
const contextOf = (context: ResultContext, dataset: Dataset): ExportContext => ({ ...context, datasets: [dataset] });

/** One row per point: mean energy, bin, value, errors. */
export function exportDataCsv(scenario: Scenario, dataset: Dataset, context: ResultContext = {}): ExportedFile {
  const unit = measuredUnit(dataset);
  const comments = [
    ...provenanceLines(titleOf(dataset), scenario, contextOf(context, dataset)),
    `columns: kinetic energies in GeV; values and their errors ${unit === '' ? 'without unit' : `in ${unit}`}`,
  ];
  const text = csvText(comments, measuredColumns(dataset));
  return textFile(exportStem(scenario, PART, context.date), 'csv', text);
}

/** The same table as ECSV. */
export function exportDataEcsv(scenario: Scenario, dataset: Dataset, context: ResultContext = {}): ExportedFile {
  const content = {
    format: FORMAT,
    title: titleOf(dataset),
    part: PART,
    columns: measuredColumns(dataset),
    meta: { quantity: dataset.quantity },
  };
  return exportEcsv(scenario, content, contextOf(context, dataset));
}

/** The same numbers as one JSON document. */
export function exportDataJson(scenario: Scenario, dataset: Dataset, context: ResultContext = {}): ExportedFile {
  const { meanEnergy_GeV, binLow_GeV, binHigh_GeV, flux, statError, systError, asymmetric, upperLimits } = dataset;
  const document = {
    format: FORMAT,
    version: 1,
    title: titleOf(dataset),
    quantity: dataset.quantity,
    ...provenance(scenario, contextOf(context, dataset)),
    units: { energies_GeV: 'GeV', binLow_GeV: 'GeV', binHigh_GeV: 'GeV', values: measuredUnit(dataset) },
    energies_GeV: meanEnergy_GeV,
    binLow_GeV,
    binHigh_GeV,
    measured: flux,
    statError,
    systError,
    ...(asymmetric === null ? {} : { asymmetric }),
    ...(upperLimits === null ? {} : { upperLimits }),
    scenarioValues: scenarioValues(scenario),
  };
  return textFile(exportStem(scenario, PART, context.date), 'json', jsonText(document));
}
