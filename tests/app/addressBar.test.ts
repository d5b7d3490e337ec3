import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type AddressWindow, connectAddressBar, linkTo, startFrom } from '../../src/app/state/addressBar.ts';
import { edit } from '../../src/app/state/edits.ts';
import { decodeLink, encodeLink } from '../../src/app/state/link.ts';
import { originOfPreset } from '../../src/app/state/origin.ts';
import { createStore, type Store } from '../../src/app/state/store.ts';
import { presetById, presets } from '../../src/model/presets/presets.ts';
import type { Preset } from '../../src/model/presets/presetTypes.ts';
import { fakePool } from './fakePool.ts';

const geminga = presetById('geminga') as Preset;
const monogem = presetById('monogem') as Preset;

function fakeWindow() {
  const location = { hash: '', href: 'https://example.org/lab/' };
  let listener = () => {};
  return {
    location,
    writes: [] as string[],
    refuse: false,
    history: {
      state: null,
      replaceState(this: void, _state: unknown, _title: string, hash: string) {
        if (window.refuse) throw new Error('too many calls');
        window.writes.push(hash);
        location.hash = hash;
      },
    },
    addEventListener: (_type: 'hashchange', added: () => void) => {
      listener = added;
    },
    /** The person changes the address, or goes back. */
    go(hash: string) {
      location.hash = hash;
      listener();
    },
  };
}
let window: ReturnType<typeof fakeWindow>;
let store: Store;
let leave = () => {};
const efficiency = (to: number) =>
  store.change((scenario) => edit(scenario, 'sources[Geminga].efficiency', to), { change: 'efficiency' });

beforeEach(() => {
  vi.useFakeTimers();
  window = fakeWindow();
  store = createStore(fakePool(), { scenario: geminga.scenario, origin: originOfPreset(geminga) });
  connectAddressBar(store, presets, window as unknown as AddressWindow, undefined, (act) => {
    leave = act;
  });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the address', () => {
  it('of an untouched page is left alone', () => {
    vi.advanceTimersByTime(5000);
    expect(window.writes).toEqual([]);
  });

  it('is written once after many quick changes, with the last of them', () => {
    for (let value = 1; value < 50; value++) efficiency(value / 100);
    expect(window.writes).toHaveLength(0);
    vi.advanceTimersByTime(500);
    expect(window.writes).toHaveLength(1);
    expect(decodeLink(window.writes[0] ?? '')).toEqual({ presetId: 'geminga', scenario: store.scenario.value });
  });

  it('is written at once when the page is left, and only if something is to be written', () => {
    leave();
    expect(window.writes).toEqual([]);
    efficiency(0.2);
    leave();
    expect(decodeLink(window.writes[0] ?? '')?.scenario).toEqual(store.scenario.value);
    leave();
    vi.advanceTimersByTime(5000);
    expect(window.writes).toHaveLength(1);
  });

  it('that the browser refuses to change does not stop the page', () => {
    window.refuse = true;
    efficiency(0.2);
    expect(() => vi.advanceTimersByTime(500)).not.toThrow();
    window.refuse = false;
    efficiency(0.3);
    vi.advanceTimersByTime(500);
    expect(window.writes).toHaveLength(1);
  });

  it('that a person changes is opened, as one undo step', () => {
    window.go(`#${encodeLink(monogem.scenario, 'monogem')}`);
    expect(store.scenario.value).toEqual(monogem.scenario);
    expect(store.origin.value.presetId).toBe('monogem');
    store.undo();
    expect(store.scenario.value).toBe(geminga.scenario);
  });

  it('that cannot be read leaves the scenario and says one sentence', () => {
    window.go('#s=1.zz.abc.AAAA');
    expect(store.scenario.value).toBe(geminga.scenario);
    expect(store.message.value?.row).toBeNull();
    expect(store.message.value?.text).toMatch(/^This link is incomplete/);
  });

  it('can name a preset', () => {
    window.go('#preset=monogem');
    expect(store.scenario.value).toBe(monogem.scenario);
  });
});

describe('the start', () => {
  it('is the default preset without a fragment', () => {
    expect(startFrom('', presets, geminga)).toEqual({
      step: { scenario: geminga.scenario, origin: originOfPreset(geminga) },
      message: null,
    });
  });

  it('is the linked scenario, compared with the preset that the link names', () => {
    const changed = edit(geminga.scenario, 'sources[Geminga].distance_pc', 300);
    const { step } = startFrom(
      new URL(linkTo('https://example.org/#old', changed, originOfPreset(geminga))).hash,
      presets,
      geminga,
    );
    expect(step).toEqual({ scenario: changed, origin: originOfPreset(geminga) });
  });

  it('compares a scenario with other sources than its preset with itself', () => {
    const { step } = startFrom(`#${encodeLink(monogem.scenario, 'geminga')}`, presets, geminga);
    expect(step.origin).toEqual({ presetId: null, scenario: monogem.scenario });
  });

  it('says what is wrong with a link and what is shown instead', () => {
    const { step, message } = startFrom('#preset=crab', presets, geminga);
    expect(step.scenario).toBe(geminga.scenario);
    expect(message?.text).toMatch(/names the preset "crab".*Until then you see the preset “Geminga/);
  });
});
