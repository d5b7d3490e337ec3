import { describe, expect, test } from 'vitest';
import { compare } from '../../src/analysis/evaluate.ts';
import { fitScenario } from '../../src/analysis/fitScenario.ts';
import { withValue } from '../../src/model/paths.ts';
import { parseScenario } from '../../src/model/readScenario.ts';
import { preset, testKernel } from '../support.ts';

const kernel = await testKernel();
const published = preset('ams02-fit-function');

/** Own refit in quadrature of an independent program, with its errors. */
const GOLDEN = {
  diffuseCoefficient: [6.504e-2, 0.135e-2],
  diffuseIndex: [4.03, 0.068],
  sourceCoefficient: [6.734e-5, 0.157e-5],
  sourceIndex: [2.548, 0.06],
  inverseCutoff_per_TeV: [1.37, 0.381],
  effectivePotential_MV: [1078, 34],
} as const;

describe('the function that AMS-02 fitted to its own positrons', () => {
  test('has chi2 36.637 at the published parameters', () => {
    expect(compare(kernel, published).goodness).toMatchObject({ points: 74, degreesOfFreedom: 68 });
    expect(compare(kernel, published).goodness.chi2).toBeCloseTo(36.637, 3);
  });

  test('refitted reaches chi2 35.008 with the parameters and errors of an independent program', () => {
    const report = fitScenario(kernel, published);
    expect(report.valid).toBe(true);
    expect(report.goodness.chi2).toBeCloseTo(35.008, 3);
    for (const [key, [value, error]] of Object.entries(GOLDEN)) {
      const fitted = report.parameters.find(({ path }) => path === `sources[AMS-02].${key}`);
      // A tenth of the standard error; the errors themselves are quoted with two or three digits.
      expect(Math.abs((fitted?.value as number) - value) / error, key).toBeLessThan(0.1);
      expect((fitted?.error as number) / error, key).toBeCloseTo(1, 1);
    }
  });

  test('without its cutoff is 17.49 worse', () => {
    const path = 'sources[AMS-02].inverseCutoff_per_TeV';
    const without = withValue(published, path, 0);
    without.fit = { ...without.fit, free: without.fit.free.filter((free) => free !== path) };
    const difference =
      fitScenario(kernel, parseScenario(without)).goodness.chi2 - fitScenario(kernel, published).goodness.chi2;
    expect(difference).toBeCloseTo(17.49, 2);
  });
});
