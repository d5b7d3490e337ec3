/** The rows, columns and comments of a text file, whatever of the usual formats it is in. */
import { InputError } from '../../model/inputError.ts';
import { readEcsvHeader } from './ecsvHeader.ts';

export type OwnDataFormat = 'CSV' | 'ECSV' | 'CRDB';

export interface TextColumn {
  readonly name: string;
  /** Unit as the file writes it, where it says one for this column. */
  readonly unit: string | null;
}

export interface TextRow {
  /** Line of the file, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface TextTable {
  readonly format: OwnDataFormat;
  readonly columns: readonly TextColumn[];
  readonly rows: readonly TextRow[];
  /** Comment lines without their `#`. */
  readonly comments: readonly string[];
}

/** Largest files that are read. */
export const MAX_CHARACTERS = 20_000_000;
const MAX_ROWS = 100_000;
const MAX_COLUMNS = 100;
/** Comments are searched for names and units; what is longer is prose. */
const MAX_COMMENT = 1000;
const MAX_NAME = 100;

/** What CRDB calls its columns, in the order in which the lines without names have them. */
const CRDB_COLUMNS = [
  'QUANTITY NAME',
  'SUB-EXP NAME',
  'EAXIS TYPE',
  '<E>',
  'EBIN_LOW',
  'EBIN_HIGH',
  'QUANTITY VALUE',
  'ERR_STAT-',
  'ERR_STAT+',
  'ERR_SYST-',
  'ERR_SYST+',
  'ADS URL FOR PAPER REF',
  'phi',
  'DISTANCE EXP IN SOLAR SYSTEM',
  'DATIMES',
  'IS UPPER LIMIT',
];
const CRDB_AXES = /^(EK|EKN|R|ETOT|ETOTN)$/i;

const isNumberLike = (cell: string): boolean =>
  cell === '' || /^[+-]?(?:\d|\.\d)[\d.eE+-]*$|^[+-]?(?:nan|inf|infinity)$/i.test(cell);

/** Splits one line; a cell in double quotes may hold the delimiter, and a quote as two. Null for a quote left open. */
function splitLine(text: string, delimiter: string): string[] | null {
  if (!text.includes('"')) return delimiter === ' ' ? text.trim().split(/\s+/) : text.split(delimiter).map(trimmed);
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  const separates = (sign: string) => (delimiter === ' ' ? /\s/.test(sign) : sign === delimiter);
  const line = text.trim();
  for (let i = 0; i < line.length; i++) {
    const sign = line[i] as string;
    if (quoted && sign === '"' && line[i + 1] === '"') {
      cell += sign;
      i++;
    } else if (sign === '"' && (quoted || cell.trim() === '')) {
      quoted = !quoted;
    } else if (!quoted && separates(sign)) {
      while (delimiter === ' ' && separates(line[i + 1] ?? '')) i++;
      cells.push(cell);
      cell = '';
    } else {
      cell += sign;
    }
  }
  return quoted ? null : [...cells, cell].map(trimmed);
}

const trimmed = (cell: string): string => cell.trim();

function delimiterOf(line: string): string {
  return ['\t', ';', ','].find((sign) => line.includes(sign)) ?? ' ';
}

/** `E_lo [GeV]`, `flux (GeV^-1 m^-2 s^-1 sr^-1)`, `flux_per_GeV_m2_s_sr`, `energy_GeV`: the name and its unit. */
function nameAndUnit(text: string): TextColumn {
  if (text.length > MAX_NAME) return { name: text.slice(0, MAX_NAME), unit: null };
  const bracket = /^(.*?)\s*[[(]([^[\]]*)[\])]\s*(\S*)$/.exec(text);
  if (bracket) return { name: `${bracket[1]} ${bracket[3]}`.trim(), unit: (bracket[2] as string).trim() || null };
  const perUnit = /^(.+)_per_([GMT]eV)_(c?m)2_s_sr$/.exec(text);
  if (perUnit) return { name: perUnit[1] as string, unit: `${perUnit[2]}-1 ${perUnit[3]}-2 s-1 sr-1` };
  const energy = /^(.+)_([GMT]eV)$/.exec(text);
  return energy ? { name: energy[1] as string, unit: energy[2] as string } : { name: text, unit: null };
}

