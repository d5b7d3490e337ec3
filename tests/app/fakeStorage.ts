/** A browser's storage that can be damaged, full or forbidden, shared by the tabs that are given it. */
import type { SnapshotWindow } from '../../src/app/state/snapshotStorage.ts';

export interface FakeStorage extends SnapshotWindow {
  readonly kept: Map<string, string>;
  /** As a private window does it: asking for the storage throws. */
  isForbidden: boolean;
  isFull: boolean;
  /** Another tab has written. */
  tell(key: string | null): void;
}

export function fakeStorage(kept = new Map<string, string>()): FakeStorage {
  const listeners: ((event: { key: string | null }) => void)[] = [];
  return {
    kept,
    isForbidden: false,
    isFull: false,
    get localStorage() {
      if (this.isForbidden) throw new DOMException('denied', 'SecurityError');
      return {
        getItem: (key: string) => kept.get(key) ?? null,
        setItem: (key: string, value: string) => {
          if (this.isFull) throw new DOMException('full', 'QuotaExceededError');
          kept.set(key, value);
        },
        removeItem: (key: string) => {
          kept.delete(key);
        },
      };
    },
    addEventListener: (_type, listener) => {
      listeners.push(listener);
    },
    tell(key) {
      for (const listener of listeners) listener({ key });
    },
  };
}
