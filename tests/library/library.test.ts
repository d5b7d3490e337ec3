import { describe, expect, test } from 'vitest';
import { evaluate, fit, predict, presetById, profile, sample } from '../../src/index.ts';

const scenario = presetById('ams02-fit-function')?.scenario;
if (!scenario) throw new Error('no preset');
const simple = {
  ...scenario,
  fit: { ...scenario.fit, free: ['sources[AMS-02].sourceCoefficient', 'sources[AMS-02].sourceIndex'] },
};

describe('the library in Node', () => {
  test('predicts, evaluates and fits a scenario', async () => {
    const { total } = await predict(scenario, { energies_GeV: Float64Array.of(60) });
    expect(total[0]).toBeGreaterThan(0);
    expect((await evaluate(scenario)).comparison.goodness.points).toBe(74);
    expect((await fit(simple)).valid).toBe(true);
  });

  test('loads the catalogue by itself where a scenario asks for it', async () => {
    const pulsars = presetById('evoli-2021')?.scenario;
    if (!pulsars) throw new Error('no preset');
    const { components } = await predict(pulsars, { energies_GeV: Float64Array.of(100) });
    expect(components.map(({ name }) => name)).toContain('other pulsars');
  });

  test('gives asymmetric errors that agree with the symmetric ones of a nearly quadratic minimum', async () => {
    const report = await fit(simple);
    const { parameters } = await profile(report.scenario);
    parameters.forEach(({ errorBelow, errorAbove }, i) => {
      const error = report.parameters[i]?.error as number;
      // chi2 is not quite quadratic in an index.
      expect(Math.abs((errorBelow as number) / error - 1)).toBeLessThan(0.05);
      expect(Math.abs((errorAbove as number) / error - 1)).toBeLessThan(0.05);
    });
  });

  test('samples the posterior, and goes on with a run to the same draws as without a pause', async () => {
    const choice = { steps: 20, seed: 7 };
    const whole = await sample(simple, choice);
    const pause = new AbortController();
    const half = await sample(simple, {
      ...choice,
      signal: pause.signal,
      onProgress: ({ step }) => {
        if (step === 8) pause.abort();
      },
    });
    expect(half.run.run.state.step).toBeLessThan(20);
    const resumed = await sample(simple, { run: half.run });
    expect(JSON.stringify(resumed.run)).toBe(JSON.stringify(whole.run));
  });
});
