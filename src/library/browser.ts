/** The library in a browser or bundler: the same computations in a pool of Web Workers. */
import { createBrowserPool, defaultPoolSize } from '../worker/browserKernel.ts';
import type { Pool } from '../worker/protocol.ts';

export { CancelledError, SupersededError, WorkerCrashedError } from '../worker/errors.ts';
export type { Pool } from '../worker/protocol.ts';
export * from './surface.ts';

/** Starts a pool of workers, each with the kernel: predict, evaluate and fit scenarios, then `dispose()` it. */
export function createLaboratory(options: { readonly workers?: number } = {}): Pool {
  return createBrowserPool(options.workers ?? defaultPoolSize());
}
