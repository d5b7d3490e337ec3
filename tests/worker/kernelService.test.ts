import { describe, expect, it } from 'vitest';
import type { FitProgress, FitReport } from '../../src/analysis/analysisTypes.ts';
import { InputError } from '../../src/model/inputError.ts';
import { CancelledError } from '../../src/worker/errors.ts';
import type { Physics } from '../../src/worker/runTask.ts';
import { createChannelWorker, makePool, NO_ENERGIES, named } from './fixtures.ts';

interface StandInKernel {
  readonly instance: number;
  trapped: boolean;
}

/** Physics that fails, traps or iterates as the name of the scenario says, and remembers the kernels it made. */
function standInPhysics() {
  const kernels: StandInKernel[] = [];
  let abandonedFits = 0;
  const table = new Float64Array([1, 2, 3]);

  function act(kernel: StandInKernel, name: string): void {
    if (kernel.trapped) throw new Error('a kernel was used after its trap');
    if (name === 'bad input') throw new InputError('sun.potential_MV', 'the potential is 1e9 MV, too large; lower it.');
    if (name === 'odd failure') throw Object.assign(new Error('status 7'), { name: 'KernelError' });
    if (!name.startsWith('trap')) return;
    kernel.trapped = true;
    if (name === 'trap of wasm') throw new WebAssembly.RuntimeError('unreachable');
    throw Object.assign(new Error('unreachable'), { name: 'KernelTrap' });
  }

  const physics: Physics<StandInKernel> = {
    async loadKernel() {
      const kernel = { instance: kernels.length, trapped: false };
      kernels.push(kernel);
      return kernel;
    },
    prepareData: async () => {},
    isPrepared: () => true,
    evaluateScenario(kernel, scenario) {
      act(kernel, scenario.name);
      return {
        curve: { energies_GeV: table, total: new Float64Array([4, 5, 6]), components: [], relativeError: null },
        comparison: {
          model: { energies_GeV: table, total: new Float64Array([7]), components: [], relativeError: null },
          pull: new Float64Array([8]),
        },
        coolingTime_kyr: new Float64Array([kernel.instance]),
      } as never;
    },
    predictSpectrum(kernel, scenario, energies_GeV) {
      act(kernel, scenario.name);
      return { energies_GeV, total: energies_GeV.map((energy) => energy ** 2), components: [], relativeError: null };
    },
    loadFollow: async () => (_kernel, scenario) => scenario,
    inferenceSlices() {
      throw new Error('not asked here');
    },
    async rankPulsars(kernel, scenario, energy_GeV) {
      act(kernel, scenario.name);
      return { ranking: { energy_GeV }, dipole: null } as never;
    },
    *fitSlices(kernel, scenario): Generator<FitProgress, FitReport> {
      const slices = Number(scenario.name.split(' ')[1] ?? 0);
      try {
        for (let iteration = 1; iteration <= slices; iteration++) {
          act(kernel, scenario.name);
          yield { iteration, chi2: 100 / iteration };
        }
      } finally {
        abandonedFits++;
      }
      act(kernel, scenario.name);
      abandonedFits--;
      return { verdict: 'Valid minimum', evaluations: slices, elapsed_ms: kernel.instance } as never;
    },
  };
  return { physics, kernels, abandonedFits: () => abandonedFits };
}

function makeServicePool() {
  const standIn = standInPhysics();
  return { ...standIn, pool: makePool({ createWorker: () => createChannelWorker(standIn.physics) }) };
}

describe('errors cross between threads as data', () => {
  it('bad input keeps its class, path and sentence', async () => {
    const { pool } = makeServicePool();
    const error = await pool.evaluate(named('bad input')).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(InputError);
    expect(error).toMatchObject({ path: 'sun.potential_MV', message: 'the potential is 1e9 MV, too large; lower it.' });
  });

  it('other errors keep their name', async () => {
    const { pool } = makeServicePool();
    await expect(pool.predict(named('odd failure'), NO_ENERGIES)).rejects.toMatchObject({
      name: 'KernelError',
      message: 'status 7',
    });
  });

  it('a scenario that cannot be sent is an error of that call alone', async () => {
    const { pool } = makeServicePool();
    const unsendable = { name: 'a', sources: [() => 1] } as never;
    await expect(pool.fit(unsendable)).rejects.toMatchObject({ name: 'DataCloneError' });
    const seen: FitProgress[] = [];
    await pool.fit(named('fit 2'), { onProgress: (progress) => seen.push(progress) });
    expect(seen).toHaveLength(2);
  });
});

