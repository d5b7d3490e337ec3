/** The result of a fit as files: words, a table of the parameters, a JSON document. */
import type { Approximation, FitReport } from '../analysis/analysisTypes.ts';
import type { Dataset } from '../data/datasetTypes.ts';
import { csvText } from './csv.ts';
import { decimal } from './decimal.ts';
import { type ExportedFile, fileStem, textFile } from './exportedFile.ts';
import { fitReportInWords, unitOf } from './fitReportText.ts';
import { jsonText } from './jsonText.ts';
import { provenance, provenanceLines } from './provenance.ts';

export interface FitReportContext {
  /** Address that reopens the fitted scenario. */
  readonly link?: string | undefined;
  /** How far the approximations of the fitted scenario are from the exact model. */
  readonly approximations?: readonly Approximation[] | undefined;
}

/** The report in words. */
export function exportFitReportText(report: FitReport, dataset: Dataset, context: FitReportContext = {}): ExportedFile {
  return textFile(
    fileStem(report.scenario.name, 'fit'),
    'txt',
    fitReportInWords(report, dataset, context.approximations),
  );
}

/** One row per free parameter: path, unit, value, error, start, bounds, and its correlation with every other. */
export function exportFitReportCsv(report: FitReport, dataset: Dataset, context: FitReportContext = {}): ExportedFile {
  const { scenario, parameters, errorsFor, correlation } = report;
  const comments = [
    ...provenanceLines('best fit', scenario, { ...context, datasets: [dataset], goodness: report.goodness }),
    `fit range: ${decimal(report.energyRange_GeV[0], 'fit range')} to ${decimal(report.energyRange_GeV[1], 'fit range')} GeV`,
    `fit: ${report.valid ? 'valid' : 'NOT VALID'}: ${report.verdict}`,
    ...report.findings.map(({ state, text }) => `fit, ${state}: ${text}`),
    'columns: value, error (standard error from the Hessian of chi2, empty where none exists), start and bounds in the unit of the row',
  ];
  const columns = [
    'path',
    'unit',
    'value',
    'error',
    'start',
    'lower',
    'upper',
    'at_bound',
    ...errorsFor.map((path) => `correlation with ${path}`),
  ];
  const rows = parameters.map(({ path, value, error, start, lower, upper, atBound }) => {
    const row = correlation[errorsFor.indexOf(path)];
    return [
      path,
      unitOf(scenario, path),
      decimal(value, path),
      error === null ? '' : decimal(error, `error of ${path}`),
      decimal(start, `start of ${path}`),
      decimal(lower, `lower bound of ${path}`),
      decimal(upper, `upper bound of ${path}`),
      atBound ?? '',
      ...errorsFor.map((other, index) =>
        row === undefined ? '' : decimal(row[index] as number, `correlation of ${path} and ${other}`),
      ),
    ];
  });
  return textFile(fileStem(scenario.name, 'fit'), 'csv', csvText(comments, columns, rows));
}

/** Everything that the fit found, as one JSON document. */
export function exportFitReportJson(report: FitReport, dataset: Dataset, context: FitReportContext = {}): ExportedFile {
  const { scenario, goodness, parameters, dataset: _, elapsed_ms: __, ...rest } = report;
  const document = {
    format: 'geminga-fit',
    version: 1,
    ...provenance(scenario, { ...context, datasets: [dataset], goodness }),
    parameters: parameters.map((parameter) => ({ ...parameter, unit: unitOf(scenario, parameter.path) })),
    ...rest,
  };
  return textFile(fileStem(scenario.name, 'fit'), 'json', jsonText(document));
}
