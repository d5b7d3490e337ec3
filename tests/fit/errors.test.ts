import { describe, expect, test } from 'vitest';
import { errorAnalysis, hessian } from '../../src/fit/errors.ts';
import { type LeastSquaresProblem, type Minimum, minimise, runToEnd } from '../../src/fit/leastSquares.ts';
import { counted, normalNumbers, problemOf } from './problemOf.ts';

const { exp, sqrt } = Math;
const times = Array.from({ length: 30 }, (_, i) => 1 + i);

function analysed(problem: LeastSquaresProblem) {
  const minimum = runToEnd(minimise(problem));
  return { minimum, analysis: errorAnalysis(problem, minimum) };
}

/** A minimum that somebody else found. */
function givenMinimum(problem: LeastSquaresProblem, best: readonly number[]): Minimum {
  const residuals = problem.residuals(Float64Array.from(best));
  const chi2 = residuals.reduce((sum, r) => sum + r * r, 0);
  return {
    best: Float64Array.from(best),
    chi2,
    chi2AtStart: chi2,
    atBound: best.map((value, i) =>
      value === problem.lower[i] ? 'lower' : value === problem.upper[i] ? 'upper' : null,
    ),
    converged: true,
    reason: 'converged',
    iterations: 0,
    evaluations: 0,
    estimatedDistance: 0,
    jacobian: null,
    thrown: null,
  };
}

/** An exponential decay with errors of the given size: amplitude 10 and rate 0.1 are about the best values. */
function decay(relativeError: number) {
  const normal = normalNumbers(5);
  const y = times.map((t) => 10 * exp(-0.1 * t) * (1 + relativeError * normal()));
  const sigma = y.map((value) => relativeError * value);
  const problem = problemOf(([a, b]) => times.map((t, i) => (y[i]! - a! * exp(-b! * t)) / sigma[i]!), [8, 0.12]);
  /** Second derivatives of chi2 in closed form. */
  const exactHessian = ([a, b]: ArrayLike<number> & Iterable<number>) => {
    const sum = (term: (t: number, e: number, r: number) => number) =>
      times.reduce((total, t, i) => {
        const e = exp(-b! * t);
        return total + (2 * term(t, e, y[i]! - a! * e)) / sigma[i]! ** 2;
      }, 0);
    const mixed = sum((t, e, r) => -a! * t * e * e + r * t * e);
    return [
      [sum((_, e) => e * e), mixed],
      [mixed, sum((t, e, r) => (a! * t * e) ** 2 - r * a! * t * t * e)],
    ];
  };
  return { problem, exactHessian };
}

/** Errors from a 2 x 2 matrix of second derivatives. */
function errorsFrom(matrix: number[][]) {
  const [a, b, , d] = matrix.flat();
  const determinant = a! * d! - b! * b!;
  return [sqrt((2 * d!) / determinant), sqrt((2 * a!) / determinant)];
}

describe('a straight line', () => {
  test('has the errors and the correlation of the textbook', () => {
    const normal = normalNumbers(2);
    const y = times.map((t) => 1 + 2 * t + 0.5 * normal());
    const { analysis } = analysed(problemOf(([a, b]) => times.map((t, i) => (y[i]! - a! - b! * t) / 0.5), [0, 0]));
    const [n, sx, sxx] = [30, 465, 9455];
    const determinant = n * sxx - sx * sx;
    // Second differences of a linear function: rounding of 1e-14 over a step of 0.08 standard errors, squared.
    expect(analysis.errors[0]! / (0.5 * sqrt(sxx / determinant))).toBeCloseTo(1, 9);
    expect(analysis.errors[1]! / (0.5 * sqrt(n / determinant))).toBeCloseTo(1, 9);
    expect(analysis.correlation[0]![1]! / (-sx / sqrt(n * sxx))).toBeCloseTo(1, 9);
    expect(analysis.correlation[0]![0]).toBe(1);
    expect(analysis.gaussNewtonErrors[0]! / analysis.errors[0]!).toBeCloseTo(1, 9);
    expect(analysis).toMatchObject({ indices: [0, 1], positiveDefinite: true, unconstrained: [] });
  });
});

