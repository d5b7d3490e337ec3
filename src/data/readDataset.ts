/** Reads a measured table: comment lines start with `#`, one header line names the columns, then one bin a line. */
import { InputError, quoteValue } from '../model/inputError.ts';
import type { DatasetColumns } from './datasetTypes.ts';
import { columnsOfPoints, type MeasuredPoint, numberInCell, type Sides } from './measuredPoints.ts';

/** Names under which each column is found, in the spelling of the shipped tables; a name in _lo has one in _hi beside it. */
const COLUMN_NAMES = {
  low: ['E_lo'],
  high: ['E_hi'],
  mean: ['E_mean'],
  value: ['flux', 'value'],
  stat: ['stat', 'stat_lo', 'err_lo'],
  syst: ['syst_total', 'syst', 'syst_lo'],
} as const;
type Column = keyof typeof COLUMN_NAMES;
const MAY_VANISH: readonly string[] = ['stat', 'syst'];

/** What is particular about the layout of a table. */
export interface TableLayout {
  /** Columns that the table does not have. Without mean energies a point stands at the geometric mean of its edges. */
  readonly without?: readonly ('edges' | 'mean' | 'systematic')[];
  /** The rows that count: those with this value in this column. */
  readonly rows?: readonly [column: string, value: string];
}

interface Cell {
  readonly name: string;
  readonly index: number;
}

class Header {
  constructor(
    readonly names: readonly string[],
    private readonly place: string,
  ) {}

  /** The column, and the one of the upper side where the table has both. */
  find(column: Column): readonly [Cell, Cell] {
    const lower = this.names.findIndex((name) => (COLUMN_NAMES[column] as readonly string[]).includes(name));
    if (lower < 0) {
      throw new InputError(
        this.place,
        `${this.place} has no column ${COLUMN_NAMES[column].join(' or ')} (found ${quoteValue(this.names.join(','))}); name the columns E_lo,E_hi,E_mean,flux,stat,syst_total in GeV and GeV^-1 m^-2 s^-1 sr^-1.`,
      );
    }
    const name = this.names[lower] as string;
    const isSide = MAY_VANISH.includes(column) && name.endsWith('_lo');
    const upperName = isSide ? name.replace(/_lo$/, '_hi') : name;
    const upper = this.names.indexOf(upperName);
    if (upper < 0) {
      throw new InputError(
        this.place,
        `${this.place} has a column ${name}, but none ${upperName}; add it, or name the error ${name.replace(/_lo$/, '')}.`,
      );
    }
    return [
      { name, index: lower },
      { name: upperName, index: upper },
    ];
  }

  /** Components of the systematic error, syst1, syst2 and so on. */
  get components(): readonly Cell[] {
    return this.names.flatMap((name, index) => (/^syst\d+$/.test(name) ? [{ name, index }] : []));
  }
}

/**
 * Reads the CSV text of a measured table.
 *
 * @param text the file
 * @param place its name, for messages
 * @param layout columns that are missing, rows that count
 * @throws {InputError} naming the line, the column, the value and what is allowed
 */
export function readDatasetColumns(text: string, place: string, layout: TableLayout = {}): DatasetColumns {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .map((line, index) => ({ text: line.trim(), number: index + 1 }))
    .filter((line) => line.text !== '' && !line.text.startsWith('#'));
  const names = lines[0]?.text.split(',').map((name) => name.trim());
  if (!names) throw new InputError(place, `${place} is empty; it needs a header line and at least one bin.`);
  const header = new Header(names, place);
  const lacks = (what: 'edges' | 'mean' | 'systematic') => layout.without?.includes(what) ?? false;
  const energies = lacks('edges')
    ? (['mean', 'mean', 'mean'] as const)
    : (['low', 'high', lacks('mean') ? null : 'mean'] as const);
  const [low, high, mean] = energies.map((column) => (column === null ? null : header.find(column)[0]));
  const [value] = header.find('value');
  const stat = header.find('stat');
  const syst = lacks('systematic') ? null : header.find('syst');
  const rows = lines.slice(1);
  if (rows.length === 0) throw new InputError(place, `${place} has a header but no bins; add one bin a line.`);

  const points = rows.flatMap(({ text: line, number }): MeasuredPoint[] => {
    const cells = line.split(',').map((cell) => cell.trim());
    if (cells.length !== names.length) {
      throw new InputError(
        place,
        `${place}, line ${number}: ${cells.length} values for ${names.length} columns; complete the line.`,
      );
    }
    if (layout.rows && cells[names.indexOf(layout.rows[0])] !== layout.rows[1]) return [];
    const read = ({ name, index }: Cell, mayVanish: boolean): number => {
      const cell = cells[index] as string;
      const found = numberInCell(cell);
      if (!Number.isFinite(found) || found < 0 || (found === 0 && !mayVanish)) {
        throw new InputError(
          place,
          `${place}, line ${number}: ${name} is ${quoteValue(cell)}, but must be a ${mayVanish ? 'non-negative' : 'positive'} number; correct it.`,
        );
      }
      return found;
    };
    const sides = ([lower, upper]: readonly [Cell, Cell]): Sides => [read(lower, true), read(upper, true)];
    const low_GeV = read(low as Cell, false);
    const high_GeV = read(high as Cell, false);
    return [
      {
        line: number,
        low_GeV,
        high_GeV,
        mean_GeV: mean ? read(mean, false) : Math.sqrt(low_GeV * high_GeV),
        value: read(value, false),
        stat: sides(stat),
        syst: syst === null ? [0, 0] : sides(syst),
        components: header.components.map((cell) => read(cell, true)),
        isUpperLimit: false,
      },
    ];
  });
  const componentNames = header.components.map(({ name }) => name);
  return columnsOfPoints(points, componentNames, place);
}
