/**
 * A worker thread that does what the name of the scenario says, so that tests choose its fate:
 * "answer", "wait 50" (ms), "exit", "throw" (outside of any call), "block" (never yields), "never" (yields, does not answer),
 * "slices 10" (a fit that pauses as often and can be cancelled).
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { parentPort, threadId } from 'node:worker_threads';
import { expose } from 'comlink/dist/esm/comlink.mjs';
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs';

const cancelled = new Set();

async function obey(job, [command, count]) {
  if (command === 'wait') await sleep(Number(count));
  if (command === 'exit') process.exit(3);
  if (command === 'throw')
    setTimeout(() => {
      throw new Error('thrown outside of the call');
    });
  if (command === 'block') for (;;);
  if (command === 'throw' || command === 'never') await new Promise(() => {});
  for (let slice = 0; command === 'slices' && slice < Number(count); slice++) {
    await sleep(5);
    if (cancelled.has(job))
      return { ok: false, error: { name: 'AbortError', message: 'stopped between slices', path: '' } };
  }
  return undefined;
}

expose(
  {
    initialise() {},
    async run(job, task) {
      const { name } = task.scenario;
      return (await obey(job, name.split(' '))) ?? { ok: true, result: { name, thread: threadId } };
    },
    cancel: (job) => cancelled.add(job),
  },
  nodeEndpoint(parentPort),
);
