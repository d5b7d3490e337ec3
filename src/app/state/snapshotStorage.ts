/** Snapshots in the storage of this browser: scenario, name and origin, no computed number. */
import type { Preset } from '../../model/presets/presetTypes.ts';
import { isRecord, keptScenario, type StorageWindow, withOriginFrom } from './keptScenario.ts';
import { trimmedName } from './snapshotName.ts';
import type { Snapshot } from './snapshots.ts';

const KEY = 'geminga-snapshots';

export interface SnapshotWindow extends StorageWindow {
  addEventListener(type: 'storage', listener: (event: Pick<StorageEvent, 'key'>) => void): void;
}

export interface StoredSnapshots {
  readonly snapshots: readonly Snapshot[];
  /** Names of those that could not be read; empty for one without a name. */
  readonly leftOut: readonly string[];
  /** Whether this browser lets the page keep anything. */
  readonly isAllowed: boolean;
}

function storedText(window: StorageWindow): { text: string | null; isAllowed: boolean } {
  try {
    return { text: window.localStorage.getItem(KEY), isAllowed: true };
  } catch {
    return { text: null, isAllowed: false };
  }
}

function entries(text: string | null): readonly unknown[] {
  if (text === null) return [];
  try {
    const kept: unknown = JSON.parse(text);
    const list = isRecord(kept) ? kept['snapshots'] : undefined;
    return Array.isArray(list) ? list : [undefined];
  } catch {
    return [undefined];
  }
}

function nameIn(entry: unknown): string {
  const name = isRecord(entry) ? entry['name'] : undefined;
  return typeof name === 'string' ? trimmedName(name) : '';
}

/**
 * Everything that can be read: a damaged or unreadable snapshot does not take the others with it.
 *
 * @param most how many there is room for
 */
export function readSnapshots(window: StorageWindow, presets: readonly Preset[], most: number): StoredSnapshots {
  const { text, isAllowed } = storedText(window);
  const snapshots: Snapshot[] = [];
  const leftOut: string[] = [];
  for (const entry of entries(text)) {
    const name = nameIn(entry);
    const looks = Array.from({ length: most }, (_, index) => index + 1);
    const free = looks.filter((look) => snapshots.every((one) => one.look !== look));
    const wanted = isRecord(entry) ? entry['look'] : undefined;
    const look = free.find((one) => one === wanted) ?? free[0];
    try {
      const { scenario, origin } = withOriginFrom(entry, presets);
      if (look === undefined) leftOut.push(name);
      else snapshots.push({ look, name: name || scenario.name, scenario, origin });
    } catch {
      leftOut.push(name);
    }
  }
  return { snapshots, leftOut, isAllowed };
}

/** Calls when another tab of the page has kept others; `null` is all that the storage holds. */
export function whenKeptElsewhere(window: SnapshotWindow, act: () => void): void {
  window.addEventListener('storage', ({ key }) => {
    if (key === KEY || key === null) act();
  });
}

/** Keeps them in place of those before; false where the browser refuses or has no room. */
export function keepSnapshots(window: StorageWindow, snapshots: readonly Snapshot[]): boolean {
  const kept = snapshots.map(({ look, name, ...rest }) => ({ look, name, ...keptScenario(rest) }));
  try {
    window.localStorage.setItem(KEY, JSON.stringify({ snapshots: kept }));
    return true;
  } catch {
    return false;
  }
}
