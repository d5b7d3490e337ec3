import wasmUrl from '../../build/geminga.wasm?url';
import { createBrowserWorker } from './browserWorker.ts';
import { TroubleError } from './errors.ts';
import { KernelPool } from './pool.ts';
import type { Pool } from './protocol.ts';
import { SameFramePool } from './sameFramePool.ts';

async function fetchModule(url: string): Promise<WebAssembly.Module> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`the server answered ${response.status} for ${response.url}`);
  // Streaming needs the type application/wasm, which some static hosts do not send.
  const isWasm = response.headers.get('Content-Type')?.split(';')[0]?.trim() === 'application/wasm';
  return isWasm ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
}

/**
 * Fetches and compiles the kernel.
 *
 * @throws {Error} with one sentence when it does not arrive or cannot be compiled
 */
export async function compileKernel(url: string = wasmUrl): Promise<WebAssembly.Module> {
  try {
    return await fetchModule(url);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new TroubleError('noKernel', reason);
  }
}

/** As many workers as help: one evaluation runs at a time, beside it fits and predictions. */
export function defaultPoolSize(): number {
  return Math.min(4, Math.max(1, navigator.hardwareConcurrency));
}

/** A pool of the browser's workers with the kernel of this build. */
export function createBrowserPool(size = defaultPoolSize(), wasm = compileKernel()): KernelPool {
  return new KernelPool({ size, createWorker: createBrowserWorker, wasm });
}

/** The same for a page that follows a hand: short evaluations are answered in its own thread. */
export function createPagePool(): Pool {
  const wasm = compileKernel();
  return new SameFramePool(createBrowserPool(defaultPoolSize(), wasm), wasm, async () => {
    const { evaluationPhysics } = await import('./evaluationPhysics.ts');
    return evaluationPhysics;
  });
}
