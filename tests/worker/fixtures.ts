import { expose } from 'comlink';
import { afterEach } from 'vitest';
import type { Scenario } from '../../src/model/scenario.ts';
import { createKernelService } from '../../src/worker/kernelService.ts';
import { KernelPool, type KernelPoolOptions } from '../../src/worker/pool.ts';
import type { Physics } from '../../src/worker/runTask.ts';
import type { WorkerLike } from '../../src/worker/workerLike.ts';
import { createNodeWorker } from './nodeWorker.ts';

/** The smallest module there is: stand-ins compute nothing with it. */
export const EMPTY_MODULE = new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));
export const NO_ENERGIES = new Float64Array(0);

/** A scenario whose name tells the stand-in what to do; it reads nothing else. */
export const named = (name: string) => ({ name }) as unknown as Scenario;

/** What the stand-in answers. */
export interface StandInAnswer {
  readonly name: string;
  readonly thread: number;
}
/** The pool hands through what the worker answers, whatever it is. */
export const answerOf = (call: Promise<unknown>) => call as Promise<StandInAnswer>;

const pools: KernelPool[] = [];
afterEach(() => {
  for (const pool of pools.splice(0)) pool.dispose();
});

/** A pool that is closed at the end of the test. */
export function makePool(options: Partial<KernelPoolOptions> & Pick<KernelPoolOptions, 'createWorker'>): KernelPool {
  const pool = new KernelPool({ size: 1, wasm: EMPTY_MODULE, ...options });
  pools.push(pool);
  return pool;
}

/** A pool of real threads that run the stand-in; `threads` collects them in the order of their start. */
export function makeThreadPool(options: Partial<KernelPoolOptions> = {}): { pool: KernelPool; threads: WorkerLike[] } {
  const threads: WorkerLike[] = [];
  const createWorker = () => {
    const thread = createNodeWorker(new URL('./standIn.worker.mjs', import.meta.url));
    threads.push(thread);
    return thread;
  };
  return { pool: makePool({ createWorker, ...options }), threads };
}

/** Waits until every worker of a pool of threads answers. */
export async function allReady(pool: KernelPool): Promise<void> {
  for (let threads = 0; threads < pool.size; ) {
    const calls = Array.from({ length: pool.size }, () => answerOf(pool.predict(named('wait 20'), NO_ENERGIES)));
    threads = new Set((await Promise.all(calls)).map(({ thread }) => thread)).size;
  }
}

/** The real kernel service over a message channel in this thread, with stand-in physics. */
export function createChannelWorker<Kernel>(physics: Physics<Kernel>): WorkerLike {
  const { port1, port2 } = new MessageChannel();
  expose(createKernelService(physics), port2);
  return {
    endpoint: port1,
    onDeath() {},
    terminate() {
      port1.close();
      port2.close();
    },
  };
}
