import { watchLife } from './lifeSign.ts';
import type { WorkerLike } from './workerLike.ts';

/** Starts a kernel worker of the browser. */
export function createBrowserWorker(): WorkerLike {
  const worker = new Worker(new URL('./kernel.worker.ts', import.meta.url), { type: 'module' });
  const end = new AbortController();
  return {
    endpoint: worker,
    onDeath(listener) {
      const options = { signal: end.signal };
      worker.addEventListener(
        'error',
        (event) => {
          event.preventDefault();
          listener(event.message || 'its script could not be loaded');
        },
        options,
      );
      worker.addEventListener('messageerror', () => listener('it sent a message that cannot be read'), options);
      watchLife(worker, () => listener('the browser ended it'), end.signal);
    },
    terminate() {
      end.abort();
      worker.terminate();
    },
  };
}
