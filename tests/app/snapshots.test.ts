import { beforeEach, describe, expect, it } from 'vitest';
import { edit } from '../../src/app/state/edits.ts';
import { originOfPreset, ownOrigin } from '../../src/app/state/origin.ts';
import { freeName, LONGEST_NAME, trimmedName } from '../../src/app/state/snapshotName.ts';
import { createSnapshots, MOST_SNAPSHOTS, type Snapshots } from '../../src/app/state/snapshots.ts';
import { createStore, type Store } from '../../src/app/state/store.ts';
import { presetById, presets } from '../../src/model/presets/presets.ts';
import type { Preset } from '../../src/model/presets/presetTypes.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { answerNewest, evaluationOf, fakePool, settled } from './fakePool.ts';
import { type FakeStorage, fakeStorage } from './fakeStorage.ts';

const geminga = presetById('geminga') as Preset;
const monogem = presetById('monogem') as Preset;
const KEY = 'geminga-snapshots';

let storage: FakeStorage;
let store: Store;
let snapshots: Snapshots;
let pool: ReturnType<typeof fakePool>;
/** Scenarios that were given to a pool of their own, and how many of these pools were closed. */
let computed: { scenarios: Scenario[]; closed: number; fail: boolean };

function openPage(): Snapshots {
  pool = fakePool();
  store = createStore(pool, { scenario: geminga.scenario, origin: originOfPreset(geminga) });
  snapshots = createSnapshots({
    store,
    presets,
    window: storage,
    createPool: () => ({
      evaluate: async (scenario) => {
        computed.scenarios.push(scenario);
        if (computed.fail) throw new Error('the kernel cannot be loaded.');
        return evaluationOf(scenario);
      },
      dispose: () => {
        computed.closed += 1;
      },
    }),
  });
  return snapshots;
}
const efficiency = (to: number) =>
  store.change((scenario) => edit(scenario, 'sources[Geminga].efficiency', to), { change: 'efficiency' });
const names = () => snapshots.list.value.map(({ name }) => name);

beforeEach(() => {
  storage = fakeStorage();
  computed = { scenarios: [], closed: 0, fail: false };
  openPage();
});

describe('a pinned curve', () => {
  it('is the one on the screen, computed no second time', async () => {
    await answerNewest(pool);
    expect(snapshots.pin()).toBe(true);
    const result = snapshots.results.value.get(geminga.scenario);
    expect(result?.evaluation).toBe(store.evaluation.value);
    expect(computed.scenarios).toEqual([]);
  });

  it('is named after its preset and what is modified in it', () => {
    snapshots.pin();
    efficiency(0.3);
    snapshots.pin();
    store.change((scenario) => edit(scenario, 'sources[Geminga].distance_pc', 300), { change: 'distance' });
    snapshots.pin();
    store.change((scenario) => edit(scenario, 'propagation.delta', 0.5), { change: 'delta' });
    snapshots.pin();
    expect(names()).toEqual([
      geminga.scenario.name,
      'Geminga: efficiency 0.3',
      'Geminga: efficiency 0.3, distance 300 pc',
      'Geminga: efficiency 0.3, distance 300 pc and 1 more',
    ]);
  });

  it('keeps its look while others go, and gives it back', () => {
    for (const value of [0.1, 0.2, 0.3]) {
      efficiency(value);
      snapshots.pin();
    }
    snapshots.remove(2);
    expect(snapshots.list.value.map(({ look }) => look)).toEqual([1, 3]);
    efficiency(0.4);
    snapshots.pin();
    expect(snapshots.list.value.map(({ look }) => look)).toEqual([1, 3, 2]);
  });

  it('is opened as one undo step, with what it is compared with', () => {
    efficiency(0.3);
    snapshots.pin();
    store.open(monogem.scenario, originOfPreset(monogem), 'preset');
    snapshots.open(1);
    expect(store.undoChange.value).toBe('pinned curve');
    expect(store.origin.value.presetId).toBe('geminga');
    expect(store.modifications.value.map(({ path }) => path)).toEqual(['sources[Geminga].efficiency']);
    store.undo();
    expect(store.scenario.value).toBe(monogem.scenario);
  });

  it('can be renamed, but not to nothing', () => {
    snapshots.pin();
    snapshots.rename(1, '  my   best  ');
    snapshots.rename(1, '   ');
    expect(names()).toEqual(['my best']);
  });

  it('comes back after it was removed', () => {
    snapshots.pin();
    const [before] = snapshots.list.value;
    snapshots.remove(1);
    expect(snapshots.list.value).toEqual([]);
    expect(snapshots.removed.value).toBe(before);
    snapshots.restore();
    expect(snapshots.list.value).toEqual([before]);
    expect(snapshots.removed.value).toBeNull();
  });

  it('is not pinned twice: one sentence names the one that is there', () => {
    snapshots.pin();
    expect(snapshots.pin()).toBe(false);
    expect(store.message.value?.text).toBe(`This scenario is pinned already, as “${geminga.scenario.name}”.`);
  });

  it('has no seventh beside it: one sentence says what to do', () => {
    for (let value = 1; value <= MOST_SNAPSHOTS; value++) {
      efficiency(value / 20);
      expect(snapshots.pin()).toBe(true);
    }
    snapshots.remove(4);
    efficiency(0.9);
    snapshots.pin();
    efficiency(0.95);
    expect(snapshots.pin()).toBe(false);
    expect(snapshots.list.value).toHaveLength(MOST_SNAPSHOTS);
    expect(store.message.value?.text).toMatch(/^6 curves are pinned.*remove one of them first\.$/);
    // Nor does a removed one come back over the others.
    snapshots.restore();
    expect(snapshots.list.value).toHaveLength(MOST_SNAPSHOTS);
    expect(snapshots.removed.value).not.toBeNull();
  });
});

