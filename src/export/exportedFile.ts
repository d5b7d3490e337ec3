/** A finished file: the page downloads it, the command line writes it. */
export interface ExportedFile {
  readonly name: string;
  readonly mime: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const MIME = {
  csv: 'text/csv;charset=utf-8',
  json: 'application/json',
  txt: 'text/plain;charset=utf-8',
} as const;
export type FileEnding = keyof typeof MIME;

/** A text file in UTF-8. */
export function textFile(stem: string, ending: FileEnding, text: string): ExportedFile {
  return { name: `${stem}.${ending}`, mime: MIME[ending], bytes: new TextEncoder().encode(text) };
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
