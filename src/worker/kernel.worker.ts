/** Entry of the browser's kernel worker. */
import { expose } from 'comlink';
import { createKernelService } from './kernelService.ts';
import { announceLife } from './lifeSign.ts';
import { physics } from './physics.ts';
import type { KernelWorker } from './protocol.ts';

const service = createKernelService(physics);
const announced = announceLife();

expose({
  ...service,
  async initialise(wasm) {
    await Promise.all([announced, service.initialise(wasm)]);
  },
} satisfies KernelWorker);
