/** Pools of real threads with the real kernel. */
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Worker } from 'node:worker_threads';
import { build } from 'vite';
import { createKernelThread } from '../../src/cli/kernelThreads.ts';
import { compileNodeKernel } from '../../src/kernel/nodeKernel.ts';
import { KernelPool } from '../../src/worker/pool.ts';

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
        input: { thread: join(ROOT, 'src/cli/kernelThread.ts') },
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
  const createWorker = () => createKernelThread(script, (thread) => threads.push(thread));
  return { pool: new KernelPool({ size, createWorker, wasm }), threads };
}
