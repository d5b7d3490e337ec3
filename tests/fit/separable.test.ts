import { performance } from 'node:perf_hooks';
import { describe, expect, test } from 'vitest';
import { contours } from '../../src/fit/contour/contourSearch.ts';
import { errorAnalysis } from '../../src/fit/errors.ts';
import { minimise, runToEnd } from '../../src/fit/leastSquares.ts';
import { withSeparablePriors } from '../../src/fit/likelihood/gaussianPriors.ts';
import {
  bestCoefficients,
  joint,
  minimiseSeparable,
  projected,
  type SeparableMinimum,
  type SeparableProblem,
  withCoefficientAsParameter,
} from '../../src/fit/linear/separable.ts';
import { separableErrors } from '../../src/fit/linear/separableErrors.ts';
import { profileInterval } from '../../src/fit/profile.ts';
import { Random } from '../../src/fit/random.ts';

const host = { exp: Math.exp, log: Math.log };
const energies = Array.from({ length: 50 }, (_, i) => 10 * 100 ** (i / 49));

/** Index and cutoff of a hard component; its efficiency, a steep term and a third that is not there. */
function spectrum(lower = 0): SeparableProblem {
  const random = Random.seeded(7);
  const shapes = ([index, cutoff]: ArrayLike<number> & Iterable<number>) => [
    energies.map((E) => (E / 100) ** (3 - index!) * Math.exp(-E / cutoff!)),
    energies.map((E) => (E / 100) ** -1),
    energies.map((E) => (E / 100) ** 0.5),
  ];
  const [hard, steep] = shapes([2.1, 600]);
  const model = energies.map((_, i) => 2 * hard![i]! + 0.5 * steep![i]!);
  const sigma = model.map((value, i) => value * (0.01 + 0.1 * (i / 49) ** 3));
  const measured = model.map((value, i) => value + sigma[i]! * random.normal(host));
  return {
    parts: (p) => ({
      target: Float64Array.from(measured, (value, i) => value / sigma[i]!),
      columns: shapes(p).map((shape) => Float64Array.from(shape, (value, i) => value / sigma[i]!)),
    }),
    start: Float64Array.of(1.8, 2000),
    lower: Float64Array.of(1, 50),
    upper: Float64Array.of(3, 1e5),
    typicalSize: Float64Array.of(0.02, 100),
    coefficients: { lower: new Float64Array(3).fill(lower), upper: new Float64Array(3).fill(Number.POSITIVE_INFINITY) },
  };
}

const solved = (problem: SeparableProblem): SeparableMinimum => runToEnd(minimiseSeparable(problem));

