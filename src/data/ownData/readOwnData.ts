/**
 * Reads the data that a person brings: CSV, ECSV, or text of the cosmic-ray database CRDB (which USINE reads).
 *
 * What the file says is recognised, what it leaves open is asked: which column is what, which unit it has, what was
 * measured. Nothing is assumed that the file does not say.
 */

import { OWN_DATA_ID } from '../../model/datasetIds.ts';
import { InputError, quoteValue } from '../../model/inputError.ts';
import type { Dataset } from '../datasetTypes.ts';
import { columnsOfPoints } from '../measuredPoints.ts';
import { MEASURED_QUANTITIES } from '../measuredQuantities.ts';
import { OPEN_QUESTIONS, type OpenQuestion, type OwnDataChoice, openQuestions } from './choice.ts';
import { type GuessedRoles, guessRoles } from './columnRoles.ts';
import { checkUnits, PointReader } from './pointReader.ts';
import { quantityInWords, type RowSet, rowSets } from './rowSets.ts';
import { type OwnDataFormat, readTableText, type TextColumn, type TextTable } from './tableText.ts';
import { energyUnitIn, fluxUnitIn, readEnergyUnit, readFluxUnit } from './units.ts';

/** A file whose layout is known. */
export interface OwnData {
  readonly fileName: string;
  readonly format: OwnDataFormat;
  readonly columns: readonly (TextColumn & { readonly samples: readonly string[] })[];
  /** Number of points. */
  readonly rows: number;
  /** The measurements in the file, one in most. */
  readonly sets: readonly Omit<RowSet, 'rows'>[];
  /** What the file says, as far as it does. */
  readonly guess: OwnDataChoice;
  /** What a choice still lacks; none when it can be read. */
  open(choice: OwnDataChoice): readonly OpenQuestion[];
  /**
   * The data set.
   *
   * @throws {InputError} naming the line and the column that cannot be, or what is still to be chosen
   */
  read(choice: OwnDataChoice): Dataset;
}

const SAMPLES = 3;
const SQUARE_ROOT_OF_EDGES = 'The file gives no energies of points; each stands at the geometric mean of its edges.';

function guessOf(table: TextTable, roles: GuessedRoles, sets: readonly RowSet[], fileName: string): OwnDataChoice {
  const { columns, components } = roles;
  const unitOf = (index: number | undefined) => (index === undefined ? null : (table.columns[index]?.unit ?? null));
  const leptons = sets.flatMap(({ quantity }, index) => (quantity === null ? [] : [index]));
  const set = sets.length === 1 ? 0 : leptons.length === 1 ? (leptons[0] as number) : null;
  const told = set === null ? null : (sets[set] as RowSet);
  const nameOfValue = columns.value === undefined ? '' : (table.columns[columns.value]?.name ?? '');
  const words = quantityInWords([nameOfValue]) ?? quantityInWords([fileName, table.comments[0] ?? '']);
  const energyText = unitOf(columns.energy ?? columns.binLow);
  const fluxText = unitOf(columns.value);
  // CRDB is in GeV (GV for rigidities) and m^-2 s^-1 sr^-1 GeV^-1 throughout.
  const isCrdb = table.format === 'CRDB';
  return {
    set,
    quantity: told?.quantity ?? (told?.quantityName ? null : words),
    columns,
    components,
    energyUnit: isCrdb ? 'GeV' : energyText === null ? energyUnitIn(table.comments) : readEnergyUnit(energyText),
    fluxUnit: isCrdb
      ? { energy: 'GeV', area: 'm2', power: 0 }
      : fluxText === null
        ? fluxUnitIn(table.comments)
        : readFluxUnit(fluxText),
  };
}

