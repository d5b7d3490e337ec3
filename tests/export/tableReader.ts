/** A reader of our CSV files that shares nothing with the writer: comments, header, rows of fields. */
export interface Table {
  readonly comments: string[];
  readonly columns: string[];
  readonly rows: string[][];
}

function splitLine(line: string): string[] {
  const fields: string[] = [];
  let field = '';
  let quoted = false;
  for (let at = 0; at < line.length; at++) {
    const letter = line[at] as string;
    if (quoted) {
      if (letter !== '"') field += letter;
      else if (line[at + 1] === '"') {
        field += '"';
        at += 1;
      } else quoted = false;
    } else if (letter === '"') quoted = true;
    else if (letter === ',') {
      fields.push(field);
      field = '';
    } else field += letter;
  }
  return [...fields, field];
}

export function readTable(text: string): Table {
  const lines = text.split('\n');
  if (lines.pop() !== '') throw new Error('the last line has no line break');
  const comments = lines.filter((line) => line.startsWith('#')).map((line) => line.slice(2));
  const [header = '', ...rows] = lines.filter((line) => !line.startsWith('#'));
  return { comments, columns: splitLine(header), rows: rows.map(splitLine) };
}

/** One column as numbers. */
export function column({ columns, rows }: Table, name: string): Float64Array {
  const index = columns.indexOf(name);
  if (index < 0) throw new Error(`no column ${name} in ${columns.join(', ')}`);
  return Float64Array.from(rows, (row) => Number(row[index]));
}
