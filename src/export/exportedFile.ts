/** A finished file: the page downloads it, the command line writes it. */
import type { Scenario } from '../model/scenario.ts';
import { scenarioHash } from './scenarioHash.ts';

export interface ExportedFile {
  readonly name: string;
  readonly mime: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const MIME = {
  csv: 'text/csv;charset=utf-8',
  ecsv: 'text/plain;charset=utf-8',
  json: 'application/json',
  txt: 'text/plain;charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  py: 'text/x-python;charset=utf-8',
  bib: 'text/x-bibtex;charset=utf-8',
  zip: 'application/zip',
} as const;
export type FileEnding = keyof typeof MIME;

/** A file of bytes. */
export function binaryFile(stem: string, ending: FileEnding, bytes: Uint8Array<ArrayBuffer>): ExportedFile {
  return { name: `${stem}.${ending}`, mime: MIME[ending], bytes };
}

/** A text file in UTF-8. */
export function textFile(stem: string, ending: FileEnding, text: string): ExportedFile {
  return binaryFile(stem, ending, new TextEncoder().encode(text));
}

/** The text of a file, as a terminal shows it. */
export function fileText(file: ExportedFile): string {
  return new TextDecoder().decode(file.bytes);
}

/** A name as it can stand in a file name: lower-case ASCII letters, digits and hyphens. */
export function fileStem(name: string, ...parts: string[]): string {
  const plain = [name, ...parts]
    .map((part) =>
      part
        .normalize('NFKD')
        .replace(/[^\x20-\x7e]/g, '')
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-+|-+$/g, ''),
    )
    .filter((part) => part !== '');
  return plain.length > 0 ? plain.join('-') : 'scenario';
}

/**
 * The day of an export without hyphens: `20260301`.
 *
 * @param date `2026-03-01`
 * @throws {RangeError} for anything else
 */
function compactDay(date: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) throw new RangeError(`a date is ${date}, but must be like 2026-03-01`);
  return date.replaceAll('-', '');
}

/**
 * The name of an exported file without its ending: `geminga-NAME-PART-20260301-1a2b3c`, with the day of the export and
 * the fingerprint of the scenario, or `NAME-PART` where no day is given.
 *
 * @param part what the file holds, `spectrum` for instance; empty for everything
 * @param date day of the export, `2026-03-01`
 */
export function exportStem(scenario: Scenario, part: string, date?: string): string {
  if (date === undefined) return fileStem(scenario.name, part);
  const name = fileStem(scenario.name).replace(/^geminga-(?=.)/, '');
  return fileStem('geminga', name, part, compactDay(date), scenarioHash(scenario));
}
