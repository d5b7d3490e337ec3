import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { FileToWrite } from './io.ts';

/**
 * Writes a file that is complete under its own name or not there at all, since renaming is one step.
 *
 * @throws the error of the file system; nothing unfinished stays behind
 */
export function writeComplete({ path, bytes }: FileToWrite): void {
  mkdirSync(dirname(path), { recursive: true });
  const unfinished = `${path}.${process.pid}.part`;
  try {
    writeFileSync(unfinished, bytes);
    renameSync(unfinished, path);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}

/** A folder's path, so that a file's name can follow. */
export const withoutTrailingSlash = (folder: string): string => folder.replace(/(?<=.)[/\\]+$/, '');
