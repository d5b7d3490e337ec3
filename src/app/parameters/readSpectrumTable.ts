/** A spectrum that a person brings for the scenario: two columns, energy and value. */
import { numberInCell } from '../../data/measuredPoints.ts';
import { readTableText, type TextColumn } from '../../data/ownData/tableText.ts';
import {
  type EnergyUnit,
  type FluxUnit,
  fluxConversion,
  inGeV,
  readEnergyUnit,
  readFluxUnit,
} from '../../data/ownData/units.ts';
import { TABLE_ROWS } from '../../model/readScenario.ts';
import { PageInputError } from '../words/pageInputError.ts';
import { editorsWords } from './editorsWords.ts';

/** What kind of values the second column has. */
export type SpectrumKind = 'background' | 'darkMatter';

export interface SpectrumTable {
  readonly name: string;
  readonly energies_GeV: readonly number[];
  /** Fluxes in GeV^-1 m^-2 s^-1 sr^-1, or positrons per event in GeV^-1. */
  readonly values: readonly number[];
}

/** What the reader of scenarios allows. */
const ENERGIES_GeV = [0.001, 1e7] as const;
const VALUES = [1e-40, 1e10] as const;
const MAX_CHARACTERS = 1_000_000;

const UNIT_OF_VALUES = { background: 'GeV^-1 m^-2 s^-1 sr^-1', darkMatter: 'GeV^-1' } as const;
const PER_ENERGY = /^(?:1\s*\/\s*([MGT]eV)|([MGT]eV)\s*(?:\^|\*\*)?\s*\(?-1\)?)$/;

/** What a value at an energy is multiplied by and divided by, for the unit that the head of the column names. */
type Conversion = (energy_GeV: number) => readonly [multiply: number, divide: number];

function conversionOf(kind: SpectrumKind, unit: string | null): Conversion | null {
  if (unit === null) return () => [1, 1];
  if (kind === 'background') {
    const flux: FluxUnit | null = readFluxUnit(unit);
    return flux && ((energy_GeV) => fluxConversion(flux, energy_GeV));
  }
  const [, first, second] = PER_ENERGY.exec(unit) ?? [];
  const energy = (first ?? second) as EnergyUnit | undefined;
  return energy === undefined ? null : () => [1, inGeV(1, energy)];
}

/** A name that a scenario can hold: without brackets and control characters, 80 characters at most. */
export function asName(text: string): string {
  return text
    .replace(/[[\]\p{Cc}]/gu, ' ')
    .trim()
    .slice(0, 80);
}

/**
 * Reads two columns of text.
 *
 * @param text CSV, ECSV or columns between blanks; comment lines begin with #, a line of names may stand above
 * @param place name of the file, for messages and for the table
 * @param most_GeV highest energy that can be
 * @throws {InputError} naming the line, its value and what is allowed
 */
export function readSpectrumTable(text: string, place: string, kind: SpectrumKind, most_GeV = Infinity): SpectrumTable {
  const words = editorsWords().table;
  const fail = (sentence: string): never => {
    throw new PageInputError(place, sentence);
  };
  if (text.length > MAX_CHARACTERS) fail(words.tooLarge(place, String(MAX_CHARACTERS)));
  if (text.includes('\0')) fail(words.cannotBeRead(place));
  const { columns, rows } = readTableText(text, place);
  if (columns.length !== 2) fail(words.twoColumns(place, columns.length));
  const [energyColumn, valueColumn] = columns as readonly [TextColumn, TextColumn];
  const energyUnit = readEnergyUnit(energyColumn.unit ?? 'GeV');
  if (energyUnit === null) return fail(words.unit(place, energyColumn.name, energyColumn.unit ?? '', 'MeV, GeV, TeV'));
  const conversion = conversionOf(kind, valueColumn.unit);
  if (conversion === null) {
    return fail(words.unit(place, valueColumn.name, valueColumn.unit ?? '', UNIT_OF_VALUES[kind]));
  }
  if (rows.length < TABLE_ROWS[0] || rows.length > TABLE_ROWS[1])
    fail(words.rowsNeeded(place, rows.length, ...TABLE_ROWS));
  const energies_GeV: number[] = [];
  const values: number[] = [];
  for (const { line, cells } of rows) {
    const [energyCell = '', valueCell = ''] = cells;
    const energy = inGeV(numberInCell(energyCell), energyUnit);
    if (!(energy >= ENERGIES_GeV[0] && energy <= ENERGIES_GeV[1])) {
      fail(words.number(place, line, words.energyName, energyCell, `${ENERGIES_GeV[0]}`, `${ENERGIES_GeV[1]} GeV`));
    }
    const before = energies_GeV.at(-1);
    if (before !== undefined && energy <= before) fail(words.rising(place, line, String(energy), String(before)));
    if (energy > most_GeV) fail(words.above(place, line, String(energy), String(most_GeV)));
    const [multiply, divide] = conversion(energy);
    const value = (numberInCell(valueCell) * multiply) / divide;
    if (!(value >= VALUES[0] && value <= VALUES[1])) {
      fail(
        words.number(place, line, words.valueName, valueCell, `${VALUES[0]}`, `${VALUES[1]} ${UNIT_OF_VALUES[kind]}`),
      );
    }
    energies_GeV.push(energy);
    values.push(value);
  }
  return { name: asName(place) || words.pasted, energies_GeV, values };
}
