/** Threads of Node with the kernel, as a pool like the page's. */
import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs';
import { compileNodeKernel } from '../kernel/nodeKernel.ts';
import { KernelPool } from '../worker/pool.ts';
import type { WorkerLike } from '../worker/workerLike.ts';

/** The built program of a thread: beside the program, or above its parts. */
const PLACES = ['./kernelThread.js', '../kernelThread.js'];

/** Starts a thread that speaks the protocol of a kernel worker. */
export function createKernelThread(script: URL, onStart?: (thread: Worker) => void): WorkerLike {
  const thread = new Worker(script);
  onStart?.(thread);
  return {
    endpoint: nodeEndpoint(thread),
    onDeath(listener) {
      thread.on('error', (error) => listener(error instanceof Error ? error.message : String(error)));
      thread.on('exit', (code) => listener(`it exited with code ${code}`));
    },
    terminate() {
      thread.removeAllListeners();
      // Without a listener an error that is already on its way would end the whole process.
      thread.on('error', () => {});
      void thread.terminate();
    },
  };
}

/** A pool of so many threads; null where the program runs from its sources, which have no built thread. */
export function kernelThreads(size: number): KernelPool | null {
  const script = PLACES.map((place) => new URL(place, import.meta.url)).find((url) => existsSync(url));
  if (!script) return null;
  return new KernelPool({ size, createWorker: () => createKernelThread(script), wasm: compileNodeKernel() });
}
