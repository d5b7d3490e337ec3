/** Pools of real threads with the real kernel. */
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs';
import { build } from 'vite';
import { compileNodeKernel } from '../../src/kernel/nodeKernel.ts';
import { KernelPool } from '../../src/worker/pool.ts';
import type { WorkerLike } from '../../src/worker/workerLike.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The program of a thread, built into a folder of its own, and the compiled kernel. */
export interface ThreadProgram {
  readonly script: URL;
  readonly wasm: WebAssembly.Module;
  remove(): Promise<void>;
}

/** Builds the program of a thread. Inside the project, so that it finds comlink. */
export async function buildThreadProgram(): Promise<ThreadProgram> {
  const folder = await mkdtemp(join(ROOT, 'node_modules/.kernel-thread-'));
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    build: {
      outDir: folder,
      emptyOutDir: false,
      minify: false,
      ssr: true,
      rollupOptions: {
        input: { thread: join(ROOT, 'tests/worker/kernelThread.ts') },
        output: { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
    ssr: { noExternal: true },
  });
  return {
    script: pathToFileURL(join(folder, 'thread.mjs')),
    wasm: await compileNodeKernel(),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** A pool of threads; `threads` collects them in the order of their start, so that a test can end one. */
export function threadPool({ script, wasm }: ThreadProgram, size: number): { pool: KernelPool; threads: Worker[] } {
  const threads: Worker[] = [];
  const createWorker = (): WorkerLike => {
    const thread = new Worker(script);
    threads.push(thread);
    return {
      endpoint: nodeEndpoint(thread),
      onDeath(listener) {
        thread.on('error', (error) => listener(String(error)));
        thread.on('exit', (code) => listener(`it exited with code ${code}`));
      },
      terminate() {
        thread.removeAllListeners();
        thread.on('error', () => {});
        void thread.terminate();
      },
    };
  };
  return { pool: new KernelPool({ size, createWorker, wasm }), threads };
}
