import { describe, expect, test } from 'vitest';
import { runToEnd } from '../../src/fit/leastSquares.ts';
import { recover } from '../../src/fit/recovery.ts';
import { powerLawRecovery } from './powerLawRecovery.ts';
import { problemOf } from './problemOf.ts';

const host = { log: Math.log };

describe('forty simulated data sets give back the parameters they were made from', () => {
  const { parameters, dataSets, failed } = powerLawRecovery(40);

  test('every fit converges', () => {
    expect([dataSets, failed]).toEqual([40, 0]);
  });

  test('pulls have mean 0 and width 1', () => {
    for (const { meanPull, pullWidth } of parameters) {
      // Three standard errors: 3 / sqrt(40) and 3 / sqrt(80).
      expect(Math.abs(meanPull)).toBeLessThan(0.48);
      expect(Math.abs(pullWidth - 1)).toBeLessThan(0.34);
    }
  });

  test('68 % intervals hold the truth for 68 % of them', () => {
    for (const { coverage, hessianCoverage } of parameters) {
      // Three standard errors sqrt(0.683 * 0.317 / 40).
      expect(Math.abs(coverage - 0.683)).toBeLessThan(0.22);
      expect(Math.abs(hessianCoverage - 0.683)).toBeLessThan(0.22);
    }
  });
});

test('a bias of one standard error and errors twice too small are seen', () => {
  const report = runToEnd(
    recover(
      [0],
      (random) => {
        const measured = 0.5 + random.normal(host);
        return problemOf(([p]) => [(measured - p!) / 0.5], [0]);
      },
      400,
      1,
    ),
  );
  // Four standard errors: 2 / sqrt(400) and 2 / sqrt(800) of 2.
  expect(Math.abs(report.parameters[0]!.meanPull - 1)).toBeLessThan(0.4);
  expect(Math.abs(report.parameters[0]!.pullWidth - 2)).toBeLessThan(0.29);
  // A pull of mean 1 and width 2 lies between -1 and 1 with probability 0.341; four standard errors.
  expect(Math.abs(report.parameters[0]!.coverage - 0.341)).toBeLessThan(0.095);
});

test('fits that end at a bound are counted as failed', () => {
  const report = runToEnd(
    recover(
      [0],
      (random) => {
        const measured = random.normal(host);
        return problemOf(([p]) => [measured - p!, 0], [1], { lower: [0], upper: [9] });
      },
      100,
      2,
    ),
  );
  expect(report.dataSets + report.failed).toBe(100);
  // Half of them, with a standard error of 5.
  expect(Math.abs(report.failed - 50)).toBeLessThan(20);
});
