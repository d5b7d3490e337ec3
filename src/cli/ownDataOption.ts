/** --data FILE: a measured table of one's own goes into the scenario, with what the file does not say about itself. */
import { MEASURED_QUANTITIES, type MeasuredQuantity } from '../data/measuredQuantities.ts';
import {
  COLUMN_USES,
  type ColumnUse,
  OPEN_QUESTIONS,
  type OpenQuestion,
  type OwnDataChoice,
  withColumnUse,
} from '../data/ownData/choice.ts';
import { type OwnTableNames, ownTableOf } from '../data/ownData/ownTable.ts';
import { type OwnData, readOwnData } from '../data/ownData/readOwnData.ts';
import { readEnergyUnit, readFluxUnit } from '../data/ownData/units.ts';
import { InputError } from '../model/inputError.ts';
import { withOwnData } from '../model/ownDataEdits.ts';
import type { OwnTable } from '../model/ownTable.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Arguments, OptionDeclaration } from './command.ts';
import { placeOf, readText } from './files.ts';
import type { Io } from './io.ts';

const SAYS = 'data-says';

/** The options of every command that takes a table of one's own. */
export const OWN_DATA_OPTIONS: Readonly<Record<string, OptionDeclaration>> = {
  data: { value: 'FILE', about: 'fit to a table of your own (CSV, ECSV, CRDB text), which the scenario then carries' },
  [SAYS]: {
    value: 'NAME=VALUE',
    about:
      'what the file of --data does not say: quantity=positron-flux, energyUnit=GeV, fluxUnit="m^-2 s^-1 sr^-1 GeV^-1", energy=1 for the first column, label=…',
    repeatable: true,
  },
};

/** What the help of these commands says. */
export const OWN_DATA_HELP = [
  'A file of --data is read by the names and units of its columns; what it leaves open is asked for, and --data-says NAME=VALUE',
  `answers: quantity (${Object.keys(MEASURED_QUANTITIES).join(', ')}), energyUnit, fluxUnit, set,`,
  'label, experiment, reference, or the use of a column by its number or name:',
  `${COLUMN_USES.join(', ')}.`,
];

/** What answers each question on the command line. */
const ANSWERS: Readonly<Record<OpenQuestion, string>> = {
  set: 'set=1',
  quantity: `quantity=${Object.keys(MEASURED_QUANTITIES).join('|')}`,
  energy: 'energy=1, or binLow=1 and binHigh=2',
  value: 'value=2',
  errors: 'stat=3',
  energyUnit: 'energyUnit=GeV',
  fluxUnit: 'fluxUnit="GeV^-1 m^-2 s^-1 sr^-1"',
};

function refuse(name: string, value: string, allowed: string): never {
  throw new InputError(`--${SAYS}`, `--${SAYS} ${name} is "${value}", but must be ${allowed}; change it.`);
}

function columnOf({ columns }: OwnData, name: string, value: string): number {
  const byName = columns.findIndex((column) => column.name === value);
  const index = byName >= 0 ? byName : /^\d+$/.test(value) ? Number(value) - 1 : -1;
  if (!columns[index])
    refuse(name, value, `a column: ${columns.map((column, i) => `${i + 1} (${column.name})`).join(', ')}`);
  return index;
}

function setOf({ sets }: OwnData, value: string): number {
  const byLabel = sets.findIndex(({ label }) => label === value);
  const index = byLabel >= 0 ? byLabel : /^\d+$/.test(value) ? Number(value) - 1 : -1;
  if (!sets[index])
    refuse('set', value, `one of the measurements: ${sets.map(({ label }, i) => `${i + 1} (${label})`).join(', ')}`);
  return index;
}

const isUse = (name: string): name is ColumnUse => (COLUMN_USES as readonly string[]).includes(name);
const NAMES: readonly (keyof OwnTableNames)[] = ['label', 'experiment', 'reference'];

