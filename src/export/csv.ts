/** Comma-separated values as RFC 4180 writes them, with lines of their own for what is not a table. */

/** A field, quoted where it must be. */
export function csvField(text: string): string {
  return /[",\r\n#]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function csvRow(fields: readonly string[]): string {
  return fields.map(csvField).join(',');
}

/** Makes names differ by numbering the ones that come again: `a`, `a (2)`. */
export function distinct(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let candidate = name;
    for (let count = 2; taken.has(candidate); count++) candidate = `${name} (${count})`;
    taken.add(candidate);
    return candidate;
  });
}

/** A comment block, column names and rows as one text. */
export function csvText(
  comments: readonly string[],
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const lines = [
    ...comments.map((line) => (line === '' ? '#' : `# ${line}`)),
    csvRow(distinct(columns)),
    ...rows.map(csvRow),
  ];
  return `${lines.join('\n')}\n`;
}
