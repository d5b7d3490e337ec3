import { describe, expect, test } from 'vitest';
import { compare, evaluateScenario } from '../../src/analysis/evaluate.ts';
import { fitScenario } from '../../src/analysis/fitScenario.ts';
import { dataset } from '../../src/data/datasets.ts';
import { prepareData } from '../../src/data/prepare.ts';
import { parseScenario } from '../../src/model/readScenario.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { preset, testKernel } from '../support.ts';

const kernel = await testKernel();

function withFit(scenario: Scenario, change: Partial<Scenario['fit']>): Scenario {
  return parseScenario({ ...scenario, fit: { ...scenario.fit, ...change } });
}

describe('ways of counting errors, on the AMS-02 fit function', () => {
  const amsFit = preset('ams02-fit-function');

  // Refitted chi2 of the published table, four systematic columns correlated over l decades; 0.5 % as they are given.
  test.each([
    [0.1, 70.9],
    [0.3, 95.5],
    [1, 115.8],
  ])('correlated over %f dex chi2 of a refit is %f', (correlationLength_dex, expected) => {
    const { goodness, valid } = fitScenario(kernel, withFit(amsFit, { errors: 'covariance', correlationLength_dex }));
    expect(valid).toBe(true);
    expect(Math.abs(goodness.chi2 / expected - 1)).toBeLessThan(0.005);
  });

  test('a length for each column is the same as one for all where they are equal', () => {
    const chi2 = (change: Partial<Scenario['fit']>) =>
      compare(kernel, withFit(amsFit, { errors: 'covariance', ...change })).goodness.chi2;
    expect(chi2({ correlationLengths_dex: [0.3, 0.3, 0.3, 0.3] })).toBe(chi2({ correlationLength_dex: 0.3 }));
    expect(chi2({ correlationLengths_dex: [0.3, 0.3, 0.3, 1] })).not.toBe(chi2({ correlationLength_dex: 0.3 }));
  });

  test('a fit prints chi2 of its best values in every way: quadrature is too low, statistical too high', () => {
    const report = fitScenario(kernel, amsFit);
    const chi2 = Object.fromEntries(report.chi2ByErrorModel.map(({ errors, chi2 }) => [errors, chi2 as number]));
    // 35.008 is the published table's own minimum; the others are taken at the same values.
    expect(Math.abs((chi2['quadrature'] as number) - 35.008)).toBeLessThan(0.01);
    expect(chi2['statistical']).toBeGreaterThan(126);
    expect(chi2['covariance']).toBeGreaterThan(95.5 * 0.995);
    // The fit solves for the linear coefficients, which rounds differently.
    expect(report.goodness.chi2 / (chi2['quadrature'] as number)).toBeCloseTo(1, 12);
  });

  test('statistical errors alone give the chi2 of an independent refit', () => {
    const { goodness } = fitScenario(kernel, withFit(amsFit, { errors: 'statistical' }));
    // Given as 126.5.
    expect(Math.abs(goodness.chi2 - 126.5)).toBeLessThan(0.1);
  });
});

describe('bins', () => {
  test('averaged over a bin a steep spectrum is above its value at the mean energy of wide bins, by less than a per cent in narrow ones', () => {
    const scenario = preset('geminga');
    const average = compare(kernel, withFit(scenario, { fluxAt: 'bin-average' })).expected;
    const atMean = compare(kernel, scenario).expected;
    const ratios = average.map((flux, i) => flux / (atMean[i] as number));
    // Published mean energies take out the slope, what is left is the curvature of E^-3 over the bin.
    expect(Math.max(...ratios.subarray(0, 66))).toBeLessThan(1.01);
    expect(Math.min(...ratios.subarray(0, 66))).toBeGreaterThan(0.99);
    expect(ratios.some((ratio) => ratio !== 1)).toBe(true);
  });
});

describe('several tables at once', () => {
  const together = withFit(preset('geminga'), {
    furtherDatasets: ['ams02-fraction-2019', 'dampe-all-electrons-2017'],
  });

  test('chi2 is the sum over the tables, each in its own quantity', async () => {
    await prepareData(together);
    const { comparisons, goodness } = evaluateScenario(kernel, together);
    expect(comparisons.map(({ dataset: id }) => id)).toEqual([
      'ams02-positrons-2019',
      'ams02-fraction-2019',
      'dampe-all-electrons-2017',
    ]);
    expect(goodness.chi2).toBe(comparisons.reduce((sum, one) => sum + one.goodness.chi2, 0));
    expect(goodness.points).toBe(comparisons.reduce((sum, one) => sum + one.goodness.points, 0));
  });

  test('points beyond the measured electrons take no part', async () => {
    await prepareData(together);
    const wide = withFit(together, { energyRange_GeV: [10, 1e6] });
    const [, , dampe] = evaluateScenario(kernel, wide).comparisons;
    const { meanEnergy_GeV } = dataset('dampe-all-electrons-2017');
    const lastElectrons = dataset('ams02-electrons-2021').meanEnergy_GeV.at(-1) as number;
    expect(dampe?.inFit).toEqual(Array.from(meanEnergy_GeV, (energy) => energy > 10 && energy <= lastElectrons));
  });

  test('an energy scale is fitted within its error and lowers chi2', async () => {
    await prepareData(together);
    const fixed = fitScenario(kernel, together);
    const scaled = fitScenario(kernel, withFit(together, { energyScaleError: 0.03 }));
    expect(scaled.energyScales.map(({ experiment }) => experiment)).toEqual(['AMS-02', 'DAMPE']);
    expect(scaled.goodness.chi2).toBeLessThan(fixed.goodness.chi2);
    for (const { shift } of scaled.energyScales) expect(Math.abs(shift)).toBeLessThan(0.15);
    expect(fixed.tables.reduce((sum, { chi2 }) => sum + chi2, 0)).toBeCloseTo(fixed.goodness.chi2, 8);
  });

  test('a quantity that the program does not predict is refused', async () => {
    const electrons = withFit(preset('geminga'), { furtherDatasets: ['ams02-electrons-2021'] });
    await prepareData(electrons);
    expect(() => fitScenario(kernel, electrons)).toThrow(/does not predict/);
  });
});
