import type { Page } from 'playwright-core';

declare global {
  interface Window {
    /** The workers of the page, in the order of their start. */
    startedWorkers: Worker[];
    /** Ends a worker right after it was given its next task. */
    killAtNextTask: boolean;
  }
}

/**
 * Lets a test end the workers of a page behind the page's back: in mid-call, without an event, as a browser does that
 * is short of memory.
 */
export async function makeWorkersKillable(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.startedWorkers = [];
    window.killAtNextTask = false;
    window.Worker = new Proxy(window.Worker, {
      construct(Original, given: ConstructorParameters<typeof Worker>) {
        const worker = new Original(...given);
        window.startedWorkers.push(worker);
        const post = worker.postMessage.bind(worker);
        worker.postMessage = ((message: { path?: string[] }, transfer: Transferable[]) => {
          post(message, transfer);
          if (!window.killAtNextTask || message.path?.[0] !== 'run') return;
          window.killAtNextTask = false;
          worker.terminate();
        }) as typeof worker.postMessage;
        return worker;
      },
    });
  });
}
