import { performance } from 'node:perf_hooks';
import { describe, expect, test } from 'vitest';
import { type BoundedLinearProblem, boundedLinearLeastSquares } from '../../src/fit/linear/boundedLinear.ts';
import { dot, multiply, norm } from '../../src/fit/linearAlgebra.ts';
import { linearLeastSquares } from '../../src/fit/linearFit.ts';
import { Random } from '../../src/fit/random.ts';

const host = { exp: Math.exp, log: Math.log };

function bounds(count: number, low: number, high: number) {
  return { lower: new Float64Array(count).fill(low), upper: new Float64Array(count).fill(high) };
}

function randomProblem(seed: number, points: number, count: number, low = 0, high = Infinity): BoundedLinearProblem {
  const random = Random.seeded(seed);
  return {
    columns: Array.from({ length: count }, () => Float64Array.from({ length: points }, () => random.normal(host))),
    target: Float64Array.from({ length: points }, () => random.normal(host)),
    ...bounds(count, low, high),
  };
}

/** Fluxes of pulsars with different indices and cutoffs over 74 energies: smooth, and nearly dependent. */
function pulsars(seed: number, count = 300, points = 74): BoundedLinearProblem {
  const random = Random.seeded(seed);
  const energies = Array.from({ length: points }, (_, i) => 0.5 * 2000 ** (i / (points - 1)));
  const columns = Array.from({ length: count }, () => {
    const index = 1.5 + random.uniform();
    const cutoff = 10 ** (1 + 3 * random.uniform());
    return Float64Array.from(energies, (E) => 20 * E ** (2.3 - index) * Math.exp(-E / cutoff));
  });
  const truth = columns.map(() => (random.uniform() < 0.1 ? random.uniform() : 0));
  const target = multiply(columns, truth).map((value) => value + random.normal(host));
  return { columns, target, ...bounds(count, 0, Number.POSITIVE_INFINITY) };
}

/**
 * How far the Karush-Kuhn-Tucker conditions are violated, in units of what is promised: 1e-10 of the lengths of column
 * and residuals, and rounding of what cancels in the residuals.
 */
function violation({ columns, target, lower, upper }: BoundedLinearProblem): number {
  const { coefficients, residuals, held } = boundedLinearLeastSquares({ columns, target, lower, upper });
  const described = multiply(columns, coefficients);
  residuals.forEach((residual, i) => {
    expect(Math.abs(target[i]! - described[i]! - residual) / norm(target)).toBeLessThan(1e-13);
  });
  let worst = 0;
  const cancelled = coefficients.reduce((sum, value, j) => sum + Math.abs(value) * norm(columns[j]!), norm(target));
  const promised = 1e-10 * norm(residuals) + 1e-14 * cancelled;
  columns.forEach((column, j) => {
    expect(coefficients[j]).toBeGreaterThanOrEqual(lower[j]!);
    expect(coefficients[j]).toBeLessThanOrEqual(upper[j]!);
    const slope = dot(column, residuals) / (norm(column) * promised);
    if (held[j] === 'lower') worst = Math.max(worst, slope);
    else if (held[j] === 'upper') worst = Math.max(worst, -slope);
    else worst = Math.max(worst, Math.abs(slope));
  });
  return worst;
}

/** The lowest chi2 over all ways of holding some coefficients at 0 whose solution is not negative. */
function bruteForce({ columns, target }: BoundedLinearProblem): number {
  let lowest = dot(target, target);
  for (let subset = 1; subset < 2 ** columns.length; subset++) {
    const chosen = columns.filter((_, j) => (subset >> j) & 1);
    const design = Array.from(target, (_, i) => chosen.map((column) => column[i]!));
    const { best, chi2 } = linearLeastSquares(
      design,
      target,
      target.map(() => 1),
    );
    if (best.every((value) => value >= 0)) lowest = Math.min(lowest, chi2);
  }
  return lowest;
}