describe('second derivatives of chi2', () => {
  test.each([0.003, 0.02, 0.15])('match their closed form where the errors are %d of the values', (relativeError) => {
    const { problem, exactHessian } = decay(relativeError);
    const best = runToEnd(minimise(problem)).best;
    const exact = exactHessian(best);
    const numerical = hessian(problem, best);
    exact.flat().forEach((value, k) => {
      // Richardson's remainder, (0.08 sigma)^4 of the sixth derivative over 1440, and rounding: promised as 1e-6.
      expect(Math.abs(numerical.flat()[k]! / value - 1)).toBeLessThan(1e-6);
    });
  });

  test('are symmetric', () => {
    const { problem } = decay(0.02);
    const matrix = hessian(problem, Float64Array.from([9, 0.11]));
    expect(matrix[0]![1]! / matrix[1]![0]!).toBeCloseTo(1, 12);
  });

  test('may be asked for some of the parameters', () => {
    const { problem } = decay(0.02);
    const best = Float64Array.from([9, 0.11]);
    const [all, one] = [hessian(problem, best), hessian(problem, best, [1])];
    expect(one).toHaveLength(1);
    // Other differences of the same function; each is good to 1e-6.
    expect(one[0]![0]! / all[1]![1]!).toBeCloseTo(1, 5);
  });

  test.each([1e-7, 1e-3, 0.02, 0.5])('stay inside a bound %d standard errors away', (distance) => {
    const { problem, exactHessian } = decay(0.02);
    const best = runToEnd(minimise(problem)).best;
    const exact = errorsFrom(exactHessian(best));
    const upper = best[1]! + distance * exact[1]!;
    const bounded = {
      ...problem,
      start: best,
      upper: Float64Array.from([Number.POSITIVE_INFINITY, upper]),
      residuals(parameters: Float64Array) {
        expect(parameters[1]).toBeLessThanOrEqual(upper);
        return problem.residuals(parameters);
      },
    };
    const analysis = errorAnalysis(bounded, givenMinimum(bounded, [...best]));
    expect(analysis.indices).toEqual([0, 1]);
    exact.forEach((value, i) => {
      // One-sided differences have an error of third order in a fiftieth of a standard error.
      expect(Math.abs(analysis.errors[i]! / value - 1)).toBeLessThan(1e-5);
    });
  });

  test('that cannot be taken are refused with a sentence', () => {
    const problem = problemOf(([x]) => [x === 1 ? 1 : Number.NaN], [1]);
    expect(() => hessian(problem, Float64Array.from([1]))).toThrow(/finite residuals around the best values/);
  });
});

describe('errors of the best values', () => {
  test('come from the full second derivatives; those from J^T J alone are reported beside them', () => {
    const { problem, exactHessian } = decay(0.15);
    const { minimum, analysis } = analysed(problem);
    errorsFrom(exactHessian(minimum.best)).forEach((value, i) => {
      expect(Math.abs(analysis.errors[i]! / value - 1)).toBeLessThan(1e-6);
    });
    expect(Math.abs(analysis.gaussNewtonErrors[1]! / analysis.errors[1]! - 1)).toBeGreaterThan(1e-3);
  });

  test('keep their accuracy when parameters are almost degenerate', () => {
    // y = a + b (t + 1000): the correlation of a and b is -0.99996.
    const normal = normalNumbers(4);
    const y = times.map((t) => 3 * (t + 1000) - 5 + normal());
    const { analysis } = analysed(problemOf(([a, b]) => times.map((t, i) => y[i]! - a! - b! * (t + 1000)), [0, 1]));
    const [n, sx, sxx] = [30, 30465, times.reduce((sum, t) => sum + (t + 1000) ** 2, 0)];
    const determinant = n * sxx - sx * sx;
    // Rounding of J, 1e-12 of its size, is amplified by 1 / sqrt(1 - correlation^2), about 100.
    expect(analysis.errors[0]! / sqrt(sxx / determinant)).toBeCloseTo(1, 8);
    expect(analysis.errors[1]! / sqrt(n / determinant)).toBeCloseTo(1, 8);
  });

  test.each([1e28, 1e-5])('scale with the unit of the parameter (%d)', (unit) => {
    const { problem } = decay(0.02);
    const scaled = {
      ...problem,
      start: Float64Array.from([8 * unit, 0.12]),
      typicalSize: Float64Array.from([8 * unit, 0.12]),
      residuals: (p: Float64Array) => problem.residuals(Float64Array.from([p[0]! / unit, p[1]!])),
    };
    const [plain, other] = [analysed(problem).analysis, analysed(scaled).analysis];
    // Both minima are good to 1e-6 standard errors, over which the curvature of chi2 changes by less than 1e-7.
    expect(other.errors[0]! / unit / plain.errors[0]!).toBeCloseTo(1, 6);
    expect(other.errors[1]! / plain.errors[1]!).toBeCloseTo(1, 6);
    expect(other.correlation[0]![1]! / plain.correlation[0]![1]!).toBeCloseTo(1, 6);
  });

  test('of a parameter at its bound do not exist, and it is held there for the others', () => {
    const { problem } = decay(0.02);
    const free = runToEnd(minimise(problem)).best;
    const bounded = { ...problem, upper: Float64Array.from([Number.POSITIVE_INFINITY, 0.9 * free[1]!]) };
    const held = { ...bounded, start: Float64Array.from([8, 0.05]) };
    const { minimum, analysis } = analysed(held);
    expect(minimum.atBound).toEqual([null, 'upper']);
    expect(analysis.indices).toEqual([0]);
    expect(analysis.errors[1]).toBeNull();
    expect(analysis.gaussNewtonErrors[1]).toBeNull();
    const alone = analysed(
      problemOf(([a]) => problem.residuals(Float64Array.from([a!, 0.9 * free[1]!])), [8]),
    ).analysis;
    expect(analysis.errors[0]! / alone.errors[0]!).toBeCloseTo(1, 7);
    expect(analysis.correlation).toEqual([[1]]);
  });

  test('of all parameters at bounds are none', () => {
    const problem = problemOf(([x]) => [x! - 5, 1], [1], { lower: [0], upper: [2] });
    const { analysis } = analysed(problem);
    expect(analysis).toMatchObject({ indices: [], covariance: [], errors: [null], positiveDefinite: true });
  });

  test('need about 2 n (n + 1) evaluations after a search that converged', () => {
    const problem = counted(decay(0.02).problem);
    const minimum = runToEnd(minimise(problem));
    const before = problem.evaluations();
    const analysis = errorAnalysis(problem, minimum);
    expect(problem.evaluations() - before).toBe(analysis.evaluations);
    expect(analysis.evaluations).toBe(1 + 2 * 2 * 3);
  });

  test('do not depend on who found the minimum', () => {
    const { problem } = decay(0.02);
    const { minimum, analysis } = analysed(problem);
    const given = errorAnalysis(problem, givenMinimum(problem, [...minimum.best]));
    given.errors.forEach((value, i) => {
      // Differences along slightly other directions, each good to 1e-6.
      expect(value! / analysis.errors[i]!).toBeCloseTo(1, 5);
    });
  });
});

