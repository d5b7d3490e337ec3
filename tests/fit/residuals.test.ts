import { describe, expect, test } from 'vitest';
import { errorAnalysis } from '../../src/fit/errors.ts';
import { minimise, runToEnd } from '../../src/fit/leastSquares.ts';
import { withGaussianPriors } from '../../src/fit/likelihood/gaussianPriors.ts';
import { concatenated, independentResiduals } from '../../src/fit/likelihood/residuals.ts';
import { problemOf } from './problemOf.ts';

describe('independent points', () => {
  test('pull with the error of the side on which the model lies', () => {
    const residuals = independentResiduals({ measured: [10, 10, 10], errorBelow: [1, 1, 1], errorAbove: [4, 4, 4] });
    expect(Array.from(residuals(Float64Array.of(8, 10, 14)))).toEqual([2, 0, -1]);
  });

  test('with different errors have a best constant where the slopes of both sides balance', () => {
    const residuals = independentResiduals({ measured: [1, 5], errorBelow: [1, 2], errorAbove: [1, 1] });
    const problem = problemOf(([c]) => residuals(Float64Array.of(c!, c!)), [2]);
    const minimum = runToEnd(minimise(problem));
    // Above 1 and below 5: (c - 1) / 1 = (5 - c) / 4.
    expect(minimum.best[0]).toBeCloseTo(1.8, 9);
  });

  test('that are upper limits do not pull until the model crosses them, then like a Gaussian', () => {
    const residuals = independentResiduals({
      measured: [3, 3],
      errorBelow: [Number.NaN, 0.5],
      errorAbove: [0.5, 0.5],
      isUpperLimit: [true, false],
    });
    expect(Array.from(residuals(Float64Array.of(2, 2)))).toEqual([0, 2]);
    expect(Array.from(residuals(Float64Array.of(4, 4)))).toEqual([-2, -2]);
  });

  test('an upper limit at 95 % of nothing seen lets a flux reach it at 1.645 standard errors', () => {
    const limit = 7;
    const residuals = independentResiduals({
      measured: [0],
      errorBelow: [1],
      errorAbove: [limit / 1.645],
      isUpperLimit: [true],
    });
    expect(residuals(Float64Array.of(limit))[0]).toBeCloseTo(-1.645, 14);
  });

  test('refuse errors that are not positive and models of another length', () => {
    const points = { measured: [1, 2], errorBelow: [1, 1], errorAbove: [1, 0] };
    expect(() => independentResiduals(points)).toThrow('Point 2 is 2 with the errors 1 and 0');
    expect(() => independentResiduals({ ...points, errorAbove: [1] })).toThrow('There are 2 points, but 1 values');
    const residuals = independentResiduals({ ...points, errorAbove: [1, 1] });
    expect(() => residuals(new Float64Array(3))).toThrow('The model has 3 values for 2 points.');
  });
});

test('several data sets stand one after the other', () => {
  expect(Array.from(concatenated([Float64Array.of(1), new Float64Array(0), Float64Array.of(2, 3)]))).toEqual([1, 2, 3]);
});

describe('Gaussian priors', () => {
  const energies = Array.from({ length: 30 }, (_, i) => 10 * 1.2 ** i);

  test('combine with a measurement as the weighted mean, and its error', () => {
    const problem = withGaussianPriors(
      problemOf(([p]) => [(4 - p!) / 2], [0]),
      [{ index: 0, mean: 1, sigma: 1 }],
    );
    const minimum = runToEnd(minimise(problem));
    expect(minimum.best[0]).toBeCloseTo((4 / 4 + 1) / (1 / 4 + 1), 9);
    // Richardson differences of a linear problem are exact to rounding over the square of their step.
    expect(errorAnalysis(problem, minimum).errors[0]).toBeCloseTo(Math.sqrt(1 / (1 / 4 + 1)), 9);
  });

  test('on the energy scale of a power law widen the error of its normalisation as the degeneracy demands', () => {
    const sigma = 0.02;
    const flux = (norm: number, scale: number, E: number) => norm * (E * (1 + scale)) ** -3;
    const plain = (p: ArrayLike<number>) => energies.map((E) => (1 - flux(p[0]!, p[1]!, E) / flux(1, 0, E)) / 0.05);
    const problem = withGaussianPriors(problemOf(plain, [1.1, 0.01]), [{ index: 1, mean: 0, sigma }]);
    const minimum = runToEnd(minimise(problem));
    const { errors } = errorAnalysis(problem, minimum);
    expect(minimum.best[1]).toBeCloseTo(0, 8);
    expect(errors[1]! / sigma).toBeCloseTo(1, 6);
    // d ln(norm) = 3 d scale: its error adds in quadrature to that of 30 points of 5 %.
    expect(errors[0]).toBeCloseTo(Math.sqrt(0.05 ** 2 / 30 + (3 * sigma) ** 2), 5);
  });

  test('are refused for parameters that do not exist', () => {
    const problem = problemOf(([p]) => [p!], [0]);
    expect(() => withGaussianPriors(problem, [{ index: 1, mean: 0, sigma: 1 }])).toThrow('There is no parameter 1');
    expect(() => withGaussianPriors(problem, [{ index: 0, mean: 0, sigma: 0 }])).toThrow('is 0 +- 0');
  });
});