const PER_CENT_LEVEL = /(\d{2}(?:\.\d+)?)\s?% ?(?:C\.? ?L\b|confidence)/i;
const FRACTION_LEVEL = /\bUL_CONF['"]?[:=\s]+(0\.\d+)/i;

function confidenceIn(comments: readonly string[]): number | null {
  for (const comment of comments) {
    const fraction = FRACTION_LEVEL.exec(comment)?.[1];
    if (fraction !== undefined) return Number(fraction);
    const percent = PER_CENT_LEVEL.exec(comment)?.[1];
    if (percent !== undefined) return Number(percent) / 100;
  }
  return null;
}

function readSet(table: TextTable, roles: GuessedRoles, set: RowSet, choice: OwnDataChoice, fileName: string): Dataset {
  const { quantity, energyUnit, columns, components, fluxUnit } = choice;
  if (quantity === null || energyUnit === null) throw new Error('open questions were not answered');
  if (set.quantityName !== null && set.quantity === null) {
    throw new InputError(
      fileName,
      `${fileName}: ${quoteValue(set.quantityName)} is no quantity of electrons and positrons; choose other rows, of e+, e-, e-+e+ or e+/(e-+e+).`,
    );
  }
  if (set.quantity !== null && set.quantity !== quantity) {
    throw new InputError(
      fileName,
      `${fileName} says that these rows are ${quoteValue(set.quantityName)}, the ${MEASURED_QUANTITIES[set.quantity].label}, not the ${MEASURED_QUANTITIES[quantity].label}; choose what the file says, or other rows.`,
    );
  }
  if (set.axis === 'EKN' || set.axis === 'ETOTN') {
    throw new InputError(
      fileName,
      `${fileName}: energies are per nucleon (${set.axis}); export them as EK, R or ETOT.`,
    );
  }
  checkUnits(table, choice, fileName);
  const reader = new PointReader(table, { ...choice, quantity, energyUnit }, fileName);
  const points = set.rows.map((row) => reader.point(row));
  const names = components.map((index) => (table.columns[index] as TextColumn).name);
  const numbers = columnsOfPoints(points, names, fileName, confidenceIn(table.comments));
  const said = (fact: boolean, sentence: string) => (fact ? [sentence] : []);
  const isTotal = roles.totalErrors && columns.statLower === roles.columns.statLower;
  return {
    id: OWN_DATA_ID,
    label: set.experiment ?? fileName,
    experiment: set.experiment ?? 'user data',
    reference: set.reference ?? '',
    doi: '',
    quantity,
    remarks: [
      ...said(columns.energy === undefined, SQUARE_ROOT_OF_EDGES),
      ...said(columns.binLow === undefined, 'The file gives no bins; a bin average is the value at the point.'),
      ...said(
        set.axis === 'R' || set.axis === 'ETOT',
        'Rigidities and total energies are taken as kinetic energies: 0.1 % off at 0.5 GeV, less above.',
      ),
      ...said(
        isTotal,
        'The errors do not say whether they are statistical; they are taken as independent from bin to bin.',
      ),
      ...said(numbers.systematics.length === 0 && !isTotal, 'The file gives no systematic errors.'),
      ...said(
        !MEASURED_QUANTITIES[quantity].dimensionless && (fluxUnit?.power ?? 0) > 0,
        'Values were divided by the power of the energy with which they were given, at the energy of the point.',
      ),
      ...said(reader.signedErrors, 'Errors downwards carry a minus sign in the file; their size was taken.'),
      ...said(
        numbers.upperLimits !== null && numbers.limitConfidence === null,
        'The file does not say the confidence level of its upper limits.',
      ),
    ],
    ...numbers,
  };
}

/**
 * Finds out how a file is laid out and what it says about itself.
 *
 * @param text the file
 * @param fileName its name, for messages and for the legend
 * @throws {InputError} in one sentence when it is no table
 */
export function readOwnData(text: string, fileName: string): OwnData {
  const table = readTableText(text, fileName);
  const roles = guessRoles(table.columns);
  const sets = rowSets(table, roles, fileName);
  return {
    fileName,
    format: table.format,
    columns: table.columns.map((column, index) => ({
      ...column,
      samples: table.rows.slice(0, SAMPLES).map(({ cells }) => cells[index] as string),
    })),
    rows: table.rows.length,
    sets: sets.map(({ rows: _, ...set }) => set),
    guess: guessOf(table, roles, sets, fileName),
    open: openQuestions,
    read(choice) {
      const open = openQuestions(choice);
      if (open.length > 0) {
        const questions = open.map((question) => OPEN_QUESTIONS[question]).join('; ');
        throw new InputError(fileName, `${fileName} does not say everything that is needed; choose ${questions}.`);
      }
      const set = choice.set === null ? undefined : sets[choice.set];
      if (!set) throw new Error(`${fileName} has no measurement ${choice.set}`);
      const chosen = [
        ...Object.entries(choice.columns),
        ...choice.components.map((index) => ['systematic component', index] as const),
      ];
      const wrong = chosen.find(([, index]) => !table.columns[index as number]);
      if (wrong) throw new Error(`${fileName} has no column ${wrong[1]} for ${wrong[0]}`);
      return readSet(table, roles, set, choice, fileName);
    },
  };
}
