import { beforeEach, describe, expect, it } from 'vitest';
import type { ProfileReport } from '../../src/analysis/inferenceTypes.ts';
import { intervalText, roundAsymmetric } from '../../src/app/format/pdg.ts';
import { createLikelihood, type Likelihood } from '../../src/app/state/likelihood.ts';
import { originOfPreset } from '../../src/app/state/origin.ts';
import { createStore, type Store } from '../../src/app/state/store.ts';
import { presetById } from '../../src/model/presets/presets.ts';
import type { Preset } from '../../src/model/presets/presetTypes.ts';
import type { ProfilesOptions } from '../../src/worker/inference.ts';
import type { InferenceCalls } from '../../src/worker/inferenceCalls.ts';
import { type FakePool, fakePool, reportOf, settled } from './fakePool.ts';

const geminga = presetById('geminga') as Preset;
const REPORT: ProfileReport = { parameters: [], findings: [], deeper: null };

let pool: FakePool;
let store: Store;
let likelihood: Likelihood;
const asked: { options: ProfilesOptions; answer: (report: ProfileReport) => void; fail: (error: Error) => void }[] = [];

async function fitted(): Promise<void> {
  void store.startFit();
  pool.fits.at(-1)?.answer(reportOf(store.scenario.value));
  await settled();
}

beforeEach(async () => {
  asked.length = 0;
  pool = fakePool();
  store = createStore(pool, { scenario: geminga.scenario, origin: originOfPreset(geminga) });
  likelihood = createLikelihood(store, {
    profile: (_, options = {}) => new Promise((answer, fail) => asked.push({ options, answer, fail })),
  } as InferenceCalls);
  await fitted();
});

describe('profiles on the page', () => {
  it('show how far they are, then what they found', async () => {
    void likelihood.startProfiles();
    asked[0]?.options.onProgress?.({ finished: 1, parameters: 4, minimisations: 30 });
    expect(likelihood.profiling.value).toMatchObject({ kind: 'running', progress: { finished: 1 } });
    asked[0]?.answer(REPORT);
    await settled();
    expect(likelihood.profiles.value).toBe(REPORT);
  });

  it('are gone with the fit that they belong to', async () => {
    void likelihood.startProfiles();
    asked[0]?.answer(REPORT);
    await settled();
    await fitted();
    expect(likelihood.profiles.value).toBeNull();
  });

  it('stop at once when cancelled, and take no late answer', async () => {
    void likelihood.startProfiles();
    likelihood.cancelProfiles();
    expect(asked[0]?.options.signal?.aborted).toBe(true);
    asked[0]?.answer(REPORT);
    await settled();
    expect(likelihood.profiles.value).toBeNull();
    expect(likelihood.profiling.value).toMatchObject({ kind: 'stopped', text: 'The profiles were cancelled.' });
  });

  it('say why they failed', async () => {
    void likelihood.startProfiles();
    asked[0]?.fail(new Error('the fit does not converge.'));
    await settled();
    expect(likelihood.profiling.value).toMatchObject({ kind: 'stopped', text: 'The fit does not converge.' });
  });

  it('fit again from a deeper place', async () => {
    const deeper = { ...store.scenario.value, sun: { ...store.scenario.value.sun, potential_MV: 1000 } };
    void likelihood.fitFrom({ chi2: 20, scenario: deeper });
    expect(pool.fits.at(-1)?.scenario).toBe(deeper);
  });
});

describe('errors with two sides', () => {
  it('are rounded at the place of the smaller one', () => {
    expect(roundAsymmetric(4.2231, 1.912, 11.83)).toEqual({ value: '4.2', below: '1.9', above: '11.8', exponent: 0 });
    expect(roundAsymmetric(2.01e28, 3e26, null)).toEqual({ value: '2.010', below: '0.030', above: null, exponent: 28 });
  });

  it('make an interval of the same digits, or one that says that it has no end', () => {
    expect(intervalText(1.032, 0.03, 0.03)).toBe('1.002 … 1.062');
    expect(intervalText(4.2231, 1.912, 11.83)).toBe('2.3 … 16.1');
    expect(intervalText(4.2231, 1.912, null)).toBe('2.3 … none');
    expect(intervalText(13_000, 9000, 1.9e6)).toBe('4000 … 1.91 × 10⁶');
  });
});