describe('a ranking', () => {
  it('is answered for the energy that was asked for, and bad input comes back as such', async () => {
    const { pool } = makeServicePool();
    expect((await pool.rank(named('fine'), 300)).ranking.energy_GeV).toBe(300);
    await expect(pool.rank(named('bad input'), 300)).rejects.toBeInstanceOf(InputError);
  });
});

describe('a kernel that trapped', () => {
  it.each(['trap', 'trap of wasm'])('is thrown away and made anew from the module (%s)', async (name) => {
    const { pool, kernels } = makeServicePool();
    await expect(pool.evaluate(named(name))).rejects.toThrow('unreachable');
    const { coolingTime_kyr } = await pool.evaluate(named('fine'));
    expect(coolingTime_kyr[0]).toBe(1);
    expect(kernels).toHaveLength(2);
  });

  it('in a fit leaves the kernel of the evaluations alone', async () => {
    const { pool } = makeServicePool();
    await expect(pool.fit(named('trap 3'))).rejects.toThrow('unreachable');
    expect((await pool.evaluate(named('fine'))).coolingTime_kyr[0]).toBe(0);
    expect((await pool.fit(named('fit 3'))).elapsed_ms).toBe(2);
  });
});

describe('a fit in slices', () => {
  it('reports its progress in order', async () => {
    const { pool } = makeServicePool();
    const seen: FitProgress[] = [];
    await pool.fit(named('fit 5'), { onProgress: (progress) => seen.push(progress) });
    expect(seen).toEqual([1, 2, 3, 4, 5].map((iteration) => ({ iteration, chi2: 100 / iteration })));
  });

  it('reports a second fit on the same port', async () => {
    const { pool } = makeServicePool();
    const seen: number[] = [];
    await pool.fit(named('fit 2'), { onProgress: ({ iteration }) => seen.push(iteration) });
    await pool.fit(named('fit 3'), { onProgress: ({ iteration }) => seen.push(iteration) });
    expect(seen).toEqual([1, 2, 1, 2, 3]);
  });

  it('lets evaluations through between two slices, on a kernel of their own', async () => {
    const { pool } = makeServicePool();
    let iterations = 0;
    let done = false;
    const fit = pool.fit(named('fit 2000'), { onProgress: () => iterations++ }).then((report) => {
      done = true;
      return report;
    });
    const evaluation = await pool.evaluate(named('fine'));
    expect(done).toBe(false);
    expect(evaluation.coolingTime_kyr[0]).toBe(0);
    expect((await fit).elapsed_ms).toBe(1);
    expect(iterations).toBe(2000);
  });

  it('ends at a cancellation, says nothing more and cleans up', async () => {
    const { pool, abandonedFits } = makeServicePool();
    const controller = new AbortController();
    let iterations = 0;
    const fit = pool.fit(named('fit 1e9'), {
      signal: controller.signal,
      onProgress: () => {
        iterations++;
        if (iterations === 3) controller.abort();
      },
    });
    await expect(fit).rejects.toBeInstanceOf(CancelledError);
    await pool.fit(named('fit 1'));
    expect(iterations).toBe(3);
    expect(abandonedFits()).toBe(1);
  });
});

describe('results', () => {
  it('are the same again: the worker keeps the tables that its results share', async () => {
    const { pool } = makeServicePool();
    const first = await pool.evaluate(named('fine'));
    const second = await pool.evaluate(named('fine'));
    expect(second).toEqual(first);
    expect(second.curve.energies_GeV).toEqual(new Float64Array([1, 2, 3]));
  });

  it('leave the energies of the caller alone', async () => {
    const { pool } = makeServicePool();
    const energies_GeV = new Float64Array([1, 2, 3]);
    const spectrum = await pool.predict(named('fine'), energies_GeV);
    expect(spectrum.total).toEqual(new Float64Array([1, 4, 9]));
    expect(energies_GeV).toHaveLength(3);
  });
});
