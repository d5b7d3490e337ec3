import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { connectAutosave, forgetLastScenario, lastScenario } from '../../src/app/state/autosave.ts';
import { edit } from '../../src/app/state/edits.ts';
import { leaving } from '../../src/app/state/leaving.ts';
import { originOfPreset } from '../../src/app/state/origin.ts';
import { createStore, type Store } from '../../src/app/state/store.ts';
import { presetById, presets } from '../../src/model/presets/presets.ts';
import type { Preset } from '../../src/model/presets/presetTypes.ts';
import { fakePool } from './fakePool.ts';
import { type FakeStorage, fakeStorage } from './fakeStorage.ts';

const geminga = presetById('geminga') as Preset;
let storage: FakeStorage;
let store: Store;
let leave: () => void;
let isOwnWork: boolean;
const efficiency = (to: number) =>
  store.change((scenario) => edit(scenario, 'sources[Geminga].efficiency', to), { change: 'efficiency' });
const offered = () => lastScenario(storage, presets, geminga.scenario);

beforeEach(() => {
  vi.useFakeTimers();
  storage = fakeStorage();
  isOwnWork = true;
  leave = () => {};
  store = createStore(fakePool(), { scenario: geminga.scenario, origin: originOfPreset(geminga) });
  connectAutosave(store, storage, {
    onLeaving: (act) => {
      leave = act;
    },
    isOwnWork: () => isOwnWork,
  });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the last scenario', () => {
  it('is kept a moment after the last of many changes, with what it is compared with', () => {
    for (let value = 1; value < 30; value++) efficiency(value / 100);
    expect(storage.kept.size).toBe(0);
    vi.advanceTimersByTime(500);
    expect(offered()).toEqual({ scenario: store.scenario.value, origin: originOfPreset(geminga) });
  });

  it('is kept at once when the page is left', () => {
    efficiency(0.2);
    leave();
    expect(offered()?.scenario).toEqual(store.scenario.value);
  });

  it('of a page that nobody touched is the one before', () => {
    efficiency(0.2);
    leave();
    const before = offered();
    createStore(fakePool(), { scenario: geminga.scenario, origin: originOfPreset(geminga) });
    leave();
    expect(offered()).toEqual(before);
  });

  it('is not what a lesson opens', () => {
    isOwnWork = false;
    efficiency(0.2);
    vi.advanceTimersByTime(500);
    leave();
    expect(storage.kept.size).toBe(0);
  });

  it('is not offered where it is what the page shows anyway', () => {
    efficiency(0.2);
    store.undo();
    vi.advanceTimersByTime(500);
    expect(storage.kept.size).toBe(1);
    expect(offered()).toBeNull();
  });

  it('can be forgotten', () => {
    efficiency(0.2);
    leave();
    forgetLastScenario(storage);
    expect(offered()).toBeNull();
  });

  it.each(['', '{', 'null', '3', '{"scenario": {}}', '{"scenario": null, "origin": {"scenario": 1}}'])(
    'that is damaged (%j) is none',
    (text) => {
      storage.kept.set('geminga-last-scenario', text);
      expect(offered()).toBeNull();
    },
  );

  it('with a damaged origin is compared with itself', () => {
    efficiency(0.2);
    leave();
    const [[key, text] = ['', '']] = storage.kept;
    storage.kept.set(key, JSON.stringify({ ...JSON.parse(text), origin: { name: 'broken' } }));
    expect(offered()?.origin).toEqual({ presetId: null, scenario: store.scenario.value });
  });

  it('is quiet where the browser refuses', () => {
    storage.isFull = true;
    efficiency(0.2);
    expect(leave).not.toThrow();
    storage.isForbidden = true;
    efficiency(0.3);
    expect(() => vi.advanceTimersByTime(500)).not.toThrow();
    expect(offered()).toBeNull();
    expect(() => forgetLastScenario(storage)).not.toThrow();
    expect(store.message.value).toBeNull();
  });
});

describe('leaving the page', () => {
  it('is its end, and its going out of sight, but not its coming back', () => {
    const listeners = new Map<string, () => void>();
    const listen = (type: string, listener: () => void) => void listeners.set(type, listener);
    const document = { visibilityState: 'visible' as DocumentVisibilityState, addEventListener: listen };
    const act = vi.fn();
    leaving({ addEventListener: listen }, document)(act);
    listeners.get('visibilitychange')?.();
    expect(act).toHaveBeenCalledTimes(0);
    document.visibilityState = 'hidden';
    listeners.get('visibilitychange')?.();
    listeners.get('pagehide')?.();
    expect(act).toHaveBeenCalledTimes(2);
  });
});
