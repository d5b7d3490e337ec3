import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { edit } from '../../src/app/state/edits.ts';
import { originOfPreset } from '../../src/app/state/origin.ts';
import { createStore, FULL_AFTER_MS, type Store } from '../../src/app/state/store.ts';
import { valueAt, withValue } from '../../src/model/paths.ts';
import { presetById } from '../../src/model/presets/presets.ts';
import type { Preset } from '../../src/model/presets/presetTypes.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { answerNewest, evaluationOf, type FakePool, fakePool, settled } from './fakePool.ts';

const geminga = presetById('geminga') as Preset;
const EFFICIENCY = 'sources[Geminga].efficiency';
const INDEX = 'sources[Geminga].spectralIndex';
const scenario: Scenario = { ...geminga.scenario, fit: { ...geminga.scenario.fit, free: [EFFICIENCY, INDEX] } };
const START = valueAt(scenario, INDEX);

let pool: FakePool;
let store: Store;
const value = (path: string) => valueAt(store.scenario.value, path);
const drag = (to: number) =>
  store.change((now) => edit(now, EFFICIENCY, to), {
    change: 'efficiency',
    gesture: `drag ${EFFICIENCY}`,
    row: EFFICIENCY,
    held: EFFICIENCY,
  });
/** Answers the newest question: the spectral index followed to a value, and χ² came out as stated. */
const answer = async (index: number, chi2 = 50, place = -1) => {
  const asked = pool.follows.at(place);
  if (!asked) throw new Error('nothing was asked');
  const goodness = { ...evaluationOf(asked.scenario).goodness, chi2 };
  asked.answer({ ...evaluationOf(withValue(asked.scenario, INDEX, index)), goodness });
  await settled();
};

beforeEach(() => {
  vi.useFakeTimers();
  pool = fakePool();
  store = createStore(pool, { scenario, origin: originOfPreset(geminga) });
  store.followsHand.value = true;
});
afterEach(() => {
  vi.useRealTimers();
});

describe('fit while dragging', () => {
  it('asks the others to follow, and takes their values into the scenario', async () => {
    drag(0.2);
    expect(pool.follows.map(({ heldPath }) => heldPath)).toEqual([EFFICIENCY]);
    await answer(2.1);
    expect([value(EFFICIENCY), value(INDEX)]).toEqual([0.2, 2.1]);
    expect(store.heldPath.value).toBe(EFFICIENCY);
  });

  it('leaves the hand where it is by now when an older answer arrives', async () => {
    drag(0.2);
    drag(0.3);
    await answer(2.1, 50, 0);
    expect([value(EFFICIENCY), value(INDEX)]).toEqual([0.3, 2.1]);
  });

  it('is one step to undo, with everything that followed', async () => {
    drag(0.2);
    await answer(2.1);
    drag(0.3);
    await answer(2.2);
    store.endGesture();
    store.undo();
    expect([value(EFFICIENCY), value(INDEX)]).toEqual([valueAt(scenario, EFFICIENCY), START]);
    expect(store.undoChange.value).toBeNull();
    store.redo();
    expect([value(EFFICIENCY), value(INDEX)]).toEqual([0.3, 2.2]);
  });

  it('takes nothing from an answer to a drag that was undone', async () => {
    drag(0.2);
    store.undo();
    await answer(2.1);
    expect(value(INDEX)).toBe(START);
    await answerNewest(pool);
    expect(store.upToDate.value).toBe(true);
  });

  it('sends the others on until χ² falls no more once the hand rests, then computes in full', async () => {
    drag(0.2);
    store.endGesture();
    for (const [index, chi2] of [
      [2.1, 60],
      [2.12, 55],
      [2.125, 54.999],
    ] as const) {
      await answer(index, chi2);
      vi.advanceTimersByTime(FULL_AFTER_MS + 1);
    }
    expect(pool.follows).toHaveLength(3);
    expect(pool.evaluations).toHaveLength(2);
    await answerNewest(pool);
    expect(store.upToDate.value).toBe(true);
    expect(store.heldPath.value).toBeNull();
    expect(value(INDEX)).toBe(2.125);
  });

  it('is an ordinary drag where nothing else is free, or while the switch is off', () => {
    store.followsHand.value = false;
    drag(0.2);
    store.endGesture();
    store.followsHand.value = true;
    store.change((now) => ({ ...now, fit: { ...now.fit, free: [EFFICIENCY] } }), { change: 'locks' });
    drag(0.3);
    expect(pool.follows).toHaveLength(0);
    expect(pool.evaluations).toHaveLength(4);
  });
});
