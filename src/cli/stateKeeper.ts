import type { PosteriorRun } from '../analysis/inferenceTypes.ts';

/** The state is written this often, ms, and never for more than a small part of the time. */
const WRITE_EVERY_ms = 5000;
const WRITE_PART = 20;

/** Writes the state now and then: in full, since a half-written one would be lost. */
export class StateKeeper {
  readonly #write: (run: PosteriorRun) => Promise<void>;
  #next = performance.now();

  constructor(write: (run: PosteriorRun) => Promise<void>) {
    this.#write = write;
  }

  async keepNow(run: PosteriorRun): Promise<void> {
    const start = performance.now();
    await this.#write(run);
    const end = performance.now();
    this.#next = end + Math.max(WRITE_EVERY_ms, WRITE_PART * (end - start));
  }

  isDue(): boolean {
    return performance.now() >= this.#next;
  }
}
