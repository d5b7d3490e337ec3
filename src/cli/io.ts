/** What the command line needs from the outside, so that tests can stand in for a terminal and a disk. */
export interface FileToWrite {
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface Io {
  /** Results. */
  stdout(text: string): void;
  /** Everything said to a person. */
  stderr(text: string): void;
  /** Whether standard error is a terminal, so that progress may be shown. */
  readonly isTerminal: boolean;
  /**
   * Has an interrupt (Ctrl-C) end a work in good order instead of the program at once; a second one ends the program.
   * Absent where there are none.
   *
   * @returns ends this
   */
  onInterrupt?(handler: () => void): () => void;
  /** Text of a file; `-` is standard input. */
  readFile(path: string): Promise<string>;
  /** Writes all files, each complete or not at all; folders on the way are made. */
  writeFiles(files: readonly FileToWrite[]): Promise<void>;
}
