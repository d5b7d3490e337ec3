import { beforeAll, describe, expect, test } from 'vitest';
import { type RecoveryStudy, recoveryStudy } from '../../scripts/recovery/study.ts';
import { recoveryTruth } from '../../scripts/recovery/truth.ts';
import { runToEnd } from '../../src/fit/leastSquares.ts';
import { testKernel } from '../support.ts';

const kernel = await testKernel();

/** `npm run study:recovery` does the same with 200 data sets. */
const DATA_SETS = 25;

describe('simulated AMS-02 tables give back Geminga’s parameters', () => {
  let study: RecoveryStudy;
  beforeAll(() => {
    study = runToEnd(recoveryStudy(kernel, recoveryTruth(), DATA_SETS, 11));
  }, 60_000);

  test('in every fit', () => {
    expect([study.dataSets, study.failed]).toEqual([DATA_SETS, 0]);
  });

  test('with pulls of mean 0 and width 1', () => {
    for (const { meanPull, pullWidth } of study.parameters) {
      // Three standard errors: 3 / sqrt(25) and 3 / sqrt(50).
      expect(Math.abs(meanPull)).toBeLessThan(0.6);
      expect(Math.abs(pullWidth - 1)).toBeLessThan(0.43);
    }
  });

  test('inside intervals of 68 % as often as they say', () => {
    for (const { coverage, hessianCoverage } of study.parameters) {
      // Three standard errors: 3 sqrt(0.683 0.317 / 25).
      expect(Math.abs(coverage - 0.683)).toBeLessThan(0.28);
      expect(Math.abs(hessianCoverage - 0.683)).toBeLessThan(0.28);
    }
  });
});
