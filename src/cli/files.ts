/** Reading and writing of files with sentences for what goes wrong. */
import { InputError } from '../model/inputError.ts';
import type { FileToWrite, Io } from './io.ts';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'access is not permitted',
  EPERM: 'access is not permitted',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of the path is no folder',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EEXIST: 'a file of that name is in the way',
};

function reason(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return (code !== undefined && REASONS[code]) || message;
}

/** How messages call a file. */
export const placeOf = (path: string) => (path === '-' ? 'standard input' : path);

/** @throws {InputError} when the file cannot be read */
export async function readText(path: string, io: Io): Promise<string> {
  try {
    return await io.readFile(path);
  } catch (error) {
    throw new InputError(path, `${placeOf(path)} cannot be read: ${reason(error)}; check the path.`);
  }
}

/** @throws {InputError} when a file cannot be written */
export async function writeFiles(files: readonly FileToWrite[], io: Io): Promise<void> {
  try {
    await io.writeFiles(files);
  } catch (error) {
    const path = files[0]?.path ?? '';
    throw new InputError(
      path,
      `${files.length > 1 ? `${path} and its neighbours` : path} cannot be written: ${reason(error)}; choose another place.`,
    );
  }
}
