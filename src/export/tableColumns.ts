/** A column of an exported table; CSV and ECSV are written from the same ones. */
import { decimal } from './decimal.ts';

interface Described {
  /** Short name, the unit stands beside it: `energy`. */
  readonly name: string;
  /** Name that carries its unit, for formats without units: `energy_GeV`. */
  readonly csvName: string;
  /** Unit in ASCII as `asciiUnits.ts` writes it; empty for pure numbers. */
  readonly unit: string;
  readonly description: string;
  /** The part of the model that the column holds. */
  readonly component?: { readonly name: string; readonly kind: string };
  /** The edge of a band around the total that the column holds. */
  readonly band?: { readonly probability: number; readonly edge: 'lower' | 'upper' };
}

/** Real numbers, null where there is none. */
export interface NumberColumn extends Described {
  readonly kind: 'number';
  readonly values: ArrayLike<number | null>;
}

/** Whole numbers that count something. */
export interface CountColumn extends Described {
  readonly kind: 'count';
  readonly values: ArrayLike<number>;
}

export interface FlagColumn extends Described {
  readonly kind: 'flag';
  readonly values: ArrayLike<boolean>;
}

/** Words, null where there are none. */
export interface TextColumn extends Described {
  readonly kind: 'text';
  readonly values: ArrayLike<string | null>;
}

export type Column = NumberColumn | CountColumn | FlagColumn | TextColumn;

/** Rows of a table, as many as every column has. */
export function rowCount(columns: readonly Column[]): number {
  const count = columns[0]?.values.length ?? 0;
  const other = columns.find(({ values }) => values.length !== count);
  if (other) throw new RangeError(`column ${other.name} has ${other.values.length} rows, not ${count}`);
  return count;
}

/** One cell as text, empty where there is no value; `flags` are the words for no and yes. */
export function cellText(column: Column, row: number, flags: readonly [no: string, yes: string]): string {
  const value = column.values[row];
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return decimal(value, `${column.name} in row ${row + 1}`);
  return typeof value === 'string' ? value : flags[value ? 1 : 0];
}