/** One answer, put into what is known. */
function answered(own: OwnData, choice: OwnDataChoice, name: string, value: string): OwnDataChoice {
  if (isUse(name)) return withColumnUse(choice, columnOf(own, name, value), name);
  switch (name) {
    case 'set':
      return { ...choice, set: setOf(own, value) };
    case 'quantity':
      if (!Object.hasOwn(MEASURED_QUANTITIES, value))
        refuse(name, value, `one of ${Object.keys(MEASURED_QUANTITIES).join(', ')}`);
      return { ...choice, quantity: value as MeasuredQuantity };
    case 'energyUnit':
      return { ...choice, energyUnit: readEnergyUnit(value) ?? refuse(name, value, 'MeV, GeV or TeV') };
    case 'fluxUnit':
      return {
        ...choice,
        fluxUnit:
          readFluxUnit(value) ??
          refuse(name, value, 'per MeV, GeV or TeV, m2 or cm2, s and sr: GeV^-1 m^-2 s^-1 sr^-1'),
      };
    default:
      throw new InputError(
        `--${SAYS}`,
        `--${SAYS} names "${name}", but must name one of quantity, energyUnit, fluxUnit, set, ${NAMES.join(', ')}, ${COLUMN_USES.join(', ')}; correct it.`,
      );
  }
}

function readTable(own: OwnData, answers: readonly string[]): OwnTable {
  let choice = own.guess;
  const names: Partial<Record<keyof OwnTableNames, string>> = {};
  for (const answer of answers) {
    const [, name, value] = /^([^=]+)=([\s\S]*)$/.exec(answer) ?? [];
    if (name === undefined || value === undefined)
      throw new InputError(`--${SAYS}`, `--${SAYS} is "${answer}", but must be NAME=VALUE; write energyUnit=GeV.`);
    const known = NAMES.find((one) => one === name);
    if (known) names[known] = value;
    else choice = answered(own, choice, name, value);
  }
  const open = own.open(choice);
  if (open.length > 0) {
    const questions = open.map((question) => `${OPEN_QUESTIONS[question]} (--${SAYS} ${ANSWERS[question]})`);
    const columns = own.columns.map(({ name }, i) => `${i + 1} ${name}`).join(', ');
    throw new InputError(
      own.fileName,
      `${own.fileName} does not say everything that is needed; say ${questions.join('; ')}. Its columns are ${columns}.`,
    );
  }
  return ownTableOf(own.read(choice), own.fileName, names);
}

const isFields = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a document has the places where tables are named; older versions have fewer. */
function isScenarioLike(document: unknown): document is Pick<Scenario, 'ownData' | 'electrons' | 'fit'> {
  if (!isFields(document) || !isFields(document['fit'])) return false;
  const { fit } = document;
  fit['furtherDatasets'] ??= [];
  document['electrons'] ??= { flux: 'ams02-electrons-2021' };
  return Array.isArray(fit['furtherDatasets']) && isFields(document['electrons']);
}

/**
 * What --data does to the document of a scenario, before --set and before it is read strictly: its table becomes that of the
 * fit, or that of the electrons if it is an electron flux. Without --data nothing.
 *
 * @throws {InputError} for a file that is no table, or leaves something open
 */
export const ownDataOption =
  (args: Arguments, io: Io) =>
  async (document: unknown): Promise<void> => {
    const path = args.option('data');
    const answers = args.all(SAYS);
    if (path === undefined) {
      if (answers.length > 0) throw new InputError(`--${SAYS}`, `--${SAYS} is about the file of --data; name one.`);
      return;
    }
    if (path === '-' && args.positionals[0] === '-')
      throw new InputError('--data', '--data and SCENARIO are both standard input; give one of them as a file.');
    const own = readOwnData(await readText(path, io), placeOf(path).replace(/^.*[/\\]/, ''));
    const table = readTable(own, answers);
    // Whatever else is wrong with the document, the strict reading says it.
    if (isScenarioLike(document)) Object.assign(document, withOwnData(document, table));
  };
