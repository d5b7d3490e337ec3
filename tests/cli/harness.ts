/** A command line without a terminal or a disk: what it reads is given, what it writes is kept. */

import type { Io } from '../../src/cli/io.ts';
import { main } from '../../src/cli/main.ts';

export interface Outcome {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly files: ReadonlyMap<string, string>;
}

export interface Surroundings {
  readonly files?: Readonly<Record<string, string>>;
  readonly stdin?: string;
  readonly isTerminal?: boolean;
  /** Makes writing fail as a full disk does. */
  readonly writeError?: NodeJS.ErrnoException;
}

function fileError(code: string, path: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`${code}: no such file or directory, open '${path}'`), { code });
}

/** Runs one command line, given as its arguments. */
export async function geminga(argv: readonly string[], surroundings: Surroundings = {}): Promise<Outcome> {
  const said = { stdout: '', stderr: '' };
  const files = new Map<string, string>();
  const io: Io = {
    stdout: (text) => {
      said.stdout += text;
    },
    stderr: (text) => {
      said.stderr += text;
    },
    isTerminal: surroundings.isTerminal ?? false,
    readFile: async (path) => {
      if (path === '-') return surroundings.stdin ?? '';
      const text = surroundings.files?.[path];
      if (text === undefined) throw fileError('ENOENT', path);
      return text;
    },
    writeFiles: async (written) => {
      if (surroundings.writeError) throw surroundings.writeError;
      for (const { path, bytes } of written) files.set(path, new TextDecoder().decode(bytes));
    },
  };
  const status = await main(argv, io);
  return { status, ...said, files };
}
