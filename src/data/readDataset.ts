/** Reads a measured table: comment lines start with `#`, one header line names the columns, then one bin a line. */
import { InputError, quoteValue } from '../model/inputError.ts';

/** The numbers of a measured table. */
export interface DatasetColumns {
  readonly binLow_GeV: Float64Array;
  readonly binHigh_GeV: Float64Array;
  readonly meanEnergy_GeV: Float64Array;
  readonly flux: Float64Array;
  readonly statError: Float64Array;
  readonly systError: Float64Array;
}

/** Names under which each column is found, in the spelling of the shipped tables. */
const COLUMN_NAMES = {
  binLow_GeV: ['E_lo'],
  binHigh_GeV: ['E_hi'],
  meanEnergy_GeV: ['E_mean'],
  flux: ['flux', 'value'],
  statError: ['stat', 'stat_lo'],
  systError: ['syst_total', 'syst', 'syst_lo'],
} as const;
type Column = keyof typeof COLUMN_NAMES;

/** Upper errors, where a table has them: they must equal the lower ones. */
const UPPER_ERRORS: readonly (readonly [string, string])[] = [
  ['stat_lo', 'stat_hi'],
  ['syst_lo', 'syst_hi'],
];

function findColumn(header: readonly string[], column: Column, place: string): number {
  const index = header.findIndex((name) => (COLUMN_NAMES[column] as readonly string[]).includes(name));
  if (index < 0) {
    throw new InputError(
      place,
      `${place} has no column ${COLUMN_NAMES[column].join(' or ')} (found ${quoteValue(header.join(','))}); name the columns E_lo,E_hi,E_mean,flux,stat,syst_total in GeV and GeV^-1 m^-2 s^-1 sr^-1.`,
    );
  }
  return index;
}

/**
 * Reads the CSV text of a positron flux.
 *
 * @param text the file
 * @param place its name, for messages
 * @throws {InputError} naming the line, the column, the value and what is allowed
 */
export function readDatasetColumns(text: string, place: string): DatasetColumns {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .map((line, index) => ({ text: line.trim(), number: index + 1 }))
    .filter((line) => line.text !== '' && !line.text.startsWith('#'));
  const header = lines[0]?.text.split(',').map((name) => name.trim());
  if (!header) throw new InputError(place, `${place} is empty; it needs a header line and at least one bin.`);
  const columns = Object.keys(COLUMN_NAMES) as Column[];
  const indices = columns.map((column) => findColumn(header, column, place));
  const equal = UPPER_ERRORS.map(([lower, upper]) => [header.indexOf(lower), header.indexOf(upper)] as const).filter(
    ([lower, upper]) => lower >= 0 && upper >= 0,
  );
  const rows = lines.slice(1);
  if (rows.length === 0) throw new InputError(place, `${place} has a header but no bins; add one bin a line.`);

  const values = rows.map(({ text: line, number }) => {
    const cells = line.split(',').map((cell) => cell.trim());
    if (cells.length !== header.length) {
      throw new InputError(
        place,
        `${place}, line ${number}: ${cells.length} values for ${header.length} columns; complete the line.`,
      );
    }
    for (const [lower, upper] of equal) {
      if (Number(cells[lower]) !== Number(cells[upper])) {
        throw new InputError(
          place,
          `${place}, line ${number}: ${header[upper]} is ${cells[upper]}, not ${header[lower]} (${cells[lower]}); asymmetric errors are not supported, give one error.`,
        );
      }
    }
    return indices.map((index, column) => {
      const cell = cells[index] as string;
      const value = cell === '' ? Number.NaN : Number(cell);
      const mayVanish = columns[column] === 'statError' || columns[column] === 'systError';
      if (!Number.isFinite(value) || value < 0 || (value === 0 && !mayVanish)) {
        throw new InputError(
          place,
          `${place}, line ${number}: ${header[index]} is ${quoteValue(cell)}, but must be a ${mayVanish ? 'non-negative' : 'positive'} number; correct it.`,
        );
      }
      return value;
    });
  });
  values.forEach((row, index) => {
    const [low, high, mean, , stat, syst] = row as [number, number, number, number, number, number];
    const line = rows[index]?.number;
    if (!(low < high) || mean < low || mean > high) {
      throw new InputError(
        place,
        `${place}, line ${line}: mean energy ${mean} GeV and bin ${low} to ${high} GeV do not fit together; E_lo <= E_mean <= E_hi is needed.`,
      );
    }
    if (stat === 0 && syst === 0)
      throw new InputError(place, `${place}, line ${line}: both errors are 0; give at least one.`);
  });
  const column = (index: number) => Float64Array.from(values, (row) => row[index] as number);
  return Object.fromEntries(columns.map((name, index) => [name, column(index)])) as unknown as DatasetColumns;
}
