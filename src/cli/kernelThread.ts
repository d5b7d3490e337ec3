/** Entry of a thread that computes for the command line. */
import { parentPort } from 'node:worker_threads';
import { expose } from 'comlink';
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs';
import { createKernelService } from '../worker/kernelService.ts';
import { physics } from '../worker/physics.ts';

if (!parentPort) throw new Error('this is the program of a thread');
expose(createKernelService(physics), nodeEndpoint(parentPort));
