import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { contourOf } from '../../src/analysis/contours.ts';
import { fitScenario } from '../../src/analysis/fitScenario.ts';
import type { PosteriorRun } from '../../src/analysis/inferenceTypes.ts';
import { profileOf } from '../../src/analysis/profiles.ts';
import { CancelledError, SupersededError } from '../../src/worker/errors.ts';
import type { KernelPool } from '../../src/worker/pool.ts';
import { preset, testKernel } from '../support.ts';
import { buildThreadProgram, type ThreadProgram, threadPool } from './kernelThreads.ts';

const kernel = await testKernel();
const report = fitScenario(kernel, preset('geminga'));
const best = report.scenario;
const CHOICE = { walkers: 16, steps: 30, seed: 7 };

let program: ThreadProgram;
beforeAll(async () => {
  program = await buildThreadProgram();
}, 60_000);
afterAll(() => program.remove());

const pools: KernelPool[] = [];
afterEach(() => {
  for (const pool of pools.splice(0)) pool.dispose();
});
function makePool(size: number) {
  const made = threadPool(program, size);
  pools.push(made.pool);
  return made;
}

const hash = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex');

async function sampled(size: number): Promise<PosteriorRun> {
  const { inference } = makePool(size).pool;
  return inference.sample(await inference.startSampling(report, CHOICE));
}

// Threads start, load a kernel and share two processors with whatever else runs.
describe('inference in a pool of threads', { timeout: 60_000 }, () => {
  it('gives the same chain to the last bit at one, two and three workers', async () => {
    const runs = [await sampled(1), await sampled(2), await sampled(3)];
    expect(runs[0]?.run.state.step).toBe(CHOICE.steps);
    expect(runs[0]?.run.ended).toBe('limit');
    expect(new Set(runs.map(hash)).size).toBe(1);
  });

  it('paused, written out, read back and continued comes to the same bytes', async () => {
    const whole = await sampled(2);
    const { inference } = makePool(2).pool;
    const pause = new AbortController();
    const part = await inference.sample(await inference.startSampling(report, CHOICE), {
      pause: pause.signal,
      onProgress: ({ step }) => {
        if (step === 11) pause.abort();
      },
    });
    expect(part.run.ended).toBeNull();
    expect(part.run.state.step).toBe(11);
    const readBack = JSON.parse(JSON.stringify(part)) as PosteriorRun;
    expect(hash(await inference.sample(readBack))).toBe(hash(whole));
  });

  it('survives the death of a worker in mid-sample: the chunk is repeated, the bytes are the same', async () => {
    const whole = await sampled(2);
    const { pool, threads } = makePool(2);
    const start = await pool.inference.startSampling(report, CHOICE);
    const killed: Promise<number>[] = [];
    const run = await pool.inference.sample(start, {
      onProgress: ({ step }) => {
        if (step === 5 || step === 15) killed.push((threads.at(-1) as (typeof threads)[number]).terminate());
      },
    });
    expect(killed).toHaveLength(2);
    expect(threads.length).toBeGreaterThan(2);
    expect(hash(run)).toBe(hash(whole));
  });

  it('is cancelled by its signal, and the last run of the progress can be resumed', async () => {
    const whole = await sampled(2);
    const { inference } = makePool(2).pool;
    const cancel = new AbortController();
    let last = '';
    const cancelled = inference.sample(await inference.startSampling(report, CHOICE), {
      signal: cancel.signal,
      onProgress: ({ step, run }) => {
        last = JSON.stringify(run);
        if (step === 8) cancel.abort();
      },
    });
    await expect(cancelled).rejects.toBeInstanceOf(CancelledError);
    expect(hash(await inference.sample(JSON.parse(last) as PosteriorRun))).toBe(hash(whole));
  });

  it('goes on after its limit was raised as if there had been none', async () => {
    const { inference } = makePool(2).pool;
    const short = await inference.sample(await inference.startSampling(report, { ...CHOICE, steps: 12 }));
    expect(short.run.ended).toBe('limit');
    const longer = await inference.sample(await inference.extend(short, CHOICE.steps));
    expect(hash(longer)).toBe(hash(await sampled(1)));
  });

  it('profiles every free parameter as one kernel does, and tells how far it is', async () => {
    const { inference } = makePool(2).pool;
    const finished: number[] = [];
    const { parameters, findings, deeper } = await inference.profile(best, {
      onProgress: (progress) => finished.push(progress.finished),
    });
    expect(finished.at(-1)).toBe(4);
    expect(parameters.map(({ path }) => path)).toEqual(best.fit.free);
    expect(parameters).toEqual(best.fit.free.map((path) => profileOf(kernel, best, path)));
    expect([deeper, findings.filter(({ state }) => state === 'bad')]).toEqual([null, []]);
  });

  it('draws the contours of two parameters as one kernel does', async () => {
    const paths = ['sources[Geminga].efficiency', 'sources[Geminga].spectralIndex'] as const;
    const drawn = await makePool(2).pool.inference.contour(best, paths);
    expect(drawn).toEqual(contourOf(kernel, best, paths));
    expect(drawn.contours.map(({ lines }) => lines.length)).toEqual([1, 1, 1]);
  });

  it('refuses the profile of a parameter that is not free with a sentence', async () => {
    const { inference } = makePool(1).pool;
    await expect(inference.profile(best, { paths: ['propagation.delta'] })).rejects.toThrow(/is not free/);
  });

  it('makes bands of the spectrum that hold the best fit', async () => {
    const { pool } = makePool(2);
    const run = await pool.inference.sample(await pool.inference.startSampling(report, CHOICE));
    const { total, components, draws } = await pool.inference.bands(run, { draws: 60 });
    const { curve } = await pool.evaluate(best);
    expect(draws).toBe(60);
    expect(components.map(({ name }) => name)).toEqual(curve.components.map(({ name }) => name));
    const [lowest, , , , highest] = total.quantiles as [
      Float64Array,
      Float64Array,
      Float64Array,
      Float64Array,
      Float64Array,
    ];
    // Between 10 and 300 GeV the data determine the total.
    curve.energies_GeV.forEach((energy, i) => {
      if (energy < 10 || energy > 300) return;
      expect(curve.total[i]).toBeGreaterThan(lowest[i] as number);
      expect(curve.total[i]).toBeLessThan(highest[i] as number);
    });
  });

  it('lets the newest of several drags win, and answers with the other parameters at their best', async () => {
    const { pool } = makePool(1);
    await pool.evaluate(best);
    const path = 'propagation.D0_cm2_s';
    const moved = [1.02, 1.04, 1.06].map((factor) => ({
      ...best,
      propagation: { ...best.propagation, D0_cm2_s: factor * best.propagation.D0_cm2_s },
    }));
    const answers = await Promise.allSettled(moved.map((scenario) => pool.follow(scenario, path)));
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect((answers[1] as PromiseRejectedResult).reason).toBeInstanceOf(SupersededError);
    const last = (answers[2] as PromiseFulfilledResult<Awaited<ReturnType<typeof pool.follow>>>).value;
    const unmoved = await pool.evaluate(moved[2] as typeof best);
    expect(last.scenario.propagation.D0_cm2_s).toBe(1.06 * best.propagation.D0_cm2_s);
    expect(last.goodness.chi2).toBeLessThan(unmoved.goodness.chi2);
  });
});
