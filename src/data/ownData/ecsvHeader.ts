/** The part of an ECSV header that a table of numbers needs: delimiter, names and units of the columns. */

export interface EcsvHeader {
  readonly delimiter: string;
  readonly columns: readonly { readonly name: string; readonly unit: string | null }[];
}

/** The text of a YAML scalar, without quotes and tags. */
function scalar(text: string): string {
  const bare = text.trim().replace(/^!\S+\s+/, '');
  // A unit may come as a tagged object: !astropy.units.Unit {unit: GeV}
  const inner = /^\{\s*unit:\s*([^}]*)\}$/.exec(bare)?.[1];
  if (inner !== undefined) return scalar(inner);
  if (/^'.*'$/s.test(bare)) return bare.slice(1, -1).replaceAll("''", "'");
  if (!/^".*"$/s.test(bare)) return bare;
  try {
    return String(JSON.parse(bare));
  } catch {
    return bare.slice(1, -1);
  }
}

/** Parts of a flow mapping, `{name: a, description: 'b, c'}`, between the commas that count. */
function flowParts(text: string): string[] {
  const parts: string[] = [''];
  let quote = '';
  let depth = 0;
  for (const sign of text.trim().slice(1, -1)) {
    if (quote !== '') {
      if (sign === quote) quote = '';
    } else if (sign === '"' || sign === "'") {
      quote = sign;
    } else if (sign === '{' || sign === '[') {
      depth++;
    } else if (sign === '}' || sign === ']') {
      depth--;
    } else if (sign === ',' && depth === 0) {
      parts.push('');
      continue;
    }
    parts[parts.length - 1] += sign;
  }
  return parts;
}

function entryOf(lines: readonly string[]): { name: string; unit: string | null } {
  const text = lines.join('\n').trim();
  const parts = text.startsWith('{') ? flowParts(text.replaceAll('\n', ' ')) : lines;
  const fields = new Map<string, string>();
  for (const part of parts) {
    const [, key, value] = /^\s*(['"]?\w+['"]?)\s*:(.*)$/s.exec(part) ?? [];
    if (key !== undefined) fields.set(scalar(key), scalar(value ?? ''));
  }
  const unit = fields.get('unit') ?? '';
  return { name: fields.get('name') ?? '', unit: unit === '' ? null : unit };
}

/** Reads the comment lines of an ECSV file, `#` and one blank already removed. */
export function readEcsvHeader(comments: readonly string[]): EcsvHeader {
  let delimiter = ' ';
  let inColumns = false;
  const items: string[][] = [];
  for (const line of comments) {
    const key = /^(\w+):(.*)$/.exec(line);
    if (key) {
      inColumns = key[1] === 'datatype';
      if (key[1] === 'delimiter') delimiter = scalar(key[2] as string) || ' ';
    } else if (inColumns && line.startsWith('- ')) {
      items.push([line.slice(2)]);
    } else if (inColumns && line.startsWith(' ')) {
      items.at(-1)?.push(line);
    }
  }
  return { delimiter, columns: items.map(entryOf) };
}
