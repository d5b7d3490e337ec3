import { describe, expect, test } from 'vitest';
import { fitProblem } from '../../src/analysis/fitProblem.ts';
import { fitScenario } from '../../src/analysis/fitScenario.ts';
import { fitSpace } from '../../src/analysis/fitSpace.ts';
import { fittedDatasets } from '../../src/analysis/fittedDatasets.ts';
import { linearPaths } from '../../src/analysis/linearPaths.ts';
import { selectPulsars } from '../../src/data/catalogue/selectPulsars.ts';
import { catalogueInMemory } from '../../src/data/catalogue.ts';
import { prepareData } from '../../src/data/prepare.ts';
import { errorAnalysis } from '../../src/fit/errors.ts';
import { minimise, runToEnd } from '../../src/fit/leastSquares.ts';
import { parseScenario } from '../../src/model/readScenario.ts';
import type { PulsarOverride, Scenario } from '../../src/model/scenario.ts';
import { preset, testKernel } from '../support.ts';

const kernel = await testKernel();

const withFit = (scenario: Scenario, change: Partial<Scenario['fit']>) =>
  parseScenario({ ...scenario, fit: { ...scenario.fit, ...change } });
const override = (name: string, efficiency: number): PulsarOverride => ({
  name,
  enabled: true,
  distance_pc: null,
  age_kyr: null,
  spinDownLuminosity_erg_s: null,
  efficiency,
  spectralIndex: null,
  cutoffEnergy_GeV: null,
});

/** Fits all free parameters as one search, without solving any exactly. */
function jointFit(scenario: Scenario) {
  const problem = fitProblem(kernel, scenario, fittedDatasets(scenario));
  const minimum = runToEnd(minimise(problem));
  return { minimum, errors: errorAnalysis(problem, minimum) };
}

/** The nearest pulsars of the catalogue beside Geminga, with overrides for the strongest. */
async function nearPulsars(free: number): Promise<Scenario> {
  const base = preset('evoli-2021');
  await prepareData(base);
  if (!base.population) throw new Error('the preset has lost its population');
  const population = { ...base.population, overrides: [], named: [], maxDistance_kpc: 4 };
  const { selected } = selectPulsars(population, catalogueInMemory(), base.sources);
  const strongest = selected
    .map(({ pulsar, source }) => ({
      name: pulsar.name,
      weight: source.spinDownLuminosity_erg_s / (source.distance_pc * source.distance_pc),
    }))
    .sort((one, other) => other.weight - one.weight)
    .slice(0, free)
    .map(({ name }) => name);
  return parseScenario({
    ...base,
    population: { ...population, overrides: strongest.map((name) => override(name, 0.5)) },
    fit: { ...base.fit, free: strongest.map((name) => `population.overrides[${name}].efficiency`) },
  });
}

