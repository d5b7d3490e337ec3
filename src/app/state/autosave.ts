/** The scenario at work is kept in this browser, so that a page that was closed or crashed loses nothing. */
import { effect } from '@preact/signals';
import type { Preset } from '../../model/presets/presetTypes.ts';
import type { Scenario } from '../../model/scenario.ts';
import { keptScenario, type StorageWindow, type WithOrigin, withOriginFrom } from './keptScenario.ts';
import type { OnLeaving } from './leaving.ts';
import { content, type Store } from './store.ts';

const KEY = 'geminga-last-scenario';

/** Changes that follow each other faster are kept once, ms. */
const SAVE_AFTER_MS = 500;

interface AutosaveOptions {
  readonly onLeaving?: OnLeaving;
  /** Whether the scenario is the person's own work; what a lesson opens is not. */
  readonly isOwnWork?: () => boolean;
  /** The scenario with which the page began; another one is a change already. */
  readonly untouched?: Scenario;
}

/**
 * Keeps every change of the scenario; a page that nobody touched keeps nothing. Where the browser refuses, nothing is kept and
 * nothing is said.
 *
 * @returns a function that ends it
 */
export function connectAutosave(
  store: Pick<Store, 'scenario' | 'origin'>,
  window: StorageWindow,
  { onLeaving, isOwnWork = () => true, untouched = store.scenario.peek() }: AutosaveOptions = {},
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const save = () => {
    clearTimeout(timer);
    timer = undefined;
    const kept = keptScenario({ scenario: store.scenario.peek(), origin: store.origin.peek() });
    try {
      window.localStorage.setItem(KEY, JSON.stringify(kept));
    } catch {
      // No storage, or no room in it: the address still holds the scenario.
    }
  };
  let first = true;
  const stop = effect(() => {
    const isUntouched = store.scenario.value === untouched;
    store.origin.value;
    const isStart = first && isUntouched;
    first = false;
    if (isStart) return;
    clearTimeout(timer);
    timer = isOwnWork() ? setTimeout(save, SAVE_AFTER_MS) : undefined;
  });
  onLeaving?.(() => {
    if (timer !== undefined) save();
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}

/**
 * The scenario that was kept last; null where there is none, where it cannot be read, and where it says no more than the present
 * one.
 */
export function lastScenario(window: StorageWindow, presets: readonly Preset[], present: Scenario): WithOrigin | null {
  try {
    const text = window.localStorage.getItem(KEY);
    if (text === null) return null;
    const kept = withOriginFrom(JSON.parse(text), presets);
    return content(kept.scenario) === content(present) ? null : kept;
  } catch {
    // Refused storage and damaged content are as good as none: nobody asked for it.
    return null;
  }
}

/** Forgets the scenario that was kept last. */
export function forgetLastScenario(window: StorageWindow): void {
  try {
    window.localStorage.removeItem(KEY);
  } catch {
    // It is offered once more.
  }
}
