import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { CancelledError, SupersededError } from '../../src/worker/errors.ts';
import { allReady, answerOf, makeThreadPool, NO_ENERGIES, named } from './fixtures.ts';

/** Settles with the name of the error, or with the answer's. */
const fate = (call: Promise<unknown>) =>
  answerOf(call).then(
    ({ name }) => name,
    (error: Error) => error.name,
  );

describe('evaluations: the newest wins', () => {
  it('runs the first and the last of a burst and rejects those between', async () => {
    const { pool } = makeThreadPool();
    await pool.evaluate(named('answer'));
    const calls = ['wait 30', 'b', 'c', 'd'].map((name) => fate(pool.evaluate(named(name))));
    expect(await Promise.all(calls)).toEqual(['wait 30', 'SupersededError', 'SupersededError', 'd']);
  });

  it('keeps only the newest of those made before a worker is ready', async () => {
    const { pool } = makeThreadPool({ size: 2 });
    const calls = ['a', 'b', 'c'].map((name) => fate(pool.evaluate(named(name))));
    expect(await Promise.all(calls)).toEqual(['SupersededError', 'SupersededError', 'c']);
  });

  it('runs one at a time even with free workers, and stays with one worker', async () => {
    const { pool } = makeThreadPool({ size: 3 });
    await allReady(pool);
    const threads = new Set<number>();
    for (let n = 0; n < 6; n++) threads.add((await answerOf(pool.evaluate(named('answer')))).thread);
    expect(threads.size).toBe(1);
    const running = pool.evaluate(named('wait 50'));
    const waiting = pool.evaluate(named('next'));
    const first = await Promise.race([running, waiting].map(answerOf));
    expect(first.name).toBe('wait 50');
    await waiting;
  });

  it('names the error of an overtaken evaluation', async () => {
    const { pool } = makeThreadPool();
    const overtaken = pool.evaluate(named('a'));
    const newest = pool.evaluate(named('b'));
    await expect(overtaken).rejects.toBeInstanceOf(SupersededError);
    await newest;
  });

  it('replaces the worker of an evaluation that never ends once a newer one waits', async () => {
    const { pool, threads } = makeThreadPool({ evaluationPatience_ms: 50 });
    await allReady(pool);
    const stuck = fate(pool.evaluate(named('block')));
    await sleep(150);
    expect(threads).toHaveLength(1);
    expect(await fate(pool.evaluate(named('next')))).toBe('next');
    expect(await stuck).toBe('WorkerCrashedError');
    expect(threads).toHaveLength(2);
  });
});

describe('fits and predictions: first come, first served', () => {
  it('answers every prediction, over all workers', async () => {
    const { pool } = makeThreadPool({ size: 3 });
    await allReady(pool);
    const answers = await Promise.all(
      Array.from({ length: 9 }, () => answerOf(pool.predict(named('wait 20'), NO_ENERGIES))),
    );
    expect(new Set(answers.map(({ thread }) => thread)).size).toBe(3);
  });

  it.each([1, 2, 3])('evaluates while fits run and wait, with %i workers', async (size) => {
    const { pool } = makeThreadPool({ size });
    let fitsDone = 0;
    const fits = Array.from({ length: 3 }, () => pool.fit(named('slices 30')).then(() => fitsDone++));
    for (let n = 0; n < 5; n++) await pool.evaluate(named('answer'));
    expect(fitsDone).toBe(0);
    await Promise.all(fits);
  });

  it('keeps one worker of two free of fits', async () => {
    const { pool } = makeThreadPool({ size: 2 });
    await allReady(pool);
    const fits = Array.from({ length: 3 }, () => answerOf(pool.fit(named('slices 4'))));
    const evaluation = await answerOf(pool.evaluate(named('answer')));
    const threads = new Set((await Promise.all(fits)).map(({ thread }) => thread));
    expect(threads.size).toBe(1);
    expect(threads).not.toContain(evaluation.thread);
  });

  it('refuses a pool without workers', () => {
    expect(() => makeThreadPool({ size: 0 })).toThrow(RangeError);
  });
});

describe('cancellation', () => {
  it('does not start what was cancelled before the call', async () => {
    const { pool } = makeThreadPool();
    await expect(pool.fit(named('answer'), { signal: AbortSignal.abort() })).rejects.toBeInstanceOf(CancelledError);
  });

  it('drops what waits in the queue and leaves the rest in order', async () => {
    const { pool } = makeThreadPool();
    const controller = new AbortController();
    const first = fate(pool.predict(named('wait 30'), NO_ENERGIES));
    const second = fate(pool.predict(named('second'), NO_ENERGIES, { signal: controller.signal }));
    const third = fate(pool.predict(named('third'), NO_ENERGIES));
    controller.abort();
    expect(await Promise.all([first, second, third])).toEqual(['wait 30', 'AbortError', 'third']);
  });

  it('stops a running fit between two slices and keeps its worker', async () => {
    const { pool, threads } = makeThreadPool();
    await pool.evaluate(named('answer'));
    const controller = new AbortController();
    const fit = fate(pool.fit(named('slices 100000'), { signal: controller.signal }));
    await sleep(30);
    controller.abort();
    expect(await fit).toBe('AbortError');
    expect(await fate(pool.fit(named('another fit')))).toBe('another fit');
    expect(threads).toHaveLength(1);
  });

  it('tells the caller at once and replaces a worker that does not react', async () => {
    const { pool, threads } = makeThreadPool();
    await pool.evaluate(named('answer'));
    const controller = new AbortController();
    const fit = fate(pool.fit(named('block'), { signal: controller.signal }));
    await sleep(20);
    const start = performance.now();
    controller.abort();
    expect(await fit).toBe('AbortError');
    // The worker has 300 ms; the caller must not wait for it.
    expect(performance.now() - start).toBeLessThan(100);
    expect(await fate(pool.fit(named('another fit')))).toBe('another fit');
    expect(threads).toHaveLength(2);
  });

  it('runs an evaluation again that shared the worker with a fit that does not react', async () => {
    const { pool, threads } = makeThreadPool({ cancelPatience_ms: 30 });
    await pool.evaluate(named('answer'));
    const controller = new AbortController();
    const fit = fate(pool.fit(named('never'), { signal: controller.signal }));
    const evaluation = fate(pool.evaluate(named('wait 200')));
    await sleep(20);
    controller.abort();
    expect(await fit).toBe('AbortError');
    expect(await evaluation).toBe('wait 200');
    expect(threads).toHaveLength(2);
  });

  it('ignores a signal that fires after the answer', async () => {
    const { pool, threads } = makeThreadPool({ cancelPatience_ms: 10 });
    const controller = new AbortController();
    await pool.fit(named('answer'), { signal: controller.signal });
    controller.abort();
    await sleep(30);
    expect(await fate(pool.fit(named('again')))).toBe('again');
    expect(threads).toHaveLength(1);
  });
});

describe('closing', () => {
  it('rejects all that runs or waits, and every later call', async () => {
    const { pool } = makeThreadPool();
    await pool.evaluate(named('answer'));
    const pending = [
      pool.evaluate(named('never')),
      pool.evaluate(named('waits')),
      pool.predict(named('waits'), NO_ENERGIES),
      pool.fit(named('never')),
      pool.fit(named('waits')),
    ].map(fate);
    pool.dispose();
    expect(await Promise.all(pending)).toEqual(Array(5).fill('AbortError'));
    expect(await fate(pool.evaluate(named('late')))).toBe('AbortError');
    expect(await fate(pool.fit(named('late')))).toBe('AbortError');
  });
});
