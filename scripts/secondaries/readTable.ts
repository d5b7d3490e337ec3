/** The tables of src/data/secondaryTables/, as columns of numbers. */
import { readFileSync } from 'node:fs';

const FOLDER = new URL('../../src/data/secondaryTables/', import.meta.url);

/** Rows of cells; lines that begin with # describe the table, the first other one names its columns. */
export function readRows(file: string): string[][] {
  return readFileSync(new URL(file, FOLDER), 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split(','));
}

/** Columns by their names. */
export function readColumns<Name extends string>(file: string, names: readonly Name[]): Record<Name, Float64Array> {
  const [header, ...rows] = readRows(file) as [string[], ...string[][]];
  const columns = names.map((name) => {
    const index = header.indexOf(name);
    if (index < 0) throw new Error(`${file} has no column ${name}`);
    return [name, Float64Array.from(rows, (row) => Number(row[index]))] as const;
  });
  return Object.fromEntries(columns) as Record<Name, Float64Array>;
}
