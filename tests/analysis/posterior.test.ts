import { describe, expect, test } from 'vitest';
import { elementaryOf } from '../../src/analysis/elementaryOf.ts';
import { fitScenario } from '../../src/analysis/fitScenario.ts';
import { posteriorOf, startPosterior } from '../../src/analysis/posterior.ts';
import { posteriorDraws, posteriorReport } from '../../src/analysis/posteriorResults.ts';
import { priorInWords, priorsInForce } from '../../src/analysis/priors.ts';
import { runToEnd } from '../../src/fit/leastSquares.ts';
import { sample } from '../../src/fit/posterior/sampling.ts';
import { withValue } from '../../src/model/paths.ts';
import { parseScenario } from '../../src/model/readScenario.ts';
import type { Prior, Scenario } from '../../src/model/scenario.ts';
import { preset, testKernel } from '../support.ts';

const kernel = await testKernel();
const elementary = elementaryOf(kernel);
const geminga = preset('geminga');
const report = fitScenario(kernel, geminga);
const best = report.scenario;
const INDEX = 'sources[Geminga].spectralIndex';
const CUTOFF = 'sources[Geminga].cutoffEnergy_GeV';
const withPriors = (priors: Prior[]): Scenario => parseScenario({ ...best, fit: { ...best.fit, priors } });

/** ln of the posterior at changed values, with the best ones for all others. */
function logProbability(scenario: Scenario, path: string, value: number): number {
  const posterior = posteriorOf(kernel, scenario);
  const values = report.parameters.map((parameter) => (parameter.path === path ? value : parameter.value));
  return posterior.logProbability(posterior.coordinates(values));
}
const chi2At = (path: string, value: number) => fitScenario(kernel, withValue(best, path, value)).chi2AtStart;

describe('the posterior', () => {
  test('is -chi2 / 2 where priors are even in the coordinates of the walkers', () => {
    for (const [path, one, other] of [
      [INDEX, 2.18, 2.2],
      [CUTOFF, 3000, 6000],
    ] as const) {
      const difference = logProbability(best, path, other) - logProbability(best, path, one);
      // Rounding of chi2, some 30, and of the logarithm of the cutoff.
      expect(difference).toBeCloseTo(-0.5 * (chi2At(path, other) - chi2At(path, one)), 9);
    }
  });

  test('gains x for a prior that is even in x where walkers move in ln x', () => {
    const even = withPriors([{ path: CUTOFF, distribution: 'uniform', low: 100, high: 1e6 }]);
    const gained = logProbability(even, CUTOFF, 6000) - logProbability(best, CUTOFF, 6000);
    const lower = logProbability(even, CUTOFF, 3000) - logProbability(best, CUTOFF, 3000);
    expect(gained - lower).toBeCloseTo(Math.log(2), 9);
  });

  test('takes Gaussian and log-uniform priors of the scenario', () => {
    const gaussian = withPriors([{ path: INDEX, distribution: 'gaussian', mean: 2.1, standardDeviation: 0.02 }]);
    expect(logProbability(gaussian, INDEX, 2.18) - logProbability(best, INDEX, 2.18)).toBeCloseTo(-8, 9);
    const logUniform = withPriors([{ path: INDEX, distribution: 'log-uniform', low: 1, high: 4 }]);
    const slope = (value: number) => logProbability(logUniform, INDEX, value) - logProbability(best, INDEX, value);
    expect(slope(2.2) - slope(2.1)).toBeCloseTo(Math.log(2.1 / 2.2), 9);
  });

  test('vanishes outside a prior, where the model is not asked for', () => {
    const narrow = withPriors([{ path: INDEX, distribution: 'uniform', low: 2, high: 2.15 }]);
    expect(logProbability(narrow, INDEX, 2.2)).toBe(Number.NEGATIVE_INFINITY);
    expect(logProbability(narrow, INDEX, 2.1)).toBeGreaterThan(Number.NEGATIVE_INFINITY);
  });
});

