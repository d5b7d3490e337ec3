/** Where a result goes: standard output, or a file in the format that its ending names. */
import { type ExportedFile, fileText } from '../export/exportedFile.ts';
import { InputError } from '../model/inputError.ts';
import { writeFiles } from './files.ts';
import type { Io } from './io.ts';

/** Ways to write one result, by the ending of the file. */
export type Writers = Readonly<Record<string, () => ExportedFile>>;

/**
 * The ending of `--out`, checked before anything is computed.
 *
 * @throws {InputError} when the ending names no format that the command writes
 */
export function outputEnding<Ending extends string>(path: string, endings: readonly Ending[]): Ending {
  const given = /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  const ending = endings.find((known) => known === given);
  if (ending === undefined) {
    const names = endings.map((known) => `.${known}`);
    const allowed = [names.slice(0, -1).join(', '), ...names.slice(-1)].filter((part) => part !== '').join(' or ');
    throw new InputError(
      '--out',
      `--out is "${path}", but the file must end in ${allowed}, which picks the format; rename it.`,
    );
  }
  return ending;
}

/** Writes to the file, or to standard output when there is none or it is `-`. */
export async function writeResult(file: ExportedFile, path: string | undefined, io: Io): Promise<void> {
  if (path === undefined || path === '-') io.stdout(fileText(file));
  else await writeFiles([{ path, bytes: file.bytes }], io);
}
