import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { errorAnalysis } from '../../src/fit/errors.ts';
import { minimise, runToEnd } from '../../src/fit/leastSquares.ts';
import { linearLeastSquares } from '../../src/fit/linearFit.ts';
import { problemOf } from './problemOf.ts';

interface LinearCase {
  id: string;
  designMatrix: number[][];
  measured: number[];
  sigma: number[];
  values: { best: number[]; errors: number[]; correlation: number[][]; chi2: number };
}

const reference = JSON.parse(
  readFileSync(join(import.meta.dirname, '../physics/reference/linear-fit.json'), 'utf8'),
) as { cases: LinearCase[] };

describe('weighted linear least squares', () => {
  test.each(reference.cases)('reference case $id: values, errors, correlation, chi2', (given) => {
    const fit = linearLeastSquares(given.designMatrix, given.measured, given.sigma);
    const close = (actual: number, wanted: number) => {
      // Uncertainty of the table.
      expect(Math.abs(actual / wanted - 1)).toBeLessThan(1e-10);
    };
    given.values.best.forEach((value, i) => {
      close(fit.best[i]!, value);
      close(fit.errors[i]!, given.values.errors[i]!);
      given.values.correlation[i]!.forEach((correlation, j) => {
        close(fit.correlation[i]![j]!, correlation);
      });
    });
    close(fit.chi2, given.values.chi2);
  });

  test.each(reference.cases)('reference case $id: the nonlinear search and its errors agree', (given) => {
    const problem = problemOf(
      (p) =>
        given.designMatrix.map(
          (row, i) => (given.measured[i]! - row.reduce((sum, a, j) => sum + a * p[j]!, 0)) / given.sigma[i]!,
        ),
      given.values.best.map(() => 1),
    );
    const minimum = runToEnd(minimise(problem));
    const { errors, correlation } = errorAnalysis(problem, minimum);
    given.values.best.forEach((value, i) => {
      // Differences of a linear function: only rounding, 1e-14 over a thousandth of a standard error.
      expect(minimum.best[i]! / value).toBeCloseTo(1, 9);
      expect(errors[i]! / given.values.errors[i]!).toBeCloseTo(1, 9);
    });
    expect(correlation[0]![1]! / given.values.correlation[0]![1]!).toBeCloseTo(1, 9);
  });

  test('keeps its digits for columns of very different size', () => {
    const rows = [1, 2, 3, 4].map((t) => [1e-30, t * 1e28]);
    const fit = linearLeastSquares(rows, [3, 5, 7, 9], [1, 1, 1, 1]);
    expect(fit.best[0]! * 1e-30).toBeCloseTo(1, 12);
    expect(fit.best[1]! * 1e28).toBeCloseTo(2, 12);
  });

  test('refuses columns that depend on each other, and names them', () => {
    const rows = [1, 2, 3, 4].map((t) => [t, 1, 2 * t, t * t]);
    expect(() => linearLeastSquares(rows, [1, 2, 3, 4], [1, 1, 1, 1])).toThrow(RangeError);
    expect(() => linearLeastSquares(rows, [1, 2, 3, 4], [1, 1, 1, 1])).toThrow(/Columns 1, 3 .* depend on each other/);
  });

  test('refuses a column of zeros, a sigma of zero and lengths that do not fit', () => {
    const rows = [
      [1, 1],
      [1, 2],
      [1, 3],
    ];
    expect(() =>
      linearLeastSquares(
        rows.map(([a]) => [a!, 0]),
        [1, 2, 3],
        [1, 1, 1],
      ),
    ).toThrow(/Column 2 .* zero/);
    expect(() => linearLeastSquares(rows, [1, 2, 3], [1, 0, 1])).toThrow(/Point 2 is 2 with the sigma 0/);
    expect(() => linearLeastSquares(rows, [1, 2], [1, 1, 1])).toThrow(/3 rows, but there are 2 measured values/);
    expect(() => linearLeastSquares([[1, 2]], [1], [1])).toThrow(/at least one parameter and a point for each/);
    expect(() => linearLeastSquares([[1, 2], [1], [1, 3]], [1, 2, 3], [1, 1, 1])).toThrow(/Row 2 .* 1 entries/);
  });
});
