/** Profiles and contours of a fit as files. */
import type { ContourReport, ProfileReport } from '../analysis/inferenceTypes.ts';
import type { Scenario } from '../model/scenario.ts';
import { unitOf } from './asciiUnits.ts';
import { csvText } from './csv.ts';
import { decimal } from './decimal.ts';
import { type ExportedFile, exportStem, textFile } from './exportedFile.ts';
import type { ExportContext } from './exportTypes.ts';
import { jsonText } from './jsonText.ts';
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
  const rows = parameters.flatMap(({ path, curve }) =>
    Array.from(curve.values, (value, k) => ({ path, value, deltaChi2: curve.deltaChi2[k] ?? null })),
  );
  const text = csvText(comments, [
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
  ]);
  return textFile(exportStem(scenario, 'profiles', context.date), 'csv', text);
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
    findings,
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
  const rows = contours.flatMap(({ probability, deltaChi2, lines }) =>
    lines.flatMap((line, number) => line.map((point) => ({ probability, deltaChi2, number, point }))),
  );
  const text = csvText(comments, [
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
  ]);
  return textFile(exportStem(scenario, 'contour', context.date), 'csv', text);
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