describe('non-negative coefficients', () => {
  test.each([1, 2, 3, 4, 5])('problem %d has the chi2 of the best of all 256 subsets', (seed) => {
    const problem = randomProblem(seed, 12, 8);
    // Both are solved to rounding.
    expect(boundedLinearLeastSquares(problem).chi2 / bruteForce(problem)).toBeCloseTo(1, 12);
  });

  test.each([11, 12, 13])('of 300 nearly dependent pulsars against 74 points meet the conditions, run %d', (seed) => {
    expect(violation(pulsars(seed))).toBeLessThan(1);
  });

  test('of 300 random columns against 74 points meet the conditions', () => {
    expect(violation(randomProblem(5, 74, 300))).toBeLessThan(1);
  });

  test('of 300 pulsars take at most 20 ms', () => {
    const problems = Array.from({ length: 7 }, (_, k) => pulsars(100 + k));
    const times = problems.map((problem) => {
      const before = performance.now();
      boundedLinearLeastSquares(problem);
      return performance.now() - before;
    });
    // The median: other work on the machine may interrupt one of them. Measured: 3 ms.
    expect(times.sort((a, b) => a - b)[3]).toBeLessThan(20);
  });

  test('that describe the points exactly are found, though the residuals are rounding errors', () => {
    const problem = pulsars(21);
    const truth = problem.columns.map((_, j) => (j % 40 === 0 ? 1 : 0));
    const solution = boundedLinearLeastSquares({ ...problem, target: multiply(problem.columns, truth) });
    expect(solution.converged).toBe(true);
    // Points of up to 1000 standard errors, columns dependent to 1e-8: their slopes vanish in rounding at some 1e-9.
    expect(solution.chi2).toBeLessThan(1e-7);
  });

  test('share nothing between two equal columns but the sum, and leave a column of zeros alone', () => {
    const one = Float64Array.of(1, 1, 1);
    const columns = [one, one, new Float64Array(3), Float64Array.of(0, 1, 2)];
    const { coefficients, held } = boundedLinearLeastSquares({
      columns,
      target: Float64Array.of(1, 3, 5),
      ...bounds(4, 0, Number.POSITIVE_INFINITY),
    });
    expect(coefficients[0]! + coefficients[1]!).toBeCloseTo(1, 12);
    expect(coefficients[2]).toBe(0);
    expect(coefficients[3]).toBeCloseTo(2, 12);
    expect(held.filter((why) => why === null)).toHaveLength(2);
  });

  test('are all zero where every column points away', () => {
    const { coefficients, held } = boundedLinearLeastSquares({
      columns: [Float64Array.of(1, 2), Float64Array.of(3, 1)],
      target: Float64Array.of(-1, -1),
      ...bounds(2, 0, Number.POSITIVE_INFINITY),
    });
    expect(Array.from(coefficients)).toEqual([0, 0]);
    expect(held).toEqual(['lower', 'lower']);
  });

  test('come out the same from a start nearby, in one pass from the solution', () => {
    const problem = pulsars(31);
    const cold = boundedLinearLeastSquares(problem);
    const warm = boundedLinearLeastSquares(problem, cold.coefficients);
    expect(warm.iterations).toBe(1);
    expect(warm.held).toEqual(cold.held);
    const other = boundedLinearLeastSquares(problem, boundedLinearLeastSquares(pulsars(32)).coefficients);
    // The columns are nearly dependent: rounding of 1e-16 in chi2 passes through steps a thousand times longer.
    expect(other.chi2 / cold.chi2).toBeCloseTo(1, 11);
    expect(other.held).toEqual(cold.held);
  });
});

describe('coefficients in bounds', () => {
  test.each([7, 8, 9])('on both sides meet the conditions, problem %d', (seed) => {
    expect(violation(randomProblem(seed, 20, 30, -0.05, 0.1))).toBeLessThan(1);
  });

  test('that are free give the linear fit', () => {
    const problem = randomProblem(41, 20, 6, Number.NEGATIVE_INFINITY);
    const { best, chi2 } = linearLeastSquares(
      Array.from(problem.target, (_, i) => problem.columns.map((column) => column[i]!)),
      problem.target,
      problem.target.map(() => 1),
    );
    const solution = boundedLinearLeastSquares(problem);
    expect(solution.held).toEqual(problem.columns.map(() => null));
    best.forEach((value, j) => {
      expect(solution.coefficients[j]).toBeCloseTo(value, 12);
    });
    expect(solution.chi2).toBeCloseTo(chi2, 12);
  });

  test('that are free but depend on each other are marked', () => {
    const one = Float64Array.of(1, 1, 1);
    const { held, chi2 } = boundedLinearLeastSquares({
      columns: [one, one.map((value) => 3 * value)],
      target: Float64Array.of(1, 2, 3),
      ...bounds(2, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY),
    });
    expect(held.filter((why) => why === 'dependent')).toHaveLength(1);
    expect(chi2).toBeCloseTo(2, 12);
  });

  test('that are equal hold the coefficient', () => {
    const { coefficients } = boundedLinearLeastSquares({
      columns: [Float64Array.of(1, 0), Float64Array.of(0, 1)],
      target: Float64Array.of(1, 1),
      lower: Float64Array.of(0.3, 0),
      upper: Float64Array.of(0.3, 9),
    });
    expect(Array.from(coefficients)).toEqual([0.3, 1]);
  });
});

test('refuses what cannot be solved', () => {
  const problem = randomProblem(1, 4, 2);
  const refused = (change: Partial<BoundedLinearProblem>, start?: number[]) => () =>
    boundedLinearLeastSquares({ ...problem, ...change }, start);
  expect(refused({ lower: Float64Array.of(0) })).toThrow('There are 2 coefficients, but 1 values of lower.');
  expect(refused({ lower: Float64Array.of(0, 2), upper: Float64Array.of(1, 1) })).toThrow(
    'Coefficient 1 has the bounds 2 and 1; they must be numbers in this order.',
  );
  expect(refused({ columns: [problem.columns[0]!, Float64Array.of(1, 2, 3, Number.NaN)] })).toThrow(
    'Column 2 is not finite',
  );
  expect(refused({ columns: [problem.columns[0]!, Float64Array.of(1)] })).toThrow(
    'Column 2 has 1 entries instead of 4.',
  );
  expect(refused({}, [0, Number.NaN])).toThrow('Coefficient 1 starts at NaN; it must be finite.');
});
