import { describe, expect, it } from 'vitest';
import type { Chain } from '../../src/fit/posterior/chain.ts';
import type { SamplingRun } from '../../src/fit/posterior/sampling.ts';
import { chainOf, flatChainOf } from '../../src/worker/flatRun.ts';

/** A chain of two walkers and three parameters whose numbers tell where they belong. */
const stepOf = (step: number, mark = 0) => [0, 1].map((k) => [0, 1, 2].map((p) => mark + 100 * step + 10 * k + p));
const chainTo = (steps: number): Chain => ({
  positions: Array.from({ length: steps }, (_, step) => stepOf(step)),
  logProbabilities: Array.from({ length: steps }, (_, step) => [-step, -step - 0.5]),
});
const runAt = (chain: Chain, step: number) =>
  ({ chain, state: { step, walkers: stepOf(0) } }) as unknown as SamplingRun;

describe('a chain on its way to a worker', () => {
  it('arrives as it was, as far as the run has come', async () => {
    const chain = chainTo(6);
    expect(chainOf(await flatChainOf(runAt(chain, 6)))).toEqual(chain);
    expect(chainOf(await flatChainOf(runAt(chain, 4)))).toEqual(chainTo(4));
  });

  it('takes along what has grown since', async () => {
    const chain = chainTo(3);
    await flatChainOf(runAt(chain, 3));
    chain.positions.push(stepOf(3), stepOf(4));
    chain.logProbabilities.push([-3, -3.5], [-4, -4.5]);
    expect(chainOf(await flatChainOf(runAt(chain, 5)))).toEqual(chainTo(5));
  });

  it('forgets steps that were dropped when the run went on from an earlier one', async () => {
    const chain = chainTo(5);
    await flatChainOf(runAt(chain, 5));
    chain.positions.splice(3, 2, stepOf(3, 0.25), stepOf(4, 0.25));
    expect(chainOf(await flatChainOf(runAt(chain, 5)))).toEqual(chain);
  });

  it('of many steps is copied in pieces', async () => {
    const chain = chainTo(5000);
    expect(chainOf(await flatChainOf(runAt(chain, 5000)))).toEqual(chain);
  });

  it('hands out columns of its own: a later step changes none of them', async () => {
    const chain = chainTo(2);
    const flat = await flatChainOf(runAt(chain, 2));
    const before = structuredClone(flat);
    chain.positions.push(stepOf(2));
    chain.logProbabilities.push([0, 0]);
    await flatChainOf(runAt(chain, 3));
    expect(flat).toEqual(before);
  });
});
