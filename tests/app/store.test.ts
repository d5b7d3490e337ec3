import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { edit, withEnergyRange, withFree, withHalo } from '../../src/app/state/edits.ts';
import { DEFAULT_HALO } from '../../src/app/state/haloEdits.ts';
import { originOfPreset } from '../../src/app/state/origin.ts';
import { BUSY_AFTER_MS, createStore, SETTLE_AFTER_MS, type Store } from '../../src/app/state/store.ts';
import { InputError } from '../../src/model/inputError.ts';
import { valueAt } from '../../src/model/paths.ts';
import { presetById } from '../../src/model/presets/presets.ts';
import type { Preset } from '../../src/model/presets/presetTypes.ts';
import { answerNewest, evaluationOf, type FakePool, fakePool, reportOf, settled } from './fakePool.ts';

const geminga = presetById('geminga') as Preset;
const monogem = presetById('monogem') as Preset;
const EFFICIENCY = 'sources[Geminga].efficiency';
const DISTANCE = 'sources[Geminga].distance_pc';
const START = valueAt(geminga.scenario, EFFICIENCY) as number;

let pool: FakePool;
let store: Store;
const value = (path: string) => valueAt(store.scenario.value, path);
const set = (path: string, to: number | null, gesture?: string) =>
  store.change((scenario) => edit(scenario, path, to), { change: path, row: path, ...(gesture ? { gesture } : {}) });

