import { Worker } from 'node:worker_threads';
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs';
import { describe, expect, it } from 'vitest';
import { WorkerCrashedError } from '../../src/worker/errors.ts';
import type { WorkerLike } from '../../src/worker/workerLike.ts';
import { allReady, answerOf, EMPTY_MODULE, makePool, makeThreadPool, NO_ENERGIES, named } from './fixtures.ts';

/** A thread of the stand-in that the test can kill from outside. */
function createKillableWorker(started: Worker[]): WorkerLike {
  const worker = new Worker(new URL('./standIn.worker.mjs', import.meta.url));
  started.push(worker);
  return {
    endpoint: nodeEndpoint(worker),
    onDeath: (listener) => void worker.on('exit', (code) => listener(`it exited with code ${code}`)),
    terminate: () => void worker.terminate(),
  };
}

describe('a worker that dies in mid-call', () => {
  it('rejects the call and answers the next one on a new worker', async () => {
    const started: Worker[] = [];
    const pool = makePool({ createWorker: () => createKillableWorker(started) });
    const before = await answerOf(pool.evaluate(named('answer')));
    const call = pool.evaluate(named('never'));
    await started[0]?.terminate();
    await expect(call).rejects.toBeInstanceOf(WorkerCrashedError);
    const after = await answerOf(pool.evaluate(named('answer')));
    expect(after.thread).not.toBe(before.thread);
    expect(started).toHaveLength(2);
  });

  it('is noticed in the middle of a computation that never yields', async () => {
    const started: Worker[] = [];
    const pool = makePool({ createWorker: () => createKillableWorker(started) });
    await pool.evaluate(named('answer'));
    const call = pool.fit(named('block'));
    setTimeout(() => started[0]?.terminate(), 30);
    await expect(call).rejects.toThrow(/died in mid-computation/);
    expect(await pool.fit(named('answer'))).toMatchObject({ name: 'answer' });
  });

  it.each(['exit', 'throw'])('is noticed when it ends by itself (%s)', async (fate) => {
    const { pool } = makeThreadPool();
    await expect(pool.predict(named(fate), NO_ENERGIES)).rejects.toBeInstanceOf(WorkerCrashedError);
    expect(await pool.predict(named('answer'), NO_ENERGIES)).toMatchObject({ name: 'answer' });
  });

  it('leaves what other workers do and what waits untouched', async () => {
    const { pool } = makeThreadPool({ size: 2 });
    await allReady(pool);
    const elsewhere = pool.evaluate(named('wait 60'));
    const killed = pool.fit(named('exit'));
    const waiting = pool.fit(named('later'));
    await expect(killed).rejects.toBeInstanceOf(WorkerCrashedError);
    expect(await elsewhere).toMatchObject({ name: 'wait 60' });
    expect(await waiting).toMatchObject({ name: 'later' });
  });

  it('can happen any number of times, each to its own call', async () => {
    const { pool } = makeThreadPool();
    for (let n = 0; n < 5; n++) await expect(pool.evaluate(named('exit'))).rejects.toBeInstanceOf(WorkerCrashedError);
    expect(await pool.evaluate(named('answer'))).toMatchObject({ name: 'answer' });
  });
});

describe('a worker that cannot be started', () => {
  it('is tried a few times, then every call says why', async () => {
    let attempts = 0;
    const createWorker = (): WorkerLike => {
      attempts++;
      throw new Error('its script is missing');
    };
    const pool = makePool({ createWorker });
    const calls = [pool.evaluate(named('a')), pool.predict(named('b'), NO_ENERGIES), pool.fit(named('c'))];
    for (const call of await Promise.allSettled(calls)) {
      expect(call).toMatchObject({ status: 'rejected', reason: { name: 'WorkerCrashedError' } });
      expect(String((call as PromiseRejectedResult).reason.message)).toContain('its script is missing');
    }
    expect(attempts).toBe(3);
    await expect(pool.evaluate(named('later'))).rejects.toThrow('its script is missing');
  });

  it('that exits at once does not start others for ever', async () => {
    const started: Worker[] = [];
    const createWorker = () => {
      const worker = createKillableWorker(started);
      void started.at(-1)?.terminate();
      return worker;
    };
    const pool = makePool({ createWorker, size: 2 });
    await expect(pool.evaluate(named('answer'))).rejects.toThrow(/no worker can be started, after 3 attempts/);
    expect(started).toHaveLength(6);
  });

  it('passes on why there is no kernel', async () => {
    const wasm = Promise.reject(new Error('the server answered 404 for the kernel'));
    const { pool, threads } = makeThreadPool({ wasm, size: 2 });
    await expect(pool.evaluate(named('answer'))).rejects.toThrow('the server answered 404');
    expect(threads).toHaveLength(0);
  });

  it('leaves the work to the others', async () => {
    const { pool: good } = makeThreadPool();
    await good.evaluate(named('answer'));
    let attempts = 0;
    const started: Worker[] = [];
    const pool = makePool({
      size: 2,
      wasm: EMPTY_MODULE,
      createWorker: () => {
        attempts++;
        if (attempts !== 2) throw new Error('no memory for another thread');
        return createKillableWorker(started);
      },
    });
    expect(await pool.evaluate(named('answer'))).toMatchObject({ name: 'answer' });
    expect(started).toHaveLength(1);
  });
});