describe('priors', () => {
  test('that nobody stated are even over the physical range, in the logarithm where the scale is one', () => {
    const words = priorsInForce(best).map((prior) => priorInWords(best, prior));
    expect(words).toEqual([
      'even from 0 to 1000 (by default)',
      'even from 0 to 5 (by default)',
      'even in the logarithm from 1 to 100000000 GeV (by default)',
      'even from 0 to 100 (by default)',
    ]);
  });

  test('of the scenario are said with their numbers, and end at the physical range', () => {
    const scenario = withPriors([
      { path: INDEX, distribution: 'gaussian', mean: 2.1, standardDeviation: 0.1 },
      { path: CUTOFF, distribution: 'uniform', low: -5, high: 1e4 },
    ]);
    const [, index, cutoff] = priorsInForce(scenario).map((prior) => priorInWords(scenario, prior));
    expect(index).toBe('Gaussian, 2.1 ± 0.1, from 0 to 5');
    expect(cutoff).toBe('even from 1 to 10000 GeV');
  });

  test('outside the physical range are refused', () => {
    const scenario = withPriors([{ path: INDEX, distribution: 'uniform', low: 7, high: 9 }]);
    expect(() => posteriorOf(kernel, scenario)).toThrow(/outside its physical range, 0 to 5/);
  });
});

describe('walkers', () => {
  const choice = { walkers: 40, steps: 10, seed: 4 };

  test('begin around the best values, as far from them as the errors say', () => {
    const { run, names, isLogarithmic } = runToEnd(startPosterior(kernel, report, choice));
    expect(names).toEqual(best.fit.free);
    expect(isLogarithmic).toEqual([false, false, true, false]);
    const spread = (i: number) => {
      const { value, error } = report.parameters[i] as (typeof report.parameters)[number];
      const squares = run.state.walkers.map((walker) => ((walker[i] as number) - value) / (error as number));
      return Math.sqrt(squares.reduce((sum, pull) => sum + pull * pull, 0) / squares.length);
    };
    // 40 draws: 11 % each, three standard errors.
    for (const i of [0, 1, 3]) expect(Math.abs(spread(i) - 1)).toBeLessThan(0.34);
    expect(run.state.logProbabilities.every(Number.isFinite)).toBe(true);
  });

  test('begin inside a prior that does not hold the best values', () => {
    const scenario = withPriors([{ path: INDEX, distribution: 'uniform', low: 2, high: 2.15 }]);
    const { run } = runToEnd(startPosterior(kernel, { ...report, scenario }, choice));
    for (const walker of run.state.walkers) expect(walker[1]).toBeLessThan(2.15);
  });

  test('are others for another seed, and the same for the same', () => {
    const start = (seed: number) => runToEnd(startPosterior(kernel, report, { ...choice, seed }));
    expect(start(4)).toEqual(start(4));
    expect(start(5).run.state.walkers).not.toEqual(start(4).run.state.walkers);
  });

  test.each([
    [{ ...choice, walkers: 9 }, /walkers must be an even number/],
    [{ ...choice, walkers: 6 }, /two per parameter, 8 here/],
    [{ ...choice, seed: -1 }, /seed must be a whole number/],
  ])('cannot be %j', (bad, sentence) => {
    expect(() => runToEnd(startPosterior(kernel, report, bad))).toThrow(sentence);
  });

  test('have no place to begin without a fit', () => {
    const empty = fitScenario(kernel, { ...geminga, fit: { ...geminga.fit, energyRange_GeV: [5000, 6000] } });
    expect(() => runToEnd(startPosterior(kernel, empty, choice))).toThrow(/no place to start from: No fit/);
  });
});

test('draws and report are in the units of the scenario', () => {
  const posterior = posteriorOf(kernel, best);
  const begun = runToEnd(startPosterior(kernel, report, { walkers: 16, steps: 20, seed: 1 }));
  const run = { ...begun, run: runToEnd(sample(begun.run, posterior.logProbability, elementary)) };
  const draws = posteriorDraws(run, elementary);
  expect(draws.values).toHaveLength(20 * 16 * 4);
  const cutoffs = draws.values.filter((_, i) => i % 4 === 2);
  expect(Math.min(...cutoffs)).toBeGreaterThan(100);
  const readout = posteriorReport(run, elementary);
  expect(readout.parameters.map(({ name }) => name)).toEqual(best.fit.free);
  expect(readout.converged).toBe(false);
  expect(readout.words).toMatch(/^Stopped at the limit of 20 steps, not converged/);
  expect(readout.parameters[2]?.median).toBeGreaterThan(500);
});
