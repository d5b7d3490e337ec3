import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createRanking } from '../../src/app/sources/ranking.ts';
import { BUSY_AFTER_MS } from '../../src/app/state/store.ts';
import { presetById } from '../../src/model/presets/presets.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import type { RankedPulsars } from '../../src/worker/protocol.ts';
import { settled } from './fakePool.ts';

const scenario = presetById('manconi-2020')?.scenario as Scenario;
const answerFor = (energy_GeV: number) => ({ ranking: { energy_GeV }, dipole: null }) as unknown as RankedPulsars;

/** A ranking whose answers are given by hand. */
function byHand() {
  const asked: { energy_GeV: number; answer: (ranked: RankedPulsars) => void; fail: (error: Error) => void }[] = [];
  const ranking = createRanking(
    (_, energy_GeV) => new Promise((answer, fail) => asked.push({ energy_GeV, answer, fail })),
  );
  return { asked, ranking };
}

describe('the ranking of the page', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('computes one at a time; of those that wait the newest wins', async () => {
    const { asked, ranking } = byHand();
    for (const energy of [100, 300, 800]) ranking.ask(scenario, energy);
    expect(asked.map(({ energy_GeV }) => energy_GeV)).toEqual([100]);
    asked[0]?.answer(answerFor(100));
    await settled();
    expect(ranking.ranked.value?.ranking.energy_GeV).toBe(100);
    expect(asked.map(({ energy_GeV }) => energy_GeV)).toEqual([100, 800]);
  });

  it('is not asked again for what changes nothing about it: data, fit, name', async () => {
    const { asked, ranking } = byHand();
    ranking.ask(scenario, 100);
    asked[0]?.answer(answerFor(100));
    await settled();
    ranking.ask({ ...scenario, name: 'another', fit: { ...scenario.fit, free: [] } }, 100);
    expect(asked).toHaveLength(1);
    ranking.ask({ ...scenario, sun: { potential_MV: 500 } }, 100);
    expect(asked).toHaveLength(2);
  });

  it('keeps the old rows and says that it computes only after a while', async () => {
    const { asked, ranking } = byHand();
    ranking.ask(scenario, 100);
    asked[0]?.answer(answerFor(100));
    await settled();
    ranking.ask(scenario, 300);
    vi.advanceTimersByTime(BUSY_AFTER_MS - 1);
    expect(ranking.computing.value).toBe(false);
    vi.advanceTimersByTime(2);
    expect(ranking.computing.value).toBe(true);
    expect(ranking.ranked.value?.ranking.energy_GeV).toBe(100);
    asked[1]?.answer(answerFor(300));
    await settled();
    expect(ranking.computing.value).toBe(false);
  });

  it('says why it failed, and can be asked the same again', async () => {
    const { asked, ranking } = byHand();
    ranking.ask(scenario, 100);
    asked[0]?.fail(new Error('the worker died; try again.'));
    await settled();
    expect(ranking.failure.value).toBe('The worker died; try again.');
    ranking.ask(scenario, 100);
    asked[1]?.answer(answerFor(100));
    await settled();
    expect(ranking.failure.value).toBeNull();
  });
});
