/** What a posterior says, as files: parameters, bands of the spectrum, and the whole in words. */
import type { PosteriorBands, PosteriorReport } from '../analysis/inferenceTypes.ts';
import { priorInWords } from '../analysis/priors.ts';
import type { Scenario } from '../model/scenario.ts';
import { FLUX_SUFFIX, FLUX_UNIT, unitOf } from './asciiUnits.ts';
import { csvText } from './csv.ts';
import { exportEcsv } from './ecsv.ts';
import { type ExportedFile, exportStem, textFile } from './exportedFile.ts';
import type { ExportContext } from './exportTypes.ts';
import { jsonText } from './jsonText.ts';
import { short } from './measuredValue.ts';
import { PROGRAM_TEXT } from './program.ts';
import { dayLines, provenance, provenanceLines, scenarioBlock } from './provenance.ts';
import type { Column } from './tableColumns.ts';

const SUMMARY_TITLE = 'posterior of the free parameters';
const BAND_TITLE = 'positron flux at Earth: bands of the posterior';

/** `prior of sources[Geminga].efficiency: even from 0 to 1000 (by default)`, a line each. */
export function priorLines(scenario: Scenario, { priors }: Pick<PosteriorReport, 'priors'>): string[] {
  return priors.map((prior) => `prior of ${prior.path}: ${priorInWords(scenario, prior)}`);
}

/** What is known of a run, for the head of a chain. */
export function runFacts(
  scenario: Scenario,
  report: PosteriorReport,
  seed: number,
): Readonly<Record<string, string | number | boolean>> {
  return {
    seed,
    walkers: report.walkers,
    steps: report.steps,
    burn_in_steps: report.check.burnIn,
    acceptance: report.acceptance,
    converged: report.converged,
    words: report.words,
    ...Object.fromEntries(report.priors.map((prior) => [`prior of ${prior.path}`, priorInWords(scenario, prior)])),
  };
}

const pure = (name: string, values: readonly (number | null)[], description: string): Column => ({
  kind: 'number',
  name,
  csvName: name,
  unit: '',
  description,
  values,
});
const words = (name: string, values: readonly string[], description: string): Column => ({
  kind: 'text',
  name,
  csvName: name,
  unit: '',
  description,
  values,
});

/** A path has its unit, an energy scale none. */
const unitOfName = (scenario: Scenario, name: string) =>
  scenario.fit.free.includes(name) ? unitOf(scenario, name) : '';

function summaryColumns(scenario: Scenario, { parameters, correlation }: PosteriorReport): Column[] {
  const numbers = (name: string, description: string, pick: (one: (typeof parameters)[number]) => number | null) =>
    pure(name, parameters.map(pick), description);
  return [
    words(
      'path',
      parameters.map(({ name }) => name),
      'place of the parameter in the scenario',
    ),
    words(
      'unit',
      parameters.map(({ name }) => unitOfName(scenario, name)),
      'unit of the row; empty for a pure number',
    ),
    numbers('mean', 'mean', ({ mean }) => mean),
    numbers('standard_deviation', 'standard deviation', ({ standardDeviation }) => standardDeviation),
    numbers('median', 'median', ({ median }) => median),
    numbers('quantile_16', 'value below which 16 % lie', ({ lower }) => lower),
    numbers('quantile_84', 'value below which 84 % lie', ({ upper }) => upper),
    numbers('autocorrelation_time', 'steps after which a walker is independent', (one) => one.autocorrelationTime),
    numbers('split_r_hat', 'potential scale reduction of split walkers', ({ splitRHat }) => splitRHat),
    ...parameters.map(({ name }, column) =>
      pure(
        `correlation with ${name}`,
        parameters.map((_, row) => correlation[row]?.[column] ?? null),
        `correlation with ${name}`,
      ),
    ),
  ];
}

const marked = (report: PosteriorReport) =>
  `posterior: ${report.converged ? 'converged' : 'NOT CONVERGED'}: ${report.words}`;

/** One row per parameter: mean, quantiles, autocorrelation time, correlations. */
export function exportPosteriorCsv(
  scenario: Scenario,
  report: PosteriorReport,
  seed: number,
  context: ExportContext = {},
): ExportedFile {
  const comments = [
    ...provenanceLines(SUMMARY_TITLE, scenario, context),
    marked(report),
    ...Object.entries(runFacts(scenario, report, seed)).map(([key, value]) => `run, ${key}: ${value}`),
  ];
  const text = csvText(comments, summaryColumns(scenario, report));
  return textFile(exportStem(scenario, 'posterior', context.date), 'csv', text);
}

/** The same table as ECSV. */
export function exportPosteriorEcsv(
  scenario: Scenario,
  report: PosteriorReport,
  seed: number,
  context: ExportContext = {},
): ExportedFile {
  const content = {
    format: 'geminga-posterior',
    title: SUMMARY_TITLE,
    part: 'posterior',
    columns: summaryColumns(scenario, report),
    meta: { run: runFacts(scenario, report, seed) },
  };
  return exportEcsv(scenario, content, context);
}