/** Names from comment lines `Col.4  -  <E>: mean value bin …`. */
function columnsFromList(comments: readonly string[]): string[] {
  const names: string[] = [];
  for (const comment of comments) {
    const [, number, name] = /^\s*Col\.\s?(\d{1,2})\s+-\s+(.*?)(?:\s*[:[(].*|\s{2,}.*|\s*)$/.exec(comment) ?? [];
    if (number !== undefined && Number(number) === names.length + 1) names.push(name as string);
  }
  return names;
}

/** Names from one comment line above the numbers, as programs write it, if one has as many words as there are columns. */
function columnsFromComment(comments: readonly string[], count: number): string[] | null {
  for (const comment of comments.toReversed()) {
    const text = comment.replace(/^\s*columns?:\s*/i, '').trim();
    for (const separator of [/\s+-\s+/, /\s*[,;\t]\s*/, /\s+/]) {
      const words = text.split(separator);
      // CRDB writes Qty above lines that leave it out.
      const named = words.length === count + 1 && /^qty$/i.test(words[0] as string) ? words.slice(1) : words;
      if (named.length === count && count > 1 && named.every((word) => word !== '' && !isNumberLike(word))) {
        return named;
      }
    }
  }
  return null;
}

/**
 * Finds out how a file is laid out.
 *
 * @throws {InputError} naming the line where rows and columns do not fit together
 */
export function readTableText(text: string, place: string): TextTable {
  if (text.length > MAX_CHARACTERS) {
    throw new InputError(place, `${place} has ${text.length} characters; at most ${MAX_CHARACTERS} are read.`);
  }
  const fail = (line: number, sentence: string): never => {
    throw new InputError(place, `${place}, line ${line}: ${sentence}`);
  };
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .map((line, index) => ({ line: index + 1, text: line }));
  const comments = lines
    .filter((line) => /^\s*#/.test(line.text))
    .map((line) => line.text.slice(0, MAX_COMMENT).replace(/^\s*# ?/, ''));
  const content = lines.filter((line) => line.text.trim() !== '' && !/^\s*#/.test(line.text));
  const first = content[0];
  if (!first) throw new InputError(place, `${place} has no lines of numbers; it needs at least one point.`);
  if (content.length > MAX_ROWS) {
    throw new InputError(place, `${place} has ${content.length} lines; at most ${MAX_ROWS} are read.`);
  }
  const ecsv = /^\s*%ECSV\s+\d/.test(comments[0] ?? '') ? readEcsvHeader(comments) : null;
  const delimiter = ecsv?.delimiter ?? delimiterOf(first.text);
  const split = ({ line, text: row }: { line: number; text: string }): TextRow => ({
    line,
    cells: splitLine(row, delimiter) ?? fail(line, 'a quotation mark is not closed; close it.'),
  });
  const all = content.map(split);
  const [top, ...below] = all as [TextRow, ...TextRow[]];
  const count = top.cells.length;
  if (count > MAX_COLUMNS) fail(top.line, `${count} columns; at most ${MAX_COLUMNS} are read.`);

  const table = (format: OwnDataFormat, columns: readonly TextColumn[], rows: readonly TextRow[]): TextTable => {
    const wrong = rows.find(({ cells }) => cells.length !== columns.length);
    if (wrong) {
      fail(wrong.line, `${wrong.cells.length} values for ${columns.length} columns; complete the line.`);
    }
    if (rows.length === 0) throw new InputError(place, `${place} has a header but no points; add one a line.`);
    return { format, columns, rows, comments };
  };
  const unnamed = (names: readonly string[]) => names.map((name) => ({ name, unit: null }));

  if (ecsv) {
    const same = ecsv.columns.length === count && ecsv.columns.every(({ name }, i) => name === top.cells[i]);
    if (!same) {
      fail(top.line, 'the names of the columns are not those of the ECSV header; save the file again as ECSV.');
    }
    return table('ECSV', ecsv.columns, below);
  }
  const listed = columnsFromList(comments);
  if (listed.length > 3 && CRDB_AXES.test(top.cells[2] ?? '')) return table('CRDB', unnamed(listed), all);
  if (CRDB_AXES.test(top.cells[2] ?? '') && count >= 11 && count <= CRDB_COLUMNS.length) {
    return table('CRDB', unnamed(CRDB_COLUMNS.slice(0, count)), all);
  }
  if (!top.cells.every(isNumberLike) && below.length > 0 && top.cells.every((cell) => !/^[+-]?\d/.test(cell))) {
    return table('CSV', top.cells.map(nameAndUnit), below);
  }
  const commented = columnsFromComment(comments, count);
  const isCrdb = commented?.includes('<E>') ?? false;
  const names = commented ?? Array.from({ length: count }, (_, i) => `column ${i + 1}`);
  return table(isCrdb ? 'CRDB' : 'CSV', isCrdb ? unnamed(names) : names.map(nameAndUnit), all);
}
