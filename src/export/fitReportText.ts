/** A fit in words and small tables, for a terminal or a text file. */
import type {
  Approximation,
  EnergyBudget,
  Finding,
  FitReport,
  FittedParameter,
  ShareReadout,
} from '../analysis/analysisTypes.ts';
import type { Dataset } from '../data/datasetTypes.ts';
import type { Scenario } from '../model/scenario.ts';
import { approximationNotes } from './approximationText.ts';
import { unitOf } from './asciiUnits.ts';
import { errorsInWords } from './errorsText.ts';
import { measuredText, short } from './measuredValue.ts';
import { PROGRAM_TEXT } from './program.ts';
import { datasetText, goodnessText } from './provenance.ts';

const SIGN: Readonly<Record<Finding['state'], string>> = { good: 'ok ', warn: '!  ', bad: 'BAD' };

/** Rows as left-aligned columns, two spaces apart. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] as number))
      .join('  ')
      .trimEnd(),
  );
}

function parameterRow(
  scenario: Scenario,
  { path, start, value, error, lower, upper, atBound }: FittedParameter,
): string[] {
  const unit = unitOf(scenario, path);
  const held = atBound === null ? (error === null ? ', no error' : '') : `, held at its ${atBound} bound`;
  return [
    path,
    `${measuredText(value, error)}${unit === '' ? '' : ` ${unit}`}${held}`,
    short(start),
    `${short(lower)} to ${short(upper)}`,
  ];
}

function correlationTable({ errorsFor, correlation }: FitReport): string[] {
  const head = ['', ...errorsFor.map((_, index) => `[${index + 1}]`)];
  const rows = errorsFor.map((path, index) => [
    `[${index + 1}] ${path}`,
    ...(correlation[index] ?? []).map((value) => `${value < 0 ? '' : ' '}${value.toFixed(3)}`),
  ]);
  return table([head, ...rows]);
}

function shareTable(shares: readonly ShareReadout[]): string[] {
  const names = shares[0]?.shares.map(({ name }) => name) ?? [];
  const rows = names.map((name, index) => [
    name,
    ...shares.map((readout) => `${((readout.shares[index]?.share ?? 0) * 100).toFixed(1)} %`),
  ]);
  return table([['', ...shares.map(({ energy_GeV }) => `${energy_GeV} GeV`)], ...rows]);
}

function budgetLine({
  source,
  efficiency,
  spinDownEnergy_erg,
  lostSinceBirth_erg,
  pairEnergy_erg,
}: EnergyBudget): string {
  const energy = (erg: number) => `${short(erg, 3)} erg`;
  return (
    `${source}: ${short(efficiency)} of W0 = ${energy(spinDownEnergy_erg)} gives ${energy(pairEnergy_erg)} in pairs; ` +
    `${energy(lostSinceBirth_erg)} were lost between birth and today` +
    (efficiency > 1 ? '. EFFICIENCY ABOVE 1: more energy than the pulsar had.' : '')
  );
}

const section = (title: string, lines: readonly string[]) =>
  lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)];

/**
 * The whole report; holds neither a time nor a date, so that equal fits give equal texts.
 *
 * @param approximations how far the approximations of the fitted scenario are from the exact model
 */
export function fitReportInWords(
  report: FitReport,
  dataset: Dataset,
  approximations: readonly Approximation[] = [],
): string {
  const { scenario, parameters, goodness, energyRange_GeV } = report;
  const ratio =
    goodness.degreesOfFreedom > 0 ? `, chi2/dof = ${(goodness.chi2 / goodness.degreesOfFreedom).toFixed(3)}` : '';
  const lines = [
    `Fit of "${scenario.name}" to ${dataset.label}, ${energyRange_GeV[0]} to ${energyRange_GeV[1]} GeV`,
    '',
    `${report.valid ? 'VALID' : 'NOT VALID'}: ${report.verdict}`,
    ...report.findings.map(({ state, text }) => `  ${SIGN[state]} ${text}`),
    '',
    `${goodnessText(goodness, (value) => short(value))}${ratio}`,
    `chi2 at the start = ${short(report.chi2AtStart)}; ${report.evaluations} evaluations; ` +
      `expected distance to the minimum ${report.estimatedDistance.toPrecision(2)} in chi2`,
    ...section(
      'Parameters',
      parameters.length === 0
        ? ['none is free']
        : table([
            ['', 'best value', 'start', 'allowed'],
            ...parameters.map((parameter) => parameterRow(scenario, parameter)),
          ]),
    ),
    ...(report.errorsFor.length > 1 ? section('Correlation', correlationTable(report)) : []),
    ...(report.shares.length > 0 ? section('Share of the flux', shareTable(report.shares)) : []),
    ...section('Energy budget', report.budgets.map(budgetLine)),
    ...section(
      'Approximations in use',
      approximationNotes(scenario, approximations).map(({ text }) => text),
    ),
    '',
    `Errors are standard errors from the Hessian of chi2; ${errorsInWords(scenario, dataset)}.`,
    `Data: ${datasetText(dataset)}`,
    PROGRAM_TEXT,
  ];
  return `${lines.join('\n')}\n`;
}
