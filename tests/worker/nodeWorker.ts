import { Worker } from 'node:worker_threads';
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs';
import type { WorkerLike } from '../../src/worker/workerLike.ts';

/** Starts a thread of Node that speaks the protocol of a kernel worker. */
export function createNodeWorker(script: URL): WorkerLike {
  const worker = new Worker(script);
  return {
    endpoint: nodeEndpoint(worker),
    onDeath(listener) {
      worker.on('error', (error) => listener(error instanceof Error ? error.message : String(error)));
      worker.on('exit', (code) => listener(`it exited with code ${code}`));
    },
    terminate() {
      worker.removeAllListeners();
      // Without a listener an error that is already on its way would end the whole process.
      worker.on('error', () => {});
      void worker.terminate();
    },
  };
}