describe('parameters that nothing constrains', () => {
  const normal = normalNumbers(3);
  const y = times.map((t) => 6 * t + 1 + normal());

  test('are named, when they have no effect at all', () => {
    const problem = problemOf(([a, , c]) => times.map((t, i) => y[i]! - a! * t - c!), [1, 3, 0]);
    const { analysis } = analysed(problem);
    expect(analysis).toMatchObject({ unconstrained: [1], indices: [0, 2], positiveDefinite: true });
    expect(analysis.errors[1]).toBeNull();
  });

  test('are named, when only their product has an effect; the others keep their full errors', () => {
    const problem = problemOf(([a, b, c]) => times.map((t, i) => y[i]! - a! * b! * t - c!), [2, 2, 0]);
    const { analysis } = analysed(problem);
    const straight = analysed(problemOf(([s, c]) => times.map((t, i) => y[i]! - s! * t - c!), [4, 0])).analysis;
    expect(analysis.unconstrained).toEqual([0, 1]);
    expect(analysis.indices).toEqual([2]);
    // The product may vary, so that the error of c is not the smaller one for a fixed slope.
    expect(analysis.errors[2]! / straight.errors[1]!).toBeCloseTo(1, 6);
  });

  test('are not confused with badly constrained ones', () => {
    const problem = problemOf(([a, b]) => times.map((t, i) => y[i]! - a! * t - 1e-4 * b!), [1, 3]);
    const { analysis } = analysed(problem);
    expect(analysis.unconstrained).toEqual([]);
    expect(analysis.errors[1]).toBeGreaterThan(1000);
  });
});

describe('a place that is no minimum', () => {
  test('has no errors where chi2 is not convex', () => {
    // chi2 = (x^2 - 1)^2 has a maximum at 0; the second residual bends nothing.
    const problem = problemOf(([x]) => [x! * x! - 1, 0.1 * x!], [0]);
    const analysis = errorAnalysis(problem, givenMinimum(problem, [0]));
    expect(analysis).toMatchObject({ positiveDefinite: false, indices: [], covariance: [], errors: [null] });
    // J^T J alone is always convex and would not have noticed.
    expect(analysis.gaussNewtonErrors[0]).toBeCloseTo(10, 6);
  });

  test('has no errors where nothing around it is finite', () => {
    const problem = problemOf(([x]) => [x === 1 ? 1 : Number.NaN], [1]);
    expect(errorAnalysis(problem, givenMinimum(problem, [1]))).toMatchObject({
      positiveDefinite: false,
      errors: [null],
      gaussNewtonErrors: [null],
    });
  });
});
