import { describe, expect, test } from 'vitest';
import { elementaryOf } from '../../src/analysis/elementaryOf.ts';
import { fitScenario } from '../../src/analysis/fitScenario.ts';
import { posteriorOf, startPosterior } from '../../src/analysis/posterior.ts';
import { posteriorReport } from '../../src/analysis/posteriorResults.ts';
import { runToEnd } from '../../src/fit/leastSquares.ts';
import { sample } from '../../src/fit/posterior/sampling.ts';
import { preset, testKernel } from '../support.ts';

const kernel = await testKernel();

const STEPS = 2500;

describe('the posterior of the AMS-02 fit function', { timeout: 120_000 }, () => {
  const report = fitScenario(kernel, preset('ams02-fit-function'));

  test('has the means and widths that the second derivatives of χ² give', () => {
    const posterior = posteriorOf(kernel, report.scenario);
    const begun = runToEnd(startPosterior(kernel, report, { walkers: 32, steps: STEPS, seed: 1 }));
    const run = { ...begun, run: runToEnd(sample(begun.run, posterior.logProbability, elementaryOf(kernel))) };
    const { parameters, acceptance, steps, check, walkers } = posteriorReport(run, elementaryOf(kernel));
    expect(steps).toBe(STEPS);
    // What a stretch move with a = 2 is made for.
    expect(acceptance).toBeGreaterThan(0.2);
    expect(acceptance).toBeLessThan(0.6);
    for (const [i, { name, mean, standardDeviation, autocorrelationTime }] of parameters.entries()) {
      const { path, value, error } = report.parameters[i] as (typeof report.parameters)[number];
      const independent = (walkers * (steps - check.burnIn)) / (autocorrelationTime as number);
      expect(name).toBe(path);
      // Three standard errors of the draws, and what chi2 lacks of a parabola: 0.08 in the mean, 2 % in the width, as
      // chains of 200 000 draws show.
      expect(Math.abs(mean - value) / (error as number)).toBeLessThan(3 / Math.sqrt(independent) + 0.08);
      expect(Math.abs(standardDeviation / (error as number) - 1)).toBeLessThan(3 / Math.sqrt(2 * independent) + 0.02);
    }
  });
});
