import { readFile } from 'node:fs/promises';
import { type Kernel, loadKernel } from './kernel.ts';

/** The kernel's file: beside the built program, or in the build folder of a checkout. */
const PLACES = ['./geminga.wasm', '../geminga.wasm', '../../build/geminga.wasm'];

/** Compiles the kernel from its file. */
export async function compileNodeKernel(): Promise<WebAssembly.Module> {
  for (const place of PLACES) {
    const bytes = await readFile(new URL(place, import.meta.url)).catch(() => null);
    if (bytes) return WebAssembly.compile(bytes);
  }
  throw new Error('the file geminga.wasm is missing: run "npm run build"');
}

/** Loads the kernel in Node. */
export async function loadNodeKernel(): Promise<Kernel> {
  return loadKernel(await compileNodeKernel());
}
