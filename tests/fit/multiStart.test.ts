import { describe, expect, test } from 'vitest';
import { errorAnalysis } from '../../src/fit/errors.ts';
import { minimise, runToEnd } from '../../src/fit/leastSquares.ts';
import { inLogarithms } from '../../src/fit/logarithms.ts';
import { distinctMinima, multiStart, startingPoints } from '../../src/fit/multiStart.ts';
import { problemOf } from './problemOf.ts';

const host = { exp: Math.exp, log: Math.log };

/** Himmelblau's function, four minima of chi2 0 (a classic; its minima are known to six digits). */
const himmelblau = problemOf(([x, y]) => [x! * x! + y! - 11, x! + y! * y! - 7], [0, 0], {
  lower: [-6, -6],
  upper: [6, 6],
});
const MINIMA = [
  [-3.77931, -3.283186],
  [-2.805118, 3.131313],
  [3, 2],
  [3.584428, -1.848127],
];

describe('searches from several starts', () => {
  test('find all four minima of Himmelblau, and which start led to each', () => {
    const starts = startingPoints(himmelblau, 24, 1);
    const { minima, failed } = runToEnd(multiStart(himmelblau, starts));
    expect(
      minima.map(({ minimum }) => Array.from(minimum.best, (value) => Math.round(value * 1e6) / 1e6)).sort(),
    ).toEqual([...MINIMA].sort());
    expect([...minima.flatMap((found) => found.starts), ...failed].sort((a, b) => a - b)).toEqual(
      Array.from({ length: 24 }, (_, k) => k),
    );
  });

  test('put the lowest first, and count a minimum at a bound once', () => {
    const wells = problemOf(([x]) => [x! * x! - 4, 0.5 * x! - 1, 0.1], [-1], { lower: [-3], upper: [1.5] });
    const { minima } = runToEnd(multiStart(wells, startingPoints(wells, 12, 3)));
    expect(minima.map(({ minimum }) => minimum.atBound[0])).toEqual(['upper', null]);
    expect(minima[0]!.minimum.chi2).toBeLessThan(minima[1]!.minimum.chi2);
  });

  test('take a valley along which nothing changes as one minimum', () => {
    const valley = problemOf(([x, y]) => [x! + y! - 1, 0.3], [0, 0], { lower: [-5, -5], upper: [5, 5] });
    expect(runToEnd(multiStart(valley, startingPoints(valley, 6, 2))).minima).toHaveLength(1);
  });

  test('are the same in a pool: grouping does not depend on the order but for the numbers', () => {
    const starts = startingPoints(himmelblau, 10, 5);
    const found = starts.map((start) => runToEnd(minimise({ ...himmelblau, start })));
    expect(distinctMinima(himmelblau, found)).toEqual(runToEnd(multiStart(himmelblau, starts)));
  });

  test('report failures', () => {
    const nowhere = problemOf(([x]) => (x! < 0 ? [Number.NaN] : [x! - 1]), [1], { lower: [-1], upper: [2] });
    const { minima, failed } = runToEnd(multiStart(nowhere, [Float64Array.of(-0.5), Float64Array.of(0.5)]));
    expect(failed).toEqual([0]);
    expect(minima).toHaveLength(1);
  });

  test('begin at the start of the problem, then in every part of every range once', () => {
    const starts = startingPoints(himmelblau, 13, 7);
    expect(starts).toHaveLength(13);
    expect(Array.from(starts[0]!)).toEqual([0, 0]);
    for (const i of [0, 1]) {
      expect(
        starts
          .slice(1)
          .map((start) => Math.floor(start[i]! + 6))
          .sort((a, b) => a - b),
      ).toEqual(Array.from({ length: 12 }, (_, k) => k));
    }
    expect(startingPoints(himmelblau, 13, 7)).toEqual(starts);
    expect(startingPoints(himmelblau, 13, 8)).not.toEqual(starts);
  });

  test('need a finite box', () => {
    const open = problemOf(([x]) => [x!], [1]);
    expect(() => startingPoints(open, 3, 1)).toThrow('give a finite range');
    expect(startingPoints(open, 3, 1, { lower: [0], upper: [1] })).toHaveLength(3);
  });
});

describe('parameters searched in their logarithms', () => {
  const energies = Array.from({ length: 40 }, (_, i) => 10 ** (i / 10));
  const flux = (p: ArrayLike<number>, E: number) => p[0]! * E ** -p[1]! * Math.exp(-E / p[2]!);
  const truth = [3e-26, 2, 300];
  const problem = problemOf((p) => energies.map((E) => (flux(p, E) / flux(truth, E) - 1) / 0.1), [1e-22, 1.5, 20], {
    lower: [1e-30, 0, 1],
    upper: [1e-20, 5, 1e5],
  });
  const logarithmic = inLogarithms(problem, [true, false, true], host);

  test('have the same minimum, given back in the parameters themselves', () => {
    const minimum = logarithmic.minimum(runToEnd(minimise(logarithmic.problem)));
    expect(minimum.converged).toBe(true);
    minimum.best.forEach((value, i) => {
      expect(value / truth[i]!).toBeCloseTo(1, 6);
    });
    const { errors } = errorAnalysis(problem, minimum);
    const plain = runToEnd(minimise({ ...problem, start: minimum.best }));
    errorAnalysis(problem, plain).errors.forEach((error, i) => {
      // Second derivatives promise 1e-6, and the places differ by as much.
      expect(errors[i]! / error!).toBeCloseTo(1, 4);
    });
  });

  test('end exactly on a bound', () => {
    const cut = inLogarithms(
      { ...problem, lower: Float64Array.of(1e-30, 0, 1000), start: Float64Array.of(1e-22, 1.5, 2000) },
      [true, false, true],
      host,
    );
    const minimum = cut.minimum(runToEnd(minimise(cut.problem)));
    expect(minimum.atBound[2]).toBe('lower');
    expect(minimum.best[2]).toBe(1000);
  });

  test('start in every decade alike', () => {
    const starts = startingPoints(logarithmic.problem, 51, 1)
      .slice(1)
      .map((start) => logarithmic.parameters(start));
    // Five decades, ten starts in each.
    for (let decade = 0; decade < 5; decade++) {
      expect(starts.filter((start) => start[2]! >= 10 ** decade && start[2]! < 10 ** (decade + 1))).toHaveLength(10);
    }
  });

  test('may be unbounded above, but not zero', () => {
    const open = inLogarithms(
      { ...problem, upper: Float64Array.of(1, 5, Number.POSITIVE_INFINITY) },
      [true, false, true],
      host,
    );
    expect(open.problem.upper[2]).toBe(Number.POSITIVE_INFINITY);
    expect(() => inLogarithms({ ...problem, lower: Float64Array.of(0, 0, 1) }, [true, false, true], host)).toThrow(
      'Parameter 0 may be 0, which has no logarithm',
    );
  });
});
