/** How long the kernel takes to start: in a program of its own each time, since V8 keeps code that it compiled once. */
import { execFile } from 'node:child_process';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { loadKernel } from '../../src/kernel/kernel.ts';
import { compileNodeKernel } from '../../src/kernel/nodeKernel.ts';

/** Times of one start, ms. */
export interface KernelStart {
  /** File read and compiled. */
  readonly compiled: number;
  /** Instance made, with the tables that never change. */
  readonly instantiated: number;
}

/** Starts the kernel in this program. */
export async function startKernel(): Promise<KernelStart> {
  // The libraries of the benchmark are still busy with their own start.
  await setTimeout(300);
  const start = performance.now();
  const module = await compileNodeKernel();
  const compiled = performance.now();
  await loadKernel(module);
  return { compiled: compiled - start, instantiated: performance.now() - compiled };
}

/** Starts the kernel in new programs, one after the other; `script` prints the JSON of startKernel. */
export async function startKernels(script: string, argument: string, count: number): Promise<KernelStart[]> {
  const starts: KernelStart[] = [];
  for (let i = 0; i < count; i++) {
    const { stdout } = await promisify(execFile)(process.execPath, [script, argument]);
    starts.push(JSON.parse(stdout));
  }
  return starts;
}
