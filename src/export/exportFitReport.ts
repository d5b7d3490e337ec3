/** The result of a fit as files: words, a table of the parameters, a JSON document. */
import type { FitReport } from '../analysis/analysisTypes.ts';
import type { Dataset } from '../data/datasetTypes.ts';
import { astropyUnit, unitOf } from './asciiUnits.ts';
import { csvText } from './csv.ts';
import { decimal } from './decimal.ts';
import { exportEcsv } from './ecsv.ts';
import { errorsInWords } from './errorsText.ts';
import { type ExportedFile, exportStem, textFile } from './exportedFile.ts';
import type { ExportContext, ResultContext } from './exportTypes.ts';
import { fitReportInWords } from './fitReportText.ts';
import { jsonText } from './jsonText.ts';
import { plainFindings } from './plainFindings.ts';
import { dayLines, provenance, provenanceLines, scenarioBlock } from './provenance.ts';
import { fitColumns } from './resultColumns.ts';
import { scenarioValues } from './scenarioLines.ts';

const TITLE = 'best fit';
const FORMAT = 'geminga-fit';
const PART = 'fit';

const fullContext = (context: ResultContext, dataset: Dataset, { goodness }: FitReport): ExportContext => ({
  ...context,
  datasets: context.datasets ?? [dataset],
  goodness,
});

/** Infinite where the second derivatives give no distance: a file says null. */
const finiteOrNull = (value: number) => (Number.isFinite(value) ? value : null);

/** The report in words, and below it the scenario. */
export function exportFitReportText(report: FitReport, dataset: Dataset, context: ResultContext = {}): ExportedFile {
  const { scenario } = report;
  const words = fitReportInWords(report, dataset, context.approximations);
  const below = [...dayLines(context), ...scenarioBlock(scenario, context)];
  return textFile(exportStem(scenario, PART, context.date), 'txt', `${words}\n${below.join('\n')}\n`);
}

/** One row per free parameter: path, unit, value, error, start, bounds, and its correlation with every other. */
export function exportFitReportCsv(report: FitReport, dataset: Dataset, context: ResultContext = {}): ExportedFile {
  const { scenario } = report;
  const comments = [
    ...provenanceLines(TITLE, scenario, fullContext(context, dataset, report)),
    `fit range: ${decimal(report.energyRange_GeV[0], 'fit range')} to ${decimal(report.energyRange_GeV[1], 'fit range')} GeV`,
    `fit: ${report.valid ? 'valid' : 'NOT VALID'}: ${report.verdict}`,
    ...report.findings.map(({ state, text }) => `fit, ${state}: ${text}`),
    `errors of the data: ${errorsInWords(scenario, dataset)}`,
    'columns: value, error (standard error from the Hessian of chi2, empty where none exists), start and bounds in the unit of the row',
  ];
  const text = csvText(
    comments,
    fitColumns(report, (ascii) => ascii),
  );
  return textFile(exportStem(scenario, PART, context.date), 'csv', text);
}

/** What stands in columns or in entries of their own, or depends on the machine. */
const ELSEWHERE: readonly string[] = [
  'scenario',
  'goodness',
  'findings',
  'parameters',
  'errorsFor',
  'correlation',
  'covariance',
  'shares',
  'budgets',
  'dataset',
  'elapsed_ms',
] satisfies (keyof FitReport)[];

/** The same table as ECSV, everything else that the fit found in its head; every unit as astropy reads it. */
export function exportFitReportEcsv(report: FitReport, dataset: Dataset, context: ResultContext = {}): ExportedFile {
  const { scenario, findings } = report;
  const fit = Object.fromEntries(Object.entries(report).filter(([key]) => !ELSEWHERE.includes(key)));
  const content = {
    format: FORMAT,
    title: TITLE,
    part: PART,
    columns: fitColumns(report, astropyUnit),
    meta: {
      fit: { ...fit, estimatedDistance: finiteOrNull(report.estimatedDistance) },
      errorsOfData: errorsInWords(scenario, dataset),
      findings: plainFindings(findings),
    },
  };
  return exportEcsv(scenario, content, fullContext(context, dataset, report));
}

/** Everything that the fit found, as one JSON document. */
export function exportFitReportJson(report: FitReport, dataset: Dataset, context: ResultContext = {}): ExportedFile {
  const { scenario, goodness: _, parameters, dataset: __, elapsed_ms: ___, ...rest } = report;
  const document = {
    format: FORMAT,
    version: 1,
    ...provenance(scenario, fullContext(context, dataset, report)),
    parameters: parameters.map((parameter) => ({ ...parameter, unit: unitOf(scenario, parameter.path) })),
    ...rest,
    findings: plainFindings(report.findings),
    errorsOfData: errorsInWords(scenario, dataset),
    estimatedDistance: finiteOrNull(report.estimatedDistance),
    scenarioValues: scenarioValues(scenario),
  };
  return textFile(exportStem(scenario, PART, context.date), 'json', jsonText(document));
}
