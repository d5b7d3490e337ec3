/** A run that was saved on the page, taken up by the terminal. */
import { describe, expect, it } from 'vitest';
import { fitScenario } from '../../src/analysis/fitScenario.ts';
import { readRun, runFile } from '../../src/app/posterior/files.ts';
import { createSession } from '../../src/app/posterior/session.ts';
import { originOfPreset } from '../../src/app/state/origin.ts';
import { createStore } from '../../src/app/state/store.ts';
import { presetById } from '../../src/model/presets/presets.ts';
import type { Preset } from '../../src/model/presets/presetTypes.ts';
import { inferenceCalls } from '../../src/worker/inferenceCalls.ts';
import { localRunner } from '../../src/worker/localRunner.ts';
import { fakePool, settled } from '../app/fakePool.ts';
import { testKernel } from '../support.ts';
import { geminga } from './harness.ts';

const preset = presetById('geminga') as Preset;
const CHOICE = { walkers: 16, steps: 9, seed: 4 };

/** Samples as the page does, pauses after some steps, and gives the file that "Save run" saves. */
async function savedOnPage(pauseAfter: number): Promise<string> {
  const kernel = await testKernel();
  const pool = fakePool();
  const store = createStore(pool, { scenario: preset.scenario, origin: originOfPreset(preset) });
  const calls = inferenceCalls(localRunner(kernel));
  const session = createSession(
    store,
    {
      ...calls,
      sample: (run, options) =>
        calls.sample(run, {
          ...options,
          onProgress(step) {
            options?.onProgress?.(step);
            if (step.step === pauseAfter) session.pause();
          },
        }),
    },
    () => undefined,
  );
  const started = session.start(CHOICE);
  await settled();
  pool.fits.at(-1)?.answer(fitScenario(kernel, preset.scenario));
  await started;
  const state = session.saved();
  expect(state?.run.run.state.step).toBe(pauseAfter);
  return new TextDecoder().decode(runFile(state as NonNullable<typeof state>).bytes);
}

// Three short runs and a fit.
describe('a run saved on the page', { timeout: 30_000 }, () => {
  it('goes on with geminga sample --resume to the bytes of a run that began in the terminal', async () => {
    const text = await savedOnPage(4);
    const resumed = await geminga(['sample', '--resume', '--out', 'draws'], { files: { 'draws/run.json': text } });
    const { walkers, steps, seed } = CHOICE;
    const options = ['--walkers', `${walkers}`, '--steps', `${steps}`, '--seed', `${seed}`];
    const whole = await geminga(['sample', 'preset:geminga', ...options, '--out', 'draws']);
    expect(resumed.stderr).toContain('NOT CONVERGED');
    expect([...resumed.files.keys()].sort()).toEqual([...whole.files.keys()].sort());
    for (const [name, content] of whole.files) expect(resumed.files.get(name), name).toBe(content);
  });

  it('is read back by the page as it was', async () => {
    const text = await savedOnPage(2);
    const state = await readRun(new File([text], 'run.json'));
    expect(new TextDecoder().decode(runFile(state).bytes)).toBe(text);
  });
});
