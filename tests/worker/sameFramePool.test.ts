import { describe, expect, it } from 'vitest';
import type { Evaluation } from '../../src/analysis/analysisTypes.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import type { Pool } from '../../src/worker/protocol.ts';
import type { Physics } from '../../src/worker/runTask.ts';
import { SameFramePool } from '../../src/worker/sameFramePool.ts';
import { preset } from '../support.ts';

// The smallest module there is: the magic word and the version.
const emptyModule = WebAssembly.compile(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
const scenario = preset('geminga');

/** A pool and a physics that count who evaluates; `cost` is what an evaluation says it took, ms. */
function counted(cost: number) {
  const calls = { pool: 0, page: 0 };
  const state = { cost, fault: null as unknown };
  const evaluation = (asked: Scenario) => ({ scenario: asked, elapsed_ms: state.cost }) as Evaluation;
  const pool = {
    size: 1,
    evaluate: async (asked: Scenario) => {
      calls.pool += 1;
      return evaluation(asked);
    },
    predict: () => Promise.reject(new Error('not asked here')),
    rank: () => Promise.reject(new Error('not asked here')),
    fit: () => Promise.reject(new Error('not asked here')),
    follow: async (asked: Scenario) => {
      calls.pool += 1;
      return evaluation(asked);
    },
    inference: {} as Pool['inference'],
    dispose: () => undefined,
  } satisfies Pool;
  const physics = {
    loadKernel: async () => ({}),
    prepareData: async () => {},
    isPrepared: () => true,
    loadFollow: async () => (_kernel: object, asked: Scenario) => asked,
    inferenceSlices: () => {
      throw new Error('not asked here');
    },
    evaluateScenario: (_: object, asked: Scenario) => {
      calls.page += 1;
      if (state.fault) throw state.fault;
      return evaluation(asked);
    },
    predictSpectrum: () => {
      throw new Error('not asked here');
    },
    rankPulsars: () => Promise.reject(new Error('not asked here')),
    fitSlices: () => {
      throw new Error('not asked here');
    },
  } as Physics<object>;
  return { calls, state, pool: new SameFramePool(pool, emptyModule, async () => physics) };
}

/** Evaluates once in a worker and waits until the page has its own instance. */
async function prepared(cost: number) {
  const parts = counted(cost);
  await parts.pool.evaluate(scenario);
  await new Promise((resolve) => setTimeout(resolve, 5));
  return parts;
}

describe('an evaluation of the page', () => {
  it('runs in a worker first, then at once while evaluations are short', async () => {
    const { calls, pool } = await prepared(0.5);
    expect(calls).toEqual({ pool: 1, page: 0 });
    const answer = pool.evaluate(scenario);
    // Computed before the call returned: the same frame can draw it.
    expect(calls).toEqual({ pool: 1, page: 1 });
    expect((await answer).scenario).toBe(scenario);
  });

  it('goes to the workers once the last one was long, and comes back when they are short again', async () => {
    const { calls, state, pool } = await prepared(0.5);
    state.cost = 30;
    await pool.evaluate(scenario);
    await pool.evaluate(scenario);
    expect(calls).toEqual({ pool: 2, page: 1 });
    state.cost = 1;
    await pool.evaluate(scenario);
    await pool.evaluate(scenario);
    expect(calls).toEqual({ pool: 3, page: 2 });
  });

  it('with finite volumes always goes to the workers', async () => {
    const { calls, pool } = await prepared(0.5);
    const propagation = { ...scenario.propagation, solver: 'finite-volume' as const };
    await pool.evaluate({ ...scenario, propagation });
    expect(calls).toEqual({ pool: 2, page: 0 });
  });

  it('that traps is answered by a worker, and the instance is thrown away', async () => {
    const { calls, state, pool } = await prepared(0.5);
    state.fault = new WebAssembly.RuntimeError('unreachable');
    await pool.evaluate(scenario);
    expect(calls).toEqual({ pool: 2, page: 1 });
    state.fault = null;
    await new Promise((resolve) => setTimeout(resolve, 5));
    await pool.evaluate(scenario);
    expect(calls).toEqual({ pool: 2, page: 2 });
  });

  it('whose other parameters follow is answered at once from the second one on', async () => {
    const { calls, pool } = await prepared(0.5);
    await pool.follow(scenario, 'propagation.D0_cm2_s');
    expect(calls).toEqual({ pool: 2, page: 0 });
    const answer = pool.follow(scenario, 'propagation.D0_cm2_s');
    expect(calls).toEqual({ pool: 2, page: 1 });
    expect((await answer).scenario).toBe(scenario);
  });

  it('that is refused rejects with the refusal', async () => {
    const { state, pool } = await prepared(0.5);
    state.fault = new RangeError('this cannot be');
    await expect(pool.evaluate(scenario)).rejects.toThrow('this cannot be');
  });
});

describe('a fit while dragging', () => {
  const HELD = 'sources[Geminga].efficiency';
  /** Follows until the page has what it needs for it. */
  async function following(cost: number) {
    const parts = await prepared(cost);
    await parts.pool.follow(scenario, HELD);
    await new Promise((resolve) => setTimeout(resolve, 5));
    return parts;
  }

  it('runs in a worker first, then in the page, in the frame of the hand', async () => {
    const { calls, pool } = await following(3);
    expect(calls).toEqual({ pool: 2, page: 0 });
    const answer = pool.follow(scenario, HELD);
    expect(calls).toEqual({ pool: 2, page: 1 });
    expect((await answer).scenario).toBe(scenario);
  });

  it('stays in the page when the machine was busy for a moment', async () => {
    const { calls, state, pool } = await following(3);
    state.cost = 40;
    await pool.follow(scenario, HELD);
    await pool.follow(scenario, HELD);
    expect(calls).toEqual({ pool: 2, page: 2 });
  });

  it('stays with the workers while it is long', async () => {
    const { calls, pool } = await following(30);
    await pool.follow(scenario, HELD);
    expect(calls).toEqual({ pool: 3, page: 0 });
  });
});
