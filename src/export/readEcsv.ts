/** Reads the ECSV files that this program writes: head, columns, numbers to the last bit. */
import { InputError, quoteValue } from '../model/inputError.ts';
import { readCsvRow } from './csv.ts';
import { type Datatype, ECSV_LINE } from './ecsv.ts';

export type EcsvCell = number | string | boolean | null;

export interface EcsvColumn {
  readonly name: string;
  /** As astropy writes units; empty for pure numbers and words. */
  readonly unit: string;
  readonly datatype: Datatype;
  readonly description: string;
  /** Null where the file has no value. */
  readonly values: readonly EcsvCell[];
}

export interface EcsvTable {
  /** Entries of the head: format, program, scenario and so on. */
  readonly meta: ReadonlyMap<string, unknown>;
  readonly columns: readonly EcsvColumn[];
}

const NUMBER = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/;
const COUNT = /^-?\d{1,15}$/;

/** Whether a text begins as an ECSV file does. */
export function isEcsv(text: string): boolean {
  return text.replace(/^\uFEFF/, '').startsWith('# %ECSV');
}

/** The lines of a file with their place, so that every message can name it. */
class Lines {
  #next = 0;
  readonly #lines: readonly string[];
  readonly #place: string;

  constructor(text: string, place: string) {
    this.#lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n/);
    if (this.#lines.at(-1) === '') this.#lines = this.#lines.slice(0, -1);
    this.#place = place;
  }

  refuse(what: string): never {
    throw new InputError(this.#place, `${this.here}: ${what}; export the file again from Geminga Lab.`);
  }

  /** `results.ecsv, line 12`, of the line that was taken last. */
  get here(): string {
    return `${this.#place}, line ${Math.max(this.#next, 1)}`;
  }

  /** The line to come; undefined at the end. */
  get ahead(): string | undefined {
    return this.#lines[this.#next];
  }

  take(): string {
    const line = this.#lines[this.#next];
    this.#next += 1;
    return line ?? this.refuse('the file ends too early');
  }

  /** The rest of a line that begins in some way. */
  takeAfter(start: string): string {
    const line = this.take();
    return line.startsWith(start) ? line.slice(start.length) : this.refuse(`${quoteValue(line)} is not "${start}…"`);
  }

  /** The rests of all following lines that begin in some way. */
  takeAll<T>(start: string, read: (rest: string) => T): T[] {
    const found: T[] = [];
    while (this.ahead?.startsWith(start)) found.push(read(this.takeAfter(start)));
    return found;
  }

  /** A value as `ecsv.ts` writes it. */
  value(text: string): unknown {
    try {
      return JSON.parse(
        text.replace(/\\(?:\\|U([\da-fA-F]{8}))/g, (all, code?: string) =>
          code === undefined ? all : String.fromCodePoint(Number.parseInt(code, 16)),
        ),
      );
    } catch {
      return this.refuse(`${quoteValue(text)} is no value`);
    }
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function readMeta(lines: Lines): Map<string, unknown> {
  const meta = new Map<string, unknown>();
  lines.takeAll('#   ', (line) => {
    const [, key = '', rest = ''] = /^(\w+):(?: (.*))?$/.exec(line) ?? lines.refuse(`${quoteValue(line)} has no key`);
    if (meta.has(key)) lines.refuse(`${key} comes twice`);
    meta.set(key, rest === '' ? lines.takeAll('#     - ', (item) => lines.value(item)) : lines.value(rest));
  });
  return meta;
}

type Head = Omit<EcsvColumn, 'values'>;

function readColumnHead(lines: Lines, text: string): Head {
  const entry = lines.value(text);
  const field = (key: string) => {
    const value = isRecord(entry) && Object.hasOwn(entry, key) ? entry[key] : '';
    return typeof value === 'string' ? value : lines.refuse(`${key} of a column is ${quoteValue(value)}, not a text`);
  };
  const name = field('name');
  const datatype = field('datatype');
  if (name === '') lines.refuse('a column has no name');
  if (datatype !== 'float64' && datatype !== 'int64' && datatype !== 'bool' && datatype !== 'string')
    return lines.refuse(`datatype of ${name} is ${quoteValue(datatype)}, not float64, int64, bool or string`);
  return { name, unit: field('unit'), datatype, description: field('description') };
}

function readCell(lines: Lines, { name, datatype }: Head, text: string): EcsvCell {
  if (datatype === 'string') return text === '' ? null : text;
  if (datatype === 'bool') {
    if (text === 'True' || text === 'False') return text === 'True';
    return lines.refuse(`${name} is ${quoteValue(text)}, not True or False`);
  }
  if (text === '') return null;
  const isNumber = (datatype === 'int64' ? COUNT : NUMBER).test(text) && Number.isFinite(Number(text));
  return isNumber ? Number(text) : lines.refuse(`${name} is ${quoteValue(text)}, not a finite number`);
}

/**
 * Reads an ECSV file of this program.
 *
 * @param place name of the file, for messages
 * @throws {InputError} naming the line when it is no such file, or was damaged or rewritten
 */
export function readEcsv(text: string, place: string): EcsvTable {
  const lines = new Lines(text, place);
  if (lines.take() !== ECSV_LINE) lines.refuse(`it does not begin with "${ECSV_LINE}"`);
  if (lines.take() !== '# ---') lines.refuse('the head does not begin with "# ---"');
  if (lines.takeAfter('# delimiter: ') !== '","') lines.refuse('the delimiter is not ","');
  if (lines.take() !== '# datatype:') lines.refuse('the list of columns is missing');
  const heads = lines.takeAll('# - ', (line) => readColumnHead(lines, line));
  if (lines.take() !== '# meta:') lines.refuse('the head has no meta');
  const meta = readMeta(lines);
  const names = readCsvRow(lines.take(), lines.here);
  if (heads.length === 0 || names.join('\n') !== heads.map(({ name }) => name).join('\n'))
    lines.refuse('the names of the columns are not those of the head');
  if (new Set(names).size < names.length) lines.refuse('two columns have the same name');
  const rows: EcsvCell[][] = [];
  while (lines.ahead !== undefined) {
    const cells = readCsvRow(lines.take(), lines.here);
    if (cells.length !== heads.length) lines.refuse(`${cells.length} values for ${heads.length} columns`);
    rows.push(heads.map((head, index) => readCell(lines, head, cells[index] as string)));
  }
  return {
    meta,
    columns: heads.map((head, index) => ({ ...head, values: rows.map((row) => row[index] as EcsvCell) })),
  };
}

/**
 * The numbers of a column.
 *
 * @throws {InputError} when the table has no such column, or one with empty cells or words
 */
export function numbersOf({ columns }: EcsvTable, name: string, place: string): Float64Array {
  const column = columns.find((one) => one.name === name);
  if (column?.values.every((value) => typeof value === 'number')) return Float64Array.from(column.values as number[]);
  const what = column === undefined ? 'has no column' : 'has not a number in every row of column';
  throw new InputError(place, `${place} ${what} "${name}"; export the file again from Geminga Lab.`);
}
