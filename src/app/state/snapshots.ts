/** Scenarios that a person pinned: named, kept in this browser, their curves computed anew when the page opens. */
import { batch, computed, effect, type ReadonlySignal, type Signal, signal, untracked } from '@preact/signals';
import type { Evaluation } from '../../analysis/analysisTypes.ts';
import type { Preset } from '../../model/presets/presetTypes.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { Pool } from '../../worker/protocol.ts';
import { scenarioName } from '../words/modelWords.ts';
import type { WithOrigin } from './keptScenario.ts';
import { messageFor } from './message.ts';
import { snapshotName, trimmedName } from './snapshotName.ts';
import { keepSnapshots, readSnapshots, type SnapshotWindow, whenKeptElsewhere } from './snapshotStorage.ts';
import { stateWords } from './stateWords.ts';
import { content, type Store } from './store.ts';

/** Curves that can be told apart behind the present one. */
export const MOST_SNAPSHOTS = 6;

export interface Snapshot extends WithOrigin {
  /** From 1: which of the looks its curve has, as long as it is pinned; no other one has it. */
  readonly look: number;
  readonly name: string;
}

/** What became of the computation of a snapshot. */
export interface SnapshotResult {
  readonly evaluation: Evaluation | null;
  /** Why there is none. */
  readonly failure: string | null;
}

/** A snapshot by its look, or the scenario at work. */
export type Side = number | 'present';

export interface Snapshots {
  /** In the order in which they were pinned. */
  readonly list: ReadonlySignal<readonly Snapshot[]>;
  /** By scenario; what is missing is still computed. */
  readonly results: ReadonlySignal<ReadonlyMap<Scenario, SnapshotResult>>;
  /** The one that was removed last, until it is restored. */
  readonly removed: ReadonlySignal<Snapshot | null>;
  /** Whether this browser keeps them beyond the page. */
  readonly areKept: ReadonlySignal<boolean>;
  /** What happened last, for a screen reader. */
  readonly said: ReadonlySignal<string>;
  /** The two that are compared. */
  readonly compared: Signal<readonly [a: Side, b: Side]>;
  /** Pins the present scenario; says why where it cannot. */
  pin(): boolean;
  rename(look: number, name: string): void;
  remove(look: number): void;
  restore(): void;
  /** Opens its scenario; one undo step. */
  open(look: number): void;
}

interface SnapshotParts {
  readonly store: Pick<
    Store,
    'scenario' | 'origin' | 'modifications' | 'evaluation' | 'upToDate' | 'message' | 'open' | 'say'
  >;
  readonly presets: readonly Preset[];
  readonly window: SnapshotWindow;
  /** A pool of its own: an evaluation in the pool of the page would take the place of the one that a hand waits for. */
  readonly createPool: () => Pick<Pool, 'evaluate' | 'dispose'>;
}

function freeLook(list: readonly Snapshot[]): number | undefined {
  const looks = Array.from({ length: MOST_SNAPSHOTS }, (_, index) => index + 1);
  return looks.find((look) => list.every((one) => one.look !== look));
}

export function createSnapshots({ store, presets, window, createPool }: SnapshotParts): Snapshots {
  const stored = readSnapshots(window, presets, MOST_SNAPSHOTS);
  const list = signal<readonly Snapshot[]>(stored.snapshots);
  const results = signal<ReadonlyMap<Scenario, SnapshotResult>>(new Map());
  const removed = signal<Snapshot | null>(null);
  const areKept = signal(stored.isAllowed);
  const said = signal('');
  const compared = signal<readonly [Side, Side]>(['present', stored.snapshots.at(-1)?.look ?? 'present']);
  if (stored.leftOut.length > 0 && store.message.peek() === null) {
    const names = stored.leftOut.map((name) => (name === '' ? stateWords().nameless : `“${name}”`)).join(', ');
    store.say({ row: null, text: stateWords().snapshotsLeftOut(names) });
  }

  function change(next: readonly Snapshot[]): void {
    batch(() => {
      list.value = next;
      areKept.value = keepSnapshots(window, next);
    });
  }

  const note = (scenario: Scenario, result: SnapshotResult) => {
    const wanted = new Set([...list.peek(), ...(removed.peek() ? [removed.peek()] : [])].map((one) => one?.scenario));
    results.value = new Map([...results.peek(), [scenario, result] as const].filter(([key]) => wanted.has(key)));
  };

  const missing = computed(() => list.value.map(({ scenario }) => scenario).filter((one) => !results.value.has(one)));
  const hasCurve = computed(() => store.evaluation.value !== null);
  let isBusy = false;

  async function compute(): Promise<void> {
    if (isBusy) return;
    isBusy = true;
    const pool = createPool();
    for (let [scenario] = missing.peek(); scenario !== undefined; [scenario] = missing.peek()) {
      try {
        note(scenario, { evaluation: await pool.evaluate(scenario), failure: null });
      } catch (error) {
        note(scenario, { evaluation: null, failure: messageFor(error, scenario).text });
      }
    }
    pool.dispose();
    isBusy = false;
  }

  // Another tab of the page keeps its snapshots in the same place: both have the same ones.
  whenKeptElsewhere(window, () => {
    const known = list.peek();
    list.value = readSnapshots(window, presets, MOST_SNAPSHOTS).snapshots.map((one) => {
      const same = known.find(({ scenario }) => JSON.stringify(scenario) === JSON.stringify(one.scenario));
      return same ? { ...one, scenario: same.scenario } : one;
    });
  });

  // The first curve of the page comes before those that lie behind it.
  effect(() => {
    if (hasCurve.value && missing.value.length > 0) untracked(() => void compute());
  });

  const refuse = (text: string) => {
    store.say({ row: null, text });
    return false;
  };

  return {
    list,
    results,
    removed,
    areKept,
    said,
    compared,

    pin() {
      const scenario = store.scenario.peek();
      const same = list.peek().find((one) => content(one.scenario) === content(scenario));
      if (same) return refuse(stateWords().isPinnedAlready(same.name));
      const look = freeLook(list.peek());
      if (look === undefined) return refuse(stateWords().pinsAreFull(MOST_SNAPSHOTS));
      const taken = list.peek().map(({ name }) => name);
      const name = snapshotName(scenarioName(scenario.name, presets), store.modifications.peek(), taken);
      const evaluation = store.evaluation.peek();
      batch(() => {
        change([...list.peek(), { look, name, scenario, origin: store.origin.peek() }]);
        if (store.upToDate.peek() && evaluation && !evaluation.draft) note(scenario, { evaluation, failure: null });
        compared.value = [compared.peek()[0], look];
        said.value = stateWords().pinned(name);
      });
      return true;
    },

    rename(look, name) {
      const next = trimmedName(name);
      if (next === '') return;
      change(list.peek().map((one) => (one.look === look ? { ...one, name: next } : one)));
    },

    remove(look) {
      const gone = list.peek().find((one) => one.look === look);
      if (!gone) return;
      batch(() => {
        removed.value = gone;
        change(list.peek().filter((one) => one !== gone));
      });
    },

    restore() {
      const back = removed.peek();
      if (!back) return;
      const look = list.peek().every((one) => one.look !== back.look) ? back.look : freeLook(list.peek());
      if (look === undefined) {
        refuse(stateWords().pinsAreFull(MOST_SNAPSHOTS));
        return;
      }
      batch(() => {
        removed.value = null;
        change([...list.peek(), { ...back, look }]);
      });
    },

    open(look) {
      const wanted = list.peek().find((one) => one.look === look);
      if (wanted) store.open(wanted.scenario, wanted.origin, stateWords().snapshot);
    },
  };
}