describe('parameters in which the flux is linear', () => {
  test('are efficiencies, normalisations and coefficients of the published formula', () => {
    expect(linearPaths(preset('geminga'))).toEqual(['sources[Geminga].efficiency', 'background.normalisation']);
    expect(linearPaths(preset('ams02-fit-function'))).toEqual([
      'sources[AMS-02].diffuseCoefficient',
      'sources[AMS-02].sourceCoefficient',
    ]);
  });

  test('are searched like any other beside a fraction, in which no flux is linear', async () => {
    const scenario = withFit(preset('geminga'), { furtherDatasets: ['ams02-fraction-2019'] });
    await prepareData(scenario);
    const space = fitSpace(kernel, fitProblem(kernel, scenario, fittedDatasets(scenario)));
    expect([space.linear, space.places]).toEqual([[], [0, 1, 2, 3]]);
  });

  test('are solved beside a sum of electrons and positrons, of which the electrons do not move', async () => {
    const scenario = withFit(preset('geminga'), { furtherDatasets: ['dampe-all-electrons-2017'] });
    await prepareData(scenario);
    const { linear } = fitSpace(kernel, fitProblem(kernel, scenario, fittedDatasets(scenario)));
    expect(linear).toEqual([0, 3]);
    const { goodness, parameters } = fitScenario(kernel, scenario);
    const { minimum } = jointFit(scenario);
    expect(goodness.chi2 / minimum.chi2).toBeCloseTo(1, 9);
    // 1e-6 standard errors of each of two searches; an error is some per cent of the value here.
    for (const [i, { value }] of parameters.entries()) expect(value / (minimum.best[i] as number)).toBeCloseTo(1, 6);
  });

  test.each([
    ['one zone, two of four parameters', preset('geminga')],
    ['correlated errors', withFit(preset('geminga'), { errors: 'covariance' })],
    ['averages over bins', withFit(preset('geminga'), { fluxAt: 'bin-average' })],
    ['an energy scale of 2 %', withFit(preset('geminga'), { energyScaleError: 0.02 })],
    ['the published formula', preset('ams02-fit-function')],
  ])('give the fit of all parameters together: %s', (_, scenario) => {
    const report = fitScenario(kernel, scenario);
    const { minimum, errors } = jointFit(scenario);
    expect(report.valid).toBe(true);
    expect(report.goodness.chi2 / minimum.chi2).toBeCloseTo(1, 10);
    report.parameters.forEach(({ value, error }, i) => {
      const expected = errors.errors[i] as number;
      // Both searches end within 1e-6 standard errors where the model is smooth to that.
      expect(Math.abs(value - (minimum.best[i] as number)) / expected).toBeLessThan(1e-4);
      // The Hessian has an error of 1e-6, and its inverse no more; minima that far apart add as much.
      expect(Math.abs((error as number) / expected - 1)).toBeLessThan(2e-5);
    });
    report.correlation.forEach((row, i) => {
      row.forEach((value, j) => {
        expect(Math.abs(value - (errors.correlation[i]?.[j] as number))).toBeLessThan(2e-5);
      });
    });
  });
});

describe('efficiencies of single pulsars of the catalogue', () => {
  test('with the efficiency of all others give the fit of all together', async () => {
    const base = await nearPulsars(2);
    const scenario = withFit(base, { free: [...base.fit.free, 'population.efficiency', 'background.normalisation'] });
    const report = fitScenario(kernel, scenario);
    const { minimum } = jointFit(scenario);
    expect(report.goodness.chi2 / minimum.chi2).toBeCloseTo(1, 9);
    report.parameters.forEach(({ value, error }, i) => {
      if (error !== null) expect(Math.abs(value - (minimum.best[i] as number)) / error).toBeLessThan(1e-3);
    });
  }, 60_000);

  test('a hundred of them are solved at once; the fit chooses some and holds the others at 0', async () => {
    const scenario = await nearPulsars(100);
    const report = fitScenario(kernel, scenario);
    const chosen = report.parameters.filter(({ atBound }) => atBound === null);
    expect(report.parameters).toHaveLength(100);
    expect(chosen.length).toBeGreaterThan(0);
    expect(chosen.length).toBeLessThan(report.goodness.points);
    for (const { value } of report.parameters) expect(value).toBeGreaterThanOrEqual(0);
    // One search over a hundred would need two evaluations for each of them at every step.
    expect(report.evaluations).toBeLessThan(30);
    expect(report.goodness.chi2).toBeLessThan(report.chi2AtStart);
  }, 60_000);

  test('one that no point depends on is not moved to 0 but said to be undetermined', async () => {
    const base = await nearPulsars(2);
    const [first] = base.population?.overrides ?? [];
    if (!first || !base.population) throw new Error('there is no override');
    // Farther than the farthest: left out of the flux.
    const overrides = base.population.overrides.map((one) => (one === first ? { ...one, distance_pc: 2e4 } : one));
    const report = fitScenario(kernel, parseScenario({ ...base, population: { ...base.population, overrides } }));
    expect(report.valid).toBe(false);
    expect(report.parameters[0]?.value).toBe(0.5);
    expect(report.findings.map(({ text }) => text).join(' ')).toMatch(/The data say nothing about the efficiency/);
  }, 60_000);
});