describe('snapshots in the storage of the browser', () => {
  it('hold scenario, name and origin, and no computed number', async () => {
    await answerNewest(pool);
    snapshots.pin();
    const kept = JSON.parse(storage.kept.get(KEY) ?? '');
    expect(kept).toEqual({
      snapshots: [{ look: 1, name: geminga.scenario.name, scenario: geminga.scenario, origin: 'geminga' }],
    });
  });

  it('are computed anew by a pool of their own, after the first curve of the page', async () => {
    efficiency(0.3);
    snapshots.pin();
    store.open(monogem.scenario, ownOrigin(monogem.scenario), 'file');
    snapshots.pin();
    computed.scenarios = [];
    openPage();
    await settled();
    expect(computed.scenarios).toEqual([]);
    await answerNewest(pool);
    await expect.poll(() => computed.closed).toBe(1);
    expect(computed.scenarios).toEqual(snapshots.list.value.map(({ scenario }) => scenario));
    expect(snapshots.list.value.map(({ origin }) => origin.presetId)).toEqual(['geminga', null]);
    expect([...snapshots.results.value.values()].every(({ evaluation }) => evaluation !== null)).toBe(true);
  });

  it('say why one cannot be computed', async () => {
    snapshots.pin();
    computed.fail = true;
    openPage();
    await answerNewest(pool);
    await expect.poll(() => computed.closed).toBe(1);
    const [result] = snapshots.results.value.values();
    expect(result).toEqual({ evaluation: null, failure: 'The kernel cannot be loaded.' });
  });

  it('that are damaged in part: the readable ones stay, one sentence names the others', () => {
    const good = { name: 'good', scenario: geminga.scenario, origin: 'geminga', look: 3 };
    const broken = { name: 'broken', scenario: { ...geminga.scenario, sun: null }, origin: 'geminga' };
    storage.kept.set(KEY, JSON.stringify({ snapshots: [broken, good, 7, { ...good, look: 3, name: '' }] }));
    openPage();
    expect(names()).toEqual(['good', geminga.scenario.name]);
    // The same look twice cannot be: the second takes the first free one.
    expect(snapshots.list.value.map(({ look }) => look)).toEqual([3, 1]);
    expect(store.message.value).toEqual({
      row: null,
      text: 'Pinned curves that could not be read were left out: “broken”, one without a name.',
    });
  });

  it.each(['', '{', 'null', '[]', '{"snapshots": 3}', '{"snapshots": [{"__proto__": {"look": 2}}]}'])(
    'that are no snapshots at all (%j) leave an empty list and one sentence',
    (text) => {
      storage.kept.set(KEY, text);
      openPage();
      expect(snapshots.list.value).toEqual([]);
      expect(store.message.value?.text).toMatch(/could not be read/);
      expect(({} as { look?: number }).look).toBeUndefined();
    },
  );

  it('of an earlier version of the scenario are read', () => {
    const { ownData: _, ...third } = geminga.scenario;
    const old = { ...third, version: 3 };
    storage.kept.set(KEY, JSON.stringify({ snapshots: [{ name: 'old', scenario: old, origin: 'geminga' }] }));
    openPage();
    expect(names()).toEqual(['old']);
    expect(snapshots.list.value[0]?.scenario).toEqual(geminga.scenario);
  });

  it('more than there is room for: the first six stay', () => {
    const entries = Array.from({ length: 8 }, (_, index) => ({ name: `n${index}`, scenario: geminga.scenario }));
    storage.kept.set(KEY, JSON.stringify({ snapshots: entries }));
    openPage();
    expect(names()).toEqual(['n0', 'n1', 'n2', 'n3', 'n4', 'n5']);
    expect(store.message.value?.text).toContain('“n6”, “n7”');
  });

  it('that the browser refuses live as long as the page, and the page knows', () => {
    storage.isForbidden = true;
    openPage();
    expect(snapshots.areKept.value).toBe(false);
    expect(snapshots.pin()).toBe(true);
    expect(names()).toHaveLength(1);
    storage.isForbidden = false;
    storage.isFull = true;
    efficiency(0.3);
    snapshots.pin();
    expect(snapshots.areKept.value).toBe(false);
    storage.isFull = false;
    snapshots.rename(1, 'kept now');
    expect(snapshots.areKept.value).toBe(true);
  });

  it('are the same in two tabs: what one pins the other has too', async () => {
    await answerNewest(pool);
    snapshots.pin();
    const first = snapshots;
    const known = first.list.value[0]?.scenario;
    openPage();
    efficiency(0.3);
    snapshots.pin();
    storage.tell('something-else');
    expect(first.list.value).toHaveLength(1);
    storage.tell(KEY);
    expect(first.list.value).toHaveLength(2);
    // What was computed for it stays: it is the same object.
    expect(first.list.value[0]?.scenario).toBe(known);
  });
});

describe('the name of a snapshot', () => {
  it('is short, and no other one has it', () => {
    expect(trimmedName(`${'long '.repeat(40)}`).length).toBeLessThanOrEqual(LONGEST_NAME);
    expect(freeName('a', ['a', 'a (2)'])).toBe('a (3)');
    expect(freeName('b', ['a'])).toBe('b');
  });
});
