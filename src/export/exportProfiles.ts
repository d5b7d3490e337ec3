/** Profiles and contours of a fit as files. */
import type { ContourReport, ProfileReport } from '../analysis/inferenceTypes.ts';
import type { Scenario } from '../model/scenario.ts';
import { astropyUnit, unitOf } from './asciiUnits.ts';
import { csvText } from './csv.ts';
import { decimal } from './decimal.ts';
import { exportEcsv } from './ecsv.ts';
import { type ExportedFile, exportStem, textFile } from './exportedFile.ts';
import type { ExportContext } from './exportTypes.ts';
import { jsonText } from './jsonText.ts';
import { plainFindings } from './plainFindings.ts';
import { provenance, provenanceLines } from './provenance.ts';
import type { Column } from './tableColumns.ts';

const PROFILE_TITLE = 'profile likelihood of the free parameters';
const CONTOUR_TITLE = 'regions of two parameters by probability';

const numbers = (name: string, values: readonly (number | null)[]): Column => ({
  kind: 'number',
  name,
  csvName: name,
  unit: '',
  description: name,
  values,
});
const words = (name: string, values: readonly string[]): Column => ({
  kind: 'text',
  name,
  csvName: name,
  unit: '',
  description: name,
  values,
});

const errorText = (error: number | null, place: string) => (error === null ? 'none' : decimal(error, place));
const unitText = (scenario: Scenario, path: string) => unitOf(scenario, path) || 'a pure number';

/** One row per place of every curve. */
function profileColumns(parameters: ProfileReport['parameters']): Column[] {
  const rows = parameters.flatMap(({ path, curve }) =>
    Array.from(curve.values, (value, k) => ({ path, value, deltaChi2: curve.deltaChi2[k] ?? null })),
  );
  return [
    words(
      'path',
      rows.map(({ path }) => path),
    ),
    numbers(
      'value',
      rows.map(({ value }) => value),
    ),
    numbers(
      'delta_chi2',
      rows.map(({ deltaChi2 }) => deltaChi2),
    ),
  ];
}

/** One row per point of every closed line. */
function contourColumns({ paths, contours }: Pick<ContourReport, 'paths' | 'contours'>): Column[] {
  const rows = contours.flatMap(({ probability, deltaChi2, lines }) =>
    lines.flatMap((line, number) => line.map((point) => ({ probability, deltaChi2, number, point }))),
  );
  return [
    numbers(
      'probability',
      rows.map(({ probability }) => probability),
    ),
    numbers(
      'delta_chi2',
      rows.map(({ deltaChi2 }) => deltaChi2),
    ),
    numbers(
      'line',
      rows.map(({ number }) => number),
    ),
    ...paths.map((path, k) =>
      numbers(
        path,
        rows.map(({ point }) => point[k] as number),
      ),
    ),
  ];
}

/** One row per place of every curve; best values and asymmetric errors stand in the head. */
export function exportProfilesCsv(
  scenario: Scenario,
  { parameters, findings }: ProfileReport,
  context: ExportContext = {},
): ExportedFile {
  const comments = [
    ...provenanceLines(PROFILE_TITLE, scenario, context),
    ...findings.map(({ state, text }) => `profile, ${state}: ${text}`),
    ...parameters.map(
      ({ path, value, errorBelow, errorAbove }) =>
        `${path}: ${decimal(value, path)}, error below ${errorText(errorBelow, path)}, above ${errorText(errorAbove, path)}, ${unitText(scenario, path)}`,
    ),
    'columns: path and value of the profiled parameter, delta_chi2 = chi2 minimised over the others less its minimum',
  ];
  const text = csvText(comments, profileColumns(parameters));
  return textFile(exportStem(scenario, 'profiles', context.date), 'csv', text);
}

/** The same table as ECSV, the errors in its head. */
export function exportProfilesEcsv(
  scenario: Scenario,
  { parameters, findings }: ProfileReport,
  context: ExportContext = {},
): ExportedFile {
  const errors = parameters.map(({ path, value, errorBelow, errorAbove }) => ({
    path,
    value,
    errorBelow,
    errorAbove,
    unit: astropyUnit(unitOf(scenario, path)),
  }));
  const content = {
    format: 'geminga-profiles',
    title: PROFILE_TITLE,
    part: 'profiles',
    columns: profileColumns(parameters),
    meta: { errors, findings: plainFindings(findings) },
  };
  return exportEcsv(scenario, content, context);
}

/** The same as one JSON document. */
export function exportProfilesJson(
  scenario: Scenario,
  { parameters, findings, deeper }: ProfileReport,
  context: ExportContext = {},
): ExportedFile {
  const document = {
    format: 'geminga-profiles',
    version: 1,
    title: PROFILE_TITLE,
    ...provenance(scenario, context),
    findings: plainFindings(findings),
    parameters: parameters.map(({ findings: _, deeper: __, ...profile }) => ({
      ...profile,
      unit: unitOf(scenario, profile.path),
    })),
    deeper,
  };
  return textFile(exportStem(scenario, 'profiles', context.date), 'json', jsonText(document));
}

/** One row per point of every closed line. */
export function exportContourCsv(
  scenario: Scenario,
  { paths, best, contours, findings }: ContourReport,
  context: ExportContext = {},
): ExportedFile {
  const comments = [
    ...provenanceLines(CONTOUR_TITLE, scenario, context),
    ...findings.map(({ state, text }) => `contour, ${state}: ${text}`),
    ...paths.map(
      (path, k) => `column ${path}: ${unitText(scenario, path)}, best value ${decimal(best[k] as number, path)}`,
    ),
    'columns: probability of two parameters, rise of chi2, number of the closed line, its points in order',
  ];
  const text = csvText(comments, contourColumns({ paths, contours }));
  return textFile(exportStem(scenario, 'contour', context.date), 'csv', text);
}

/** The same table as ECSV. */
export function exportContourEcsv(
  scenario: Scenario,
  contour: ContourReport,
  context: ExportContext = {},
): ExportedFile {
  const { paths, best, findings } = contour;
  const content = {
    format: 'geminga-contour',
    title: CONTOUR_TITLE,
    part: 'contour',
    columns: contourColumns(contour).map((column) =>
      paths.includes(column.name) ? { ...column, unit: unitOf(scenario, column.name) } : column,
    ),
    meta: { paths, best, findings: plainFindings(findings) },
  };
  return exportEcsv(scenario, content, context);
}

/** The same as one JSON document. */
export function exportContourJson(
  scenario: Scenario,
  contour: ContourReport,
  context: ExportContext = {},
): ExportedFile {
  const document = {
    format: 'geminga-contour',
    version: 1,
    title: CONTOUR_TITLE,
    ...provenance(scenario, context),
    units: contour.paths.map((path) => unitOf(scenario, path)),
    ...contour,
  };
  return textFile(exportStem(scenario, 'contour', context.date), 'json', jsonText(document));
}
