/** Comma-separated values as RFC 4180 writes them, with lines of their own for what is not a table. */
import { InputError } from '../model/inputError.ts';
import { type Column, cellText, rowCount } from './tableColumns.ts';

/** A field, quoted where it must be. */
export function csvField(text: string): string {
  return /[",\r\n#]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function csvRow(fields: readonly string[]): string {
  return fields.map(csvField).join(',');
}

/** Makes names differ by numbering the ones that come again: `a`, `a (2)`. */
export function distinct(names: readonly string[], numbered = (name: string, count: number) => `${name} (${count})`) {
  const taken = new Set<string>();
  return names.map((name) => {
    let candidate = name;
    for (let count = 2; taken.has(candidate); count++) candidate = numbered(name, count);
    taken.add(candidate);
    return candidate;
  });
}

/** A comment block, column names and rows as one text; empty cells stand for what does not exist, 1 and 0 for yes and no. */
export function csvText(comments: readonly string[], columns: readonly Column[]): string {
  const rows = Array.from({ length: rowCount(columns) }, (_, row) =>
    csvRow(columns.map((column) => cellText(column, row, ['0', '1']))),
  );
  const lines = [
    ...comments.map((line) => (line === '' ? '#' : `# ${line}`)),
    csvRow(distinct(columns.map(({ csvName }) => csvName))),
    ...rows,
  ];
  return `${lines.join('\n')}\n`;
}

/**
 * The fields of one line.
 *
 * @param place how messages call the line
 * @throws {InputError} when a quote is not closed or stands inside a field
 */
export function readCsvRow(line: string, place: string): string[] {
  const fields: string[] = [];
  const field = /("(?:[^"]|"")*"|[^",]*)(,|$)/y;
  for (;;) {
    const match = field.exec(line);
    if (match === null) {
      throw new InputError(place, `${place}: a quote is not closed or stands inside a value; export the file again.`);
    }
    const [, text = '', end] = match;
    fields.push(text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text);
    if (end === '') return fields;
  }
}