describe('a fit with its linear parameters solved inside', () => {
  test.each([
    ['non-negative, one of them held at 0', 0],
    ['free', Number.NEGATIVE_INFINITY],
  ])('ends where the fit of all five does: coefficients %s', (_, lower) => {
    const problem = spectrum(lower);
    const minimum = solved(problem);
    expect(minimum.converged).toBe(true);
    const whole = { ...joint(problem, minimum), start: Float64Array.of(1.9, 1000, 1, 1, 0.1) };
    const together = runToEnd(minimise(whole));
    const { errors } = errorAnalysis(whole, together);
    expect(minimum.chi2 / together.chi2).toBeCloseTo(1, 11);
    const all = [...minimum.parameters.best, ...minimum.coefficients];
    together.best.forEach((value, i) => {
      // Both searches promise 1e-6 standard errors.
      if (errors[i] === null) expect(all[i]).toBe(value);
      else expect(Math.abs(all[i]! - value) / errors[i]!).toBeLessThan(3e-6);
    });
    expect(minimum.held[2]).toBe(lower === 0 ? 'lower' : null);
  });

  test.each([
    ['non-negative', 0],
    ['free', Number.NEGATIVE_INFINITY],
  ])('has the covariance of the fit of all five: coefficients %s', (_, lower) => {
    const problem = spectrum(lower);
    const minimum = solved(problem);
    const ours = separableErrors(problem, minimum);
    const whole = joint(problem, minimum);
    const together = errorAnalysis(whole, runToEnd(minimise(whole)));
    expect(ours.positiveDefinite).toBe(true);
    expect(ours.indices).toEqual(together.indices);
    ours.covariance.forEach((row, i) => {
      row.forEach((value, j) => {
        const scale = Math.sqrt(together.covariance[i]![i]! * together.covariance[j]![j]!);
        // Second derivatives by differences promise 1e-6; places differ by 1e-6 standard errors.
        expect(Math.abs(value - together.covariance[i]![j]!) / scale).toBeLessThan(1e-5);
      });
    });
    ours.gaussNewtonErrors.forEach((value, i) => {
      if (value !== null) expect(value / together.gaussNewtonErrors[i]!).toBeCloseTo(1, 5);
    });
    // In two parameters instead of five: 2 n (n + 1), and some to begin with.
    expect(ours.evaluations).toBeLessThan(30);
  });

  test('takes its profiles through the projected problem and finds those of the whole', () => {
    const problem = spectrum();
    const minimum = solved(problem);
    const whole = joint(problem, minimum);
    const together = runToEnd(minimise(whole));
    const [low, high] = runToEnd(profileInterval(projected(problem), minimum.parameters, 1));
    const [wantedLow, wantedHigh] = runToEnd(profileInterval(whole, together, 1));
    // Promised accuracy of both: 1e-6 of the interval.
    expect((low! - minimum.parameters.best[1]!) / (wantedLow! - together.best[1]!)).toBeCloseTo(1, 4);
    expect((high! - minimum.parameters.best[1]!) / (wantedHigh! - together.best[1]!)).toBeCloseTo(1, 4);
  });

  test('has the profile of a coefficient, which becomes a parameter for it', () => {
    const problem = spectrum();
    const minimum = solved(problem);
    const { errors } = separableErrors(problem, minimum);
    const split = withCoefficientAsParameter(problem, minimum, 0, errors[2]!);
    const interval = runToEnd(profileInterval(projected(split.problem), split.minimum, 2));
    const whole = joint(problem, minimum);
    const wanted = runToEnd(profileInterval(whole, runToEnd(minimise(whole)), 2));
    const best = minimum.coefficients[0]!;
    for (const k of [0, 1]) expect((interval[k]! - best) / (wanted[k]! - best)).toBeCloseTo(1, 4);
    expect(() => withCoefficientAsParameter(problem, minimum, 3)).toThrow('There is no coefficient 3 among 3.');
  });

  test('has contours, over a parameter and a coefficient alike', () => {
    const problem = spectrum();
    const minimum = solved(problem);
    const split = withCoefficientAsParameter(problem, minimum, 1);
    const { contours: regions } = runToEnd(contours(projected(split.problem), split.minimum, [0, 2], host));
    expect(regions.map(({ lines }) => lines.length)).toEqual([1, 1, 1]);
  });

  test('is a function of the parameters, whatever was asked before', () => {
    const problem = projected(spectrum());
    const there = Float64Array.of(2, 500);
    const fresh = Array.from(problem.residuals(there));
    problem.residuals(Float64Array.of(1.5, 5000));
    expect(Array.from(problem.residuals(there))).toEqual(fresh);
  });

  test('may have no other parameters at all', () => {
    const problem = spectrum();
    const none = new Float64Array(0);
    const fixed = {
      ...problem,
      ...{ start: none, lower: none, upper: none, typicalSize: none },
      parts: () => problem.parts(Float64Array.of(2.1, 600)),
    };
    const minimum = solved(fixed);
    expect(minimum.converged).toBe(true);
    const { errors, positiveDefinite } = separableErrors(fixed, minimum);
    expect(positiveDefinite).toBe(true);
    const whole = joint(fixed, minimum);
    errorAnalysis(whole, runToEnd(minimise(whole))).errors.forEach((error, i) => {
      if (error !== null) expect(errors[i]! / error).toBeCloseTo(1, 7);
    });
  });

  test('says so where the model does not exist at the start', () => {
    const problem = {
      ...spectrum(),
      parts: () => {
        throw new RangeError('no model');
      },
    };
    const minimum = solved(problem);
    expect(minimum.converged).toBe(false);
    expect(minimum.parameters.reason).toBe('not finite');
    expect(minimum.chi2).toBeNaN();
  });

  test('takes priors on parameters and on coefficients', () => {
    const problem = spectrum();
    const free = separableErrors(problem, solved(problem));
    const known = withSeparablePriors(problem, {
      parameters: [{ index: 0, mean: 2.1, sigma: 1e-4 }],
      coefficients: [{ index: 1, mean: 0.5, sigma: 1e-4 }],
    });
    const minimum = solved(known);
    const { errors } = separableErrors(known, minimum);
    expect(free.errors[0]).toBeGreaterThan(1e-2);
    // With the other one known, the data alone say both to about 2e-3, 20 times worse: 1 / 20^2 / 2 of the error.
    expect(errors[0]! / 1e-4).toBeCloseTo(1, 2);
    expect(errors[3]! / 1e-4).toBeCloseTo(1, 2);
    expect(minimum.coefficients[1]).toBeCloseTo(0.5, 3);
    expect(() => withSeparablePriors(problem, { coefficients: [{ index: 3, mean: 0, sigma: 1 }] })).toThrow(
      'There is no coefficient 3',
    );
  });
});

test('two parameters and 300 efficiencies against 74 points: the lowest chi2, and errors of what is free', () => {
  const random = Random.seeded(3);
  const places = Array.from({ length: 74 }, (_, i) => 0.5 * 2000 ** (i / 73));
  const pulsars = Array.from({ length: 300 }, () => ({
    index: random.uniform() - 0.5,
    cutoff: 10 ** (1 + 3 * random.uniform()),
  }));
  const columnsAt = ([index, factor]: ArrayLike<number> & Iterable<number>) =>
    pulsars.map((pulsar) =>
      Float64Array.from(
        places,
        (E) => (20 * E ** (3 - index! - pulsar.index) * Math.exp(-E / (factor! * pulsar.cutoff))) / E ** 0.7,
      ),
    );
  const target = new Float64Array(74).map(() => random.normal(host));
  columnsAt([2, 1]).forEach((column, k) => {
    for (let i = 0; i < 74; i++) if (k % 30 === 0) target[i]! += column[i]!;
  });
  const problem: SeparableProblem = {
    parts: (p) => ({ target, columns: columnsAt(p) }),
    start: Float64Array.of(2.2, 1.3),
    lower: Float64Array.of(1, 0.1),
    upper: Float64Array.of(3, 10),
    typicalSize: Float64Array.of(0.02, 0.02),
    coefficients: { lower: new Float64Array(300), upper: new Float64Array(300).fill(Number.POSITIVE_INFINITY) },
  };
  const before = performance.now();
  const minimum = solved(problem);
  expect(minimum.converged).toBe(true);
  // 66 searches of 300 coefficients each; measured: 0.6 s.
  expect(performance.now() - before).toBeLessThan(5000);
  expect(minimum.chi2).toBeLessThan(bestCoefficients(problem, Float64Array.of(2, 1)).chi2);
  const { indices, positiveDefinite } = separableErrors(problem, minimum);
  expect(positiveDefinite).toBe(true);
  const free = minimum.held.flatMap((why, k) => (why === null ? [2 + k] : []));
  expect(indices).toEqual([0, 1, ...free]);
  expect(free.length).toBeLessThan(30);
});
