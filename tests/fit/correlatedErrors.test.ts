import { describe, expect, test } from 'vitest';
import { minimise, runToEnd } from '../../src/fit/leastSquares.ts';
import { covarianceOf, whitening } from '../../src/fit/likelihood/correlatedErrors.ts';
import { correlatedResiduals } from '../../src/fit/likelihood/residuals.ts';
import { dot } from '../../src/fit/linearAlgebra.ts';
import { ams02, ams02Function, PUBLISHED } from './amsFitFunction.ts';
import { problemOf } from './problemOf.ts';

const host = { exp: Math.exp, log: Math.log };
const logEnergies = ams02.energy_GeV.map(Math.log10);

function amsCovariance(length_dex: number) {
  return covarianceOf(
    ams02.stat,
    ams02.systematics,
    logEnergies,
    ams02.systematics.map(() => length_dex),
    host,
  );
}

function refittedChi2(length_dex: number): number {
  const residuals = correlatedResiduals(ams02.flux, amsCovariance(length_dex));
  const minimum = runToEnd(minimise(problemOf((p) => residuals(ams02Function(p)), PUBLISHED)));
  expect(minimum.reason).toBe('converged');
  return minimum.chi2;
}

describe('the AMS-02 fit function refitted with correlated systematic errors', () => {
  // LITERATURE.md B0 and A11: regression values of another implementation, to 0.5 %.
  test.each([
    [0, 34.8],
    [0.1, 70.9],
    [0.3, 95.5],
    [1, 115.8],
  ])('over %d decades has chi2 %d', (length_dex, chi2) => {
    expect(Math.abs(refittedChi2(length_dex) / chi2 - 1)).toBeLessThan(0.005);
  });
});

describe('the covariance', () => {
  const stat = [1, 2, 3];
  const systematics = [
    [0.5, 1, 1.5],
    [2, 2, 1],
  ];
  const logs = [0, 0.3, 1];

  test('is the formula, each component with a length of its own', () => {
    const covariance = covarianceOf(stat, systematics, logs, [0.2, 0.7], host);
    const element = (i: number, j: number) =>
      (i === j ? stat[i]! ** 2 : 0) +
      [0.2, 0.7].reduce(
        (sum, length, a) =>
          sum +
          systematics[a]![i]! * systematics[a]![j]! * Math.exp(-((logs[i]! - logs[j]!) ** 2) / (2 * length * length)),
        0,
      );
    covariance.forEach((row, i) => {
      row.forEach((value, j) => {
        expect(value).toBeCloseTo(element(i, j), 14);
      });
    });
  });

  test('has the limits of independent points and of a common shift', () => {
    const [none, all] = [0, Number.POSITIVE_INFINITY].map((length) =>
      covarianceOf(stat, [systematics[0]!], logs, [length], host),
    );
    expect(none![0]).toEqual([1.25, 0, 0]);
    expect(all![0]).toEqual([1.25, 0.5, 0.75]);
  });

  test('refuses lengths that make no sense', () => {
    expect(() => covarianceOf(stat, systematics, logs, [0.1], host)).toThrow('2 systematic errors, but 1 correlation');
    expect(() => covarianceOf(stat, systematics, logs, [0.1, -1], host)).toThrow('A correlation length is -1 decades');
    expect(() => covarianceOf(stat, systematics, [0], [0.1, 1], host)).toThrow('There are 3 points, but 1 values.');
  });
});

describe('whitening', () => {
  test('gives r^T Cov^-1 r, over fluxes that span ten decades', () => {
    const covariance = amsCovariance(0.3);
    const differences = ams02.stat.map((error, i) => error * (1 + (i % 3)));
    const whitened = whitening(covariance)(differences);
    // Cov x = differences checked by its product: x = Cov^-1 r from solving with L twice is not what is tested here.
    const size = covariance.length;
    const solve = (right: Float64Array) => {
      const rows = covariance.map((row, i) => {
        const scale = ams02.stat[i]!;
        return Float64Array.of(...row.map((value, j) => value / (scale * ams02.stat[j]!)), right[i]! / scale);
      });
      for (let k = 0; k < size; k++) {
        for (let i = k + 1; i < size; i++) {
          const factor = rows[i]![k]! / rows[k]![k]!;
          for (let j = k; j <= size; j++) rows[i]![j]! -= factor * rows[k]![j]!;
        }
      }
      const x = new Float64Array(size);
      for (let k = size - 1; k >= 0; k--) {
        let value = rows[k]![size]!;
        for (let j = k + 1; j < size; j++) value -= rows[k]![j]! * x[j]!;
        x[k] = value / rows[k]![k]!;
      }
      return x.map((value, i) => value / ams02.stat[i]!);
    };
    // Condition number of the correlation matrix, below 1e5, times rounding.
    expect(dot(whitened, whitened) / dot(differences, solve(differences))).toBeCloseTo(1, 10);
  });

  test('refuses points without an error of their own', () => {
    const covariance = covarianceOf([0, 0], [[1, 1]], [0, 1], [Number.POSITIVE_INFINITY], host);
    expect(() => whitening(covariance)).toThrow('not positive definite');
    expect(() => whitening([[1]])([1, 2])).toThrow('that of 1 points, not of 2');
  });
});