/** Everything that the run says, as one JSON document. */
export function exportPosteriorJson(
  scenario: Scenario,
  report: PosteriorReport,
  seed: number,
  context: ExportContext = {},
): ExportedFile {
  const { parameters, priors, ...rest } = report;
  const document = {
    format: 'geminga-posterior',
    version: 1,
    title: SUMMARY_TITLE,
    ...provenance(scenario, context),
    seed,
    parameters: parameters.map((parameter) => ({ ...parameter, unit: unitOfName(scenario, parameter.name) })),
    priors: priors.map((prior) => ({ ...prior, words: priorInWords(scenario, prior) })),
    ...rest,
  };
  return textFile(exportStem(scenario, 'posterior', context.date), 'json', jsonText(document));
}

function bandColumns({ energies_GeV, parts, total, components }: PosteriorBands): Column[] {
  const percent = (part: number) => `${Number((100 * part).toPrecision(4))}`;
  const flux = (name: string, values: Float64Array, description: string): Column => ({
    kind: 'number',
    name,
    csvName: `${name}_${FLUX_SUFFIX}`,
    unit: FLUX_UNIT,
    description,
    values,
  });
  const energy: Column = {
    kind: 'number',
    name: 'energy',
    csvName: 'energy_GeV',
    unit: 'GeV',
    description: 'kinetic energy at Earth',
    values: energies_GeV,
  };
  return [
    energy,
    ...[total, ...components].flatMap(({ name, quantiles }) =>
      quantiles.map((values, k) =>
        flux(
          `${name} ${percent(parts[k] as number)} %`,
          values,
          `flux below which ${percent(parts[k] as number)} % of the posterior lie: ${name}`,
        ),
      ),
    ),
  ];
}

/** One row per energy, a column per quantile of the total and of every component. */
export function exportBandsCsv(scenario: Scenario, bands: PosteriorBands, context: ExportContext = {}): ExportedFile {
  const comments = [...provenanceLines(BAND_TITLE, scenario, context), `spectra behind the bands: ${bands.draws}`];
  return textFile(exportStem(scenario, 'bands', context.date), 'csv', csvText(comments, bandColumns(bands)));
}

/** The same table as ECSV. */
export function exportBandsEcsv(scenario: Scenario, bands: PosteriorBands, context: ExportContext = {}): ExportedFile {
  const content = {
    format: 'geminga-bands',
    title: BAND_TITLE,
    part: 'bands',
    columns: bandColumns(bands),
    meta: { draws: bands.draws },
  };
  return exportEcsv(scenario, content, context);
}

/** The same numbers as one JSON document. */
export function exportBandsJson(scenario: Scenario, bands: PosteriorBands, context: ExportContext = {}): ExportedFile {
  const document = {
    format: 'geminga-bands',
    version: 1,
    title: BAND_TITLE,
    ...provenance(scenario, context),
    units: { energies_GeV: 'GeV', quantiles: FLUX_UNIT },
    ...bands,
  };
  return textFile(exportStem(scenario, 'bands', context.date), 'json', jsonText(document));
}

/** The posterior in words, for a terminal or a text file. */
export function posteriorInWords(scenario: Scenario, report: PosteriorReport): string {
  const rows = report.parameters.map(({ name, median, lower, upper }) => {
    const unit = unitOfName(scenario, name);
    const value = `${short(median)} -${short(median - lower, 3)} +${short(upper - median, 3)}`;
    return `  ${name}: ${value}${unit === '' ? '' : ` ${unit}`}`;
  });
  const lines = [
    `Posterior of "${scenario.name}"`,
    '',
    `${report.converged ? 'CONVERGED' : 'NOT CONVERGED'}: ${report.words}`,
    `${report.walkers} walkers, acceptance ${short(report.acceptance, 3)}, ${report.check.burnIn} steps of burn-in left out, ${report.draws} draws per parameter`,
    '',
    'Medians with 16 and 84 % quantiles',
    ...rows,
    '',
    'Priors',
    ...priorLines(scenario, report).map((line) => `  ${line}`),
    '',
    PROGRAM_TEXT,
  ];
  return `${lines.join('\n')}\n`;
}

/** The posterior in words, and below it the scenario. */
export function exportPosteriorText(
  scenario: Scenario,
  report: PosteriorReport,
  context: ExportContext = {},
): ExportedFile {
  const below = [...dayLines(context), ...scenarioBlock(scenario, context)];
  const text = `${posteriorInWords(scenario, report)}\n${below.join('\n')}\n`;
  return textFile(exportStem(scenario, 'posterior', context.date), 'txt', text);
}
