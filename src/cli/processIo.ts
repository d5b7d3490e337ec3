/** The process as the command line sees it. */
import { readFile } from 'node:fs/promises';
import { INTERRUPTED } from './command.ts';
import type { Io } from './io.ts';
import { writeComplete } from './writeComplete.ts';

async function standardInput(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** Connects the command line to this process. */
export function processIo(): Io {
  // A reader that has seen enough (| head) closes the pipe: nothing went wrong.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2));
  }
  // Handled between steps of the work, so that a file being written is finished first.
  let atInterrupt: (() => void) | null = null;
  process.on('SIGINT', () => {
    const handler = atInterrupt;
    atInterrupt = null;
    if (handler) handler();
    else process.exit(INTERRUPTED);
  });
  return {
    onInterrupt(handler) {
      atInterrupt = handler;
      return () => {
        atInterrupt = null;
      };
    },
    stdout: (text) => void process.stdout.write(text),
    stderr: (text) => void process.stderr.write(text),
    isTerminal: process.stderr.isTTY === true,
    readFile: (path) => (path === '-' ? standardInput() : readFile(path, 'utf8')),
    writeFiles: async (files) => files.forEach(writeComplete),
  };
}
