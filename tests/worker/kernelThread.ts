/** Entry of a thread of Node with the real kernel service; tests build it first. */
import { parentPort } from 'node:worker_threads';
import { expose } from 'comlink';
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs';
import { createKernelService } from '../../src/worker/kernelService.ts';
import { physics } from '../../src/worker/physics.ts';

if (!parentPort) throw new Error('this is the program of a thread');
expose(createKernelService(physics), nodeEndpoint(parentPort));
