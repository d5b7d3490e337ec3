import type { Endpoint } from 'comlink';

/** A thread that runs a kernel worker: what the pool needs of a browser's Worker or of one of node:worker_threads. */
export interface WorkerLike {
  /** Where comlink's messages go. */
  readonly endpoint: Endpoint;
  /** Calls back, with the reason as far as it is known, when the thread fails or ends without having been asked to. */
  onDeath(listener: (reason: string) => void): void;
  /** Ends the thread at once, even in the middle of a computation. */
  terminate(): void;
}