beforeEach(() => {
  vi.useFakeTimers();
  pool = fakePool();
  store = createStore(pool, { scenario: geminga.scenario, origin: originOfPreset(geminga) });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('undo and redo', () => {
  it('takes a whole drag back in one step', () => {
    for (const efficiency of [0.2, 0.3, 0.4]) set(EFFICIENCY, efficiency, 'drag');
    store.endGesture();
    store.undo();
    expect(value(EFFICIENCY)).toBe(START);
    expect(store.undoChange.value).toBeNull();
    store.redo();
    expect(value(EFFICIENCY)).toBe(0.4);
  });

  it('keeps two drags of the same slider apart', () => {
    set(EFFICIENCY, 0.2, 'drag');
    store.endGesture();
    set(EFFICIENCY, 0.3, 'drag');
    store.endGesture();
    store.undo();
    expect(value(EFFICIENCY)).toBe(0.2);
  });

  it('joins moves of a handle without an end event until they pause', () => {
    const move = (low: number) =>
      store.change((scenario) => withEnergyRange(scenario, [low, 1000]), {
        change: 'fit range',
        gesture: 'handle',
        settles: true,
      });
    move(11);
    move(12);
    vi.advanceTimersByTime(SETTLE_AFTER_MS + 1);
    move(13);
    store.undo();
    expect(store.scenario.value.fit.energyRange_GeV[0]).toBe(12);
    store.undo();
    expect(store.scenario.value.fit.energyRange_GeV[0]).toBe(10);
  });

  it('forgets what was undone once something new is done', () => {
    set(EFFICIENCY, 0.2);
    store.undo();
    set(DISTANCE, 300);
    expect(store.redoChange.value).toBeNull();
  });

  it('brings the preset back together with its name', () => {
    set(EFFICIENCY, 0.2);
    store.open(monogem.scenario, originOfPreset(monogem), 'preset');
    expect(store.modifications.value).toEqual([]);
    store.undo();
    expect(store.origin.value.presetId).toBe('geminga');
    expect(store.modifications.value.map(({ path }) => path)).toEqual([EFFICIENCY]);
  });

  it('makes no step of a change that changes nothing', () => {
    set(EFFICIENCY, START);
    expect(store.undoChange.value).toBeNull();
    expect(pool.evaluations).toHaveLength(1);
  });
});

describe('evaluation', () => {
  it('asks for the first scenario at once, and again after every change', () => {
    expect(pool.evaluations.map(({ scenario }) => scenario)).toEqual([geminga.scenario]);
    set(EFFICIENCY, 0.2);
    expect(pool.evaluations.at(-1)?.scenario).toBe(store.scenario.value);
  });

  it('shows the newest when answers come out of order', async () => {
    set(EFFICIENCY, 0.2);
    const [older, newer] = pool.evaluations;
    newer?.answer(evaluationOf(newer.scenario));
    await settled();
    older?.answer(evaluationOf(older.scenario));
    await settled();
    expect(store.evaluation.value?.scenario).toBe(newer?.scenario);
    expect(store.upToDate.value).toBe(true);
  });

  it('shows an answer that is already old while the newest is computed', async () => {
    set(EFFICIENCY, 0.2);
    const [older] = pool.evaluations;
    older?.answer(evaluationOf(older.scenario));
    await settled();
    expect(store.evaluation.value?.scenario).toBe(older?.scenario);
    expect(store.upToDate.value).toBe(false);
  });

  it('says nothing about evaluations that a newer one replaced', async () => {
    set(EFFICIENCY, 0.2);
    await answerNewest(pool);
    expect(store.message.value).toBeNull();
    expect(store.computing.value).toBe(false);
  });

  it('keeps the last good curve when the next one fails, and says why', async () => {
    await answerNewest(pool);
    const good = store.evaluation.value;
    set(EFFICIENCY, 0.2);
    pool.evaluations
      .at(-1)
      ?.fail(new InputError('sources[0].distance_pc', 'sources[0].distance_pc is too much; lower it.'));
    await settled();
    expect(store.evaluation.value).toBe(good);
    expect(store.message.value).toEqual({ row: null, text: 'Distance is too much; lower it.' });
  });

  it('shows that it computes only when it takes long', async () => {
    vi.advanceTimersByTime(BUSY_AFTER_MS - 1);
    expect(store.computing.value).toBe(false);
    vi.advanceTimersByTime(2);
    expect(store.computing.value).toBe(true);
    await answerNewest(pool);
    expect(store.computing.value).toBe(false);
  });
});

describe('bad input', () => {
  it('leaves scenario, curve and history as they were and says one sentence in the row', async () => {
    await answerNewest(pool);
    expect(set(DISTANCE, 50_000)).toBe(false);
    expect(store.scenario.value).toBe(geminga.scenario);
    expect(store.message.value).toEqual({
      row: DISTANCE,
      text: 'Distance is 50000, but must be a number from 1 to 30000 pc; change it.',
    });
    expect(store.undoChange.value).toBeNull();
    expect(pool.evaluations).toHaveLength(1);
  });

  it('drops the sentence with the next good change', () => {
    set(DISTANCE, 50_000);
    set(DISTANCE, 300);
    expect(store.message.value).toBeNull();
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY])('refuses %s', (wrong) => {
    expect(set(EFFICIENCY, wrong)).toBe(false);
    expect(store.scenario.value).toBe(geminga.scenario);
  });
});

describe('fit', () => {
  const best = () => edit(store.scenario.value, EFFICIENCY, 1.7);

  it('is one undo step, and its report is about what is shown', async () => {
    void store.startFit();
    pool.fits[0]?.progress({ iteration: 3, chi2: 40 });
    expect(store.fit.value).toEqual({ kind: 'running', progress: { iteration: 3, chi2: 40 } });
    pool.fits[0]?.answer(reportOf(best()));
    await settled();
    expect(store.fit.value).toEqual({ kind: 'idle' });
    expect(value(EFFICIENCY)).toBe(1.7);
    expect(store.reportIsStale.value).toBe(false);
    expect(store.undoChange.value).toBe('fit');
    store.undo();
    expect(value(EFFICIENCY)).toBe(START);
  });

  it('has a stale report once the scenario differs, and a fresh one when it is the same again', async () => {
    void store.startFit();
    pool.fits[0]?.answer(reportOf(best()));
    await settled();
    set(DISTANCE, 300);
    expect(store.reportIsStale.value).toBe(true);
    set(DISTANCE, 250);
    expect(store.reportIsStale.value).toBe(false);
    store.change((scenario) => withFree(scenario, DISTANCE, true), { change: 'lock' });
    expect(store.reportIsStale.value).toBe(true);
  });

  it('keeps how far the approximations of its scenario are from the exact model', async () => {
    void store.startFit();
    pool.fits[0]?.answer(reportOf(best()));
    await settled();
    expect(store.lastFit.value?.approximations).toEqual([]);
    const known = [{ path: 'losses.model', what: 'loss rate', ratios: [] }];
    pool.evaluations.at(-1)?.answer({ ...evaluationOf(store.scenario.value), approximations: known });
    await settled();
    expect(store.lastFit.value?.approximations).toBe(known);
    set(EFFICIENCY, 0.2);
    pool.evaluations.at(-1)?.answer(evaluationOf(store.scenario.value));
    await settled();
    expect(store.lastFit.value?.approximations).toBe(known);
  });

  it('can be cancelled: all values are as before', async () => {
    void store.startFit();
    store.cancelFit();
    await settled();
    expect(store.fit.value).toEqual({ kind: 'stopped', text: 'The fit was cancelled; all values are as before.' });
    expect(store.scenario.value).toBe(geminga.scenario);
  });

  it('does not overwrite a change made while it ran', async () => {
    void store.startFit();
    const report = reportOf(best());
    set(DISTANCE, 300);
    pool.fits[0]?.answer(report);
    await settled();
    expect(value(DISTANCE)).toBe(300);
    expect(value(EFFICIENCY)).toBe(START);
    expect(store.fit.value.kind).toBe('stopped');
    expect(store.lastFit.value).toBeNull();
  });

  it('runs once at a time', () => {
    void store.startFit();
    void store.startFit();
    expect(pool.fits).toHaveLength(1);
  });

  it('says why it failed', async () => {
    void store.startFit();
    pool.fits[0]?.fail(new Error('the worker ended; try again.'));
    await settled();
    expect(store.fit.value).toEqual({ kind: 'stopped', text: 'The worker ended; try again.' });
  });
});

describe('what an edit changes elsewhere', () => {
  const EDGE = 'propagation.halo.edgeWidth_pc';
  const switchHalo = (on: boolean) =>
    store.change((scenario) => withHalo(scenario, on ? (store.lastHalo.value ?? DEFAULT_HALO) : null), {
      change: 'halo',
      row: 'propagation.halo',
    });

  it('is said under its row as long as a drag lasts, and goes with the next change', () => {
    switchHalo(true);
    expect(store.sideEffect.value).toBeNull();
    for (const width of [1, 2, 3]) set(EDGE, width, 'drag');
    store.endGesture();
    expect(store.sideEffect.value).toEqual({
      row: EDGE,
      text: 'This also changed: solver: exact Green’s function → finite volumes in r, E, t.',
    });
    set(EFFICIENCY, 0.2);
    expect(store.sideEffect.value).toBeNull();
    store.undo();
    store.undo();
    expect(store.scenario.value.propagation.solver).toBe('greens');
  });

  it('is undone in one step with a halo, which comes back as it was when it is switched on again', () => {
    switchHalo(true);
    set('propagation.halo.radius_pc', 80);
    switchHalo(false);
    switchHalo(true);
    expect(value('propagation.halo.radius_pc')).toBe(80);
    store.undo();
    expect(store.scenario.value.propagation.halo).toBeNull();
  });
});

describe('reset', () => {
  it('gives every value its preset value and keeps what is free', () => {
    set(EFFICIENCY, 0.2);
    set('losses.magneticField_uG', 5);
    store.change((scenario) => withFree(scenario, DISTANCE, true), { change: 'lock' });
    expect(store.modifications.value).toHaveLength(2);
    store.resetToOrigin();
    expect(store.modifications.value).toEqual([]);
    expect(store.scenario.value.fit.free).toContain(DISTANCE);
    store.undo();
    expect(store.modifications.value).toHaveLength(2);
  });
});
