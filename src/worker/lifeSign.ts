/**
 * How the page hears that a worker is gone.
 *
 * A browser says nothing when a worker ends: it closed itself, was terminated, or the system took its memory. But a
 * web lock is released by the browser whenever its holder ends. So each worker holds a lock of its own for life, and
 * the page waits for the same lock: getting it means that the worker is dead.
 *
 * Without web locks (a page that is neither https nor localhost, or has no origin) only errors are noticed.
 */

const KIND = 'geminga-life-sign';

/** In the worker: takes the lock, then tells the page its name. Work that begins afterwards is watched. */
export function announceLife(): Promise<void> {
  return new Promise((resolve) => {
    if (!navigator.locks) return resolve();
    const lock = `${KIND}-${crypto.randomUUID()}`;
    const heldForLife = navigator.locks.request(lock, () => {
      self.postMessage({ kind: KIND, lock });
      resolve();
      return new Promise<never>(() => {});
    });
    heldForLife.catch(() => resolve());
  });
}

/** In the page: calls back when the worker is dead, until the signal ends the watch. */
export function watchLife(worker: Worker, onDeath: () => void, signal: AbortSignal): void {
  const listener = ({ data }: MessageEvent) => {
    if (data?.kind !== KIND) return;
    worker.removeEventListener('message', listener);
    navigator.locks.request(data.lock, { signal }, onDeath).catch(() => {
      // The only reason to end up here is the signal: nobody watches any more.
    });
  };
  worker.addEventListener('message', listener, { signal });
}
