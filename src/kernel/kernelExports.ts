import { instantiate } from '../../build/geminga.js';

/** The functions that the wasm module exports, typed by the compiler's bindings. */
export type KernelExports = Awaited<ReturnType<typeof instantiate>>;

/** Makes an instance of the compiled module; it imports nothing. */
export function instantiateKernel(module: WebAssembly.Module): Promise<KernelExports> {
  return instantiate(module, {});
}
