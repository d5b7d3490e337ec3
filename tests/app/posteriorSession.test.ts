import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { PosteriorReport, PosteriorRun } from '../../src/analysis/inferenceTypes.ts';
import { createSession, type Session } from '../../src/app/posterior/session.ts';
import { createBand } from '../../src/app/state/band.ts';
import { edit } from '../../src/app/state/edits.ts';
import { originOfPreset } from '../../src/app/state/origin.ts';
import { createStore, type Store } from '../../src/app/state/store.ts';
import { presetById } from '../../src/model/presets/presets.ts';
import type { Preset } from '../../src/model/presets/presetTypes.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import type { PosteriorOptions } from '../../src/worker/inference.ts';
import type { InferenceCalls } from '../../src/worker/inferenceCalls.ts';
import { type FakePool, fakePool, reportOf, settled } from './fakePool.ts';

const geminga = presetById('geminga') as Preset;
const CHOICE = { walkers: 16, steps: 1000, seed: 1 };

/** A run that the session can tell from others: so many steps, ended or not. */
const runAt = (scenario: Scenario, step: number, ended: 'converged' | 'limit' | null = null, stepLimit = 1000) =>
  ({ scenario, seed: 1, names: [], run: { state: { step }, stepLimit, ended } }) as unknown as PosteriorRun;

/** Calls whose sampling the test steps by hand. */
function fakeCalls() {
  const samplings: { run: PosteriorRun; options: PosteriorOptions; end: (run: PosteriorRun) => void }[] = [];
  const report = { acceptance: 0.4, check: { burnIn: 5, words: '' } } as unknown as PosteriorReport;
  const bands = {
    energies_GeV: new Float64Array(2),
    parts: [0.16, 0.84],
    total: { quantiles: [new Float64Array(2), new Float64Array(2)] },
  };
  const calls = {
    startSampling: vi.fn(async ({ scenario }: { scenario: Scenario }) => runAt(scenario, 0)),
    sample: (run: PosteriorRun, options: PosteriorOptions) =>
      new Promise((end) => samplings.push({ run, options, end: end as (run: PosteriorRun) => void })),
    extend: vi.fn(async (run: PosteriorRun, steps: number) => runAt(run.scenario, run.run.state.step, null, steps)),
    picture: async () => ({ report, draws: {} }),
    bands: async () => bands,
  } as unknown as InferenceCalls;
  return { calls, samplings };
}

let pool: FakePool;
let store: Store;
let session: Session;
let fake: ReturnType<typeof fakeCalls>;
let band: ReturnType<typeof createBand>;

beforeEach(() => {
  pool = fakePool();
  store = createStore(pool, { scenario: geminga.scenario, origin: originOfPreset(geminga) });
  band = createBand(store);
  fake = fakeCalls();
  session = createSession(store, fake.calls, (shown) => {
    band.band.value = shown;
  });
});

/** Starts the session and answers the fit before it. */
async function started(): Promise<void> {
  void session.start(CHOICE);
  await settled();
  pool.fits.at(-1)?.answer(reportOf(store.scenario.value));
  await settled();
  await settled();
}
const sampling = () => fake.samplings.at(-1) as (typeof fake.samplings)[number];
const long = async () => {
  for (let turn = 0; turn < 6; turn++) await settled();
};

describe('the posterior on the page', () => {
  it('fits first where the scenario was not fitted, then samples from that fit', async () => {
    void session.start(CHOICE);
    await settled();
    expect(session.state.value.kind).toBe('fitting');
    pool.fits[0]?.answer(reportOf(geminga.scenario));
    await long();
    expect(session.state.value.kind).toBe('running');
    expect(sampling().run.run.state.step).toBe(0);
  });

  it('says why it did not start when the fit was cancelled', async () => {
    void session.start(CHOICE);
    await settled();
    store.cancelFit();
    await long();
    expect(session.state.value.kind).toBe('empty');
    expect(session.failure.value).toMatch(/cancelled/);
  });

  it('keeps the run when it is paused, and goes on from there', async () => {
    await started();
    session.pause();
    expect(sampling().options.pause?.aborted).toBe(true);
    sampling().end(runAt(geminga.scenario, 50));
    await long();
    expect(session.state.value.kind).toBe('paused');
    expect(session.progress.value?.step).toBe(50);
    void session.resume();
    await long();
    expect(sampling().run.run.state.step).toBe(50);
    expect(fake.samplings).toHaveLength(2);
  });

  it('gives a run that has ended twice its steps', async () => {
    await started();
    sampling().end(runAt(geminga.scenario, 1000, 'limit'));
    await long();
    expect(session.state.value.kind).toBe('ended');
    void session.resume();
    await long();
    expect(sampling().run.run.stepLimit).toBe(2000);
    expect(session.saved()?.choice.steps).toBe(2000);
  });

  it('forgets chain and band when it is discarded, whatever arrives later', async () => {
    await started();
    const { options, end } = sampling();
    session.discard();
    expect(options.signal?.aborted).toBe(true);
    end(runAt(geminga.scenario, 50));
    await long();
    expect(session.state.value.kind).toBe('empty');
    expect(session.saved()).toBeNull();
    expect(band.shown.value).toBeNull();
  });

  it('keeps the chain when the scenario changes, marked as that of another one, and so its band', async () => {
    await started();
    sampling().end(runAt(geminga.scenario, 50));
    await long();
    expect([session.isOfAnother.value, band.shown.value?.isOfAnother]).toEqual([false, false]);
    store.change((now) => edit(now, 'sources[Geminga].distance_pc', 300), { change: 'distance' });
    expect(session.report.value).not.toBeNull();
    expect([session.isOfAnother.value, band.shown.value?.isOfAnother]).toEqual([true, true]);
  });

  it('goes on with a run that was saved', async () => {
    const run = runAt(geminga.scenario, 70);
    await session.load({ format: 'geminga-sample', version: 1, asked: geminga.scenario, choice: CHOICE, run });
    expect(session.state.value.kind).toBe('paused');
    void session.resume();
    await long();
    expect(sampling().run).toBe(run);
  });
});
