import type { Io } from './io.ts';

/** A line of standard error that is written over, on a terminal only. */
export class ProgressLine {
  readonly #io: Io;
  #width = 0;

  constructor(io: Io) {
    this.#io = io;
  }

  show(text: string): void {
    if (!this.#io.isTerminal) return;
    this.#io.stderr(`\r${text.padEnd(this.#width)}`);
    this.#width = text.length;
  }

  /** Leaves nothing behind. */
  clear(): void {
    if (this.#width === 0) return;
    this.#io.stderr(`\r${' '.repeat(this.#width)}\r`);
    this.#width = 0;
  }
}

/** Lets the process handle what waits, an interrupt for instance. */
export function breathe(): Promise<void> {
  return new Promise((resume) => setImmediate(resume));
}
