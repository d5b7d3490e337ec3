import { describe, expect, test } from 'vitest';
import { errorAnalysis } from '../../src/fit/errors.ts';
import { minimise, runToEnd } from '../../src/fit/leastSquares.ts';
import type { Chain } from '../../src/fit/posterior/chain.ts';
import { autocorrelationTime, splitRHat } from '../../src/fit/posterior/diagnostics.ts';
import { walkersFor } from '../../src/fit/posterior/ensemble.ts';
import { initialWalkers } from '../../src/fit/posterior/initialWalkers.ts';
import { gaussianPrior, logPosterior, logUniformPrior, uniformPrior } from '../../src/fit/posterior/priors.ts';
import { bands, evenDraws, quantile, summarise } from '../../src/fit/posterior/summary.ts';
import { Random } from '../../src/fit/random.ts';
import { problemOf } from './problemOf.ts';

const host = { exp: Math.exp, log: Math.log };

/** Independent walks x' = a x + sqrt(1 - a^2) noise of variance 1, whose autocorrelation time is (1 + a) / (1 - a). */
function walks(a: number, steps: number, walkers: number, seed: number): Float64Array {
  const random = Random.seeded(seed);
  const values = new Float64Array(steps * walkers);
  for (let k = 0; k < values.length; k++) {
    const noise = random.normal(host);
    values[k] = k < walkers ? noise : a * values[k - walkers]! + Math.sqrt(1 - a * a) * noise;
  }
  return values;
}

describe('the autocorrelation time', () => {
  test.each([0, 0.5, 0.9, 0.98])('of walks with the memory %d is (1 + a) / (1 - a)', (a) => {
    const wanted = (1 + a) / (1 - a);
    const [steps, walkers] = [Math.ceil(100 * wanted), 20];
    const measured = autocorrelationTime(walks(a, steps, walkers, 11), walkers);
    // Its relative standard error is sqrt(2 (2 window + 1) / draws), window 5 times; three of them, and 1 % of cut-off.
    const error = Math.sqrt((2 * (10 * wanted + 1)) / (steps * walkers));
    expect(Math.abs(measured / wanted - 1)).toBeLessThan(3 * error + 0.01);
  });

  test('is long where walkers stay apart, each in its own place', () => {
    const values = walks(0, 200, 10, 3).map((value, k) => value + 5 * (k % 10));
    expect(autocorrelationTime(values, 10)).toBeGreaterThan(100);
  });

  test('is not known where nothing moves', () => {
    expect(autocorrelationTime(new Float64Array(100), 4)).toBeNaN();
    expect(autocorrelationTime(walks(0, 3, 4, 1), 4)).toBeNaN();
  });
});

describe('split R-hat', () => {
  test('is near 1 for independent walks, by 1 / (2 effective draws of half a walk)', () => {
    const effective = 250 / 3;
    const value = splitRHat(walks(0.5, 500, 20, 5), 20);
    expect(value - 1).toBeGreaterThan(0.5 / (2 * effective));
    expect(value - 1).toBeLessThan(1.5 / (2 * effective));
  });

  test('sees walkers apart, and a drift that all have in common', () => {
    expect(
      splitRHat(
        walks(0, 200, 10, 3).map((value, k) => value + (k % 10)),
        10,
      ),
    ).toBeGreaterThan(1.5);
    expect(
      splitRHat(
        walks(0, 201, 10, 3).map((value, k) => value + k / 1000),
        10,
      ),
    ).toBeGreaterThan(1.08);
  });

  test('has the value of its formula', () => {
    // Two walkers of four steps: halves 1 3, 5 7 and 2 2, 4 8; means 2 6 2 6, variances 2 2 0 8.
    const values = Float64Array.of(1, 2, 3, 2, 5, 4, 7, 8);
    expect(splitRHat(values, 2)).toBeCloseTo(Math.sqrt((0.5 * 3 + 16 / 3) / 3), 14);
  });
});

describe('priors', () => {
  test('have the densities of their names', () => {
    expect(uniformPrior(1, 3)(2)).toBe(0);
    expect(uniformPrior(1, 3)(3.1)).toBe(Number.NEGATIVE_INFINITY);
    const decades = logUniformPrior(1e-3, 10, host);
    expect(decades(0.1) - decades(1)).toBeCloseTo(Math.log(10), 14);
    expect(decades(11)).toBe(Number.NEGATIVE_INFINITY);
    expect(gaussianPrior(5, 2)(9)).toBe(-2);
    expect(gaussianPrior(5, 2, 0, 8)(9)).toBe(Number.NEGATIVE_INFINITY);
  });

  test('are refused without sense', () => {
    expect(() => uniformPrior(3, 3)).toThrow('the first must be below the second');
    expect(() => logUniformPrior(0, 3, host)).toThrow('its lower bound must be above 0');
    expect(() => gaussianPrior(1, 0)).toThrow('sigma above 0');
  });

  test('make the posterior with chi2, and spare the model where they vanish', () => {
    let evaluations = 0;
    const problem = problemOf(
      ([p]) => {
        evaluations += 1;
        if (p! > 5) throw new RangeError('no model');
        return [p!, p! > 4 ? Number.NaN : 0];
      },
      [1],
    );
    const log = logPosterior(problem, [gaussianPrior(0, 1, -1)]);
    expect(log([2])).toBe(-2 - 2);
    expect(log([-2])).toBe(Number.NEGATIVE_INFINITY);
    expect(evaluations).toBe(1);
    expect(log([4.5])).toBe(Number.NEGATIVE_INFINITY);
    expect(log([6])).toBe(Number.NEGATIVE_INFINITY);
    expect(() => logPosterior(problem, [])).toThrow('There are 1 parameters, but 0 priors.');
  });
});

describe('walkers begin', () => {
  const times = Array.from({ length: 20 }, (_, i) => i);
  const line = problemOf(([a, b]) => times.map((t) => a! + b! * t - 3), [0, 0]);

  test('around the best values with the covariance of the fit', () => {
    const minimum = runToEnd(minimise(line));
    const errors = errorAnalysis(line, minimum);
    const walkers = initialWalkers(line, minimum.best, errors, 4000, 9, host);
    errors.covariance.forEach((row, i) => {
      row.forEach((value, j) => {
        const measured =
          walkers.reduce((sum, walker) => sum + (walker[i]! - minimum.best[i]!) * (walker[j]! - minimum.best[j]!), 0) /
          4000;
        const scale = Math.sqrt(errors.covariance[i]![i]! * errors.covariance[j]![j]!);
        // Four standard errors sqrt(2 / 4000).
        expect(Math.abs(measured - value) / scale).toBeLessThan(0.09);
      });
    });
  });

  test('inside the bounds, also from a best value at a bound', () => {
    const problem = {
      lower: Float64Array.of(0, -1),
      upper: Float64Array.of(0.01, 1),
      typicalSize: Float64Array.of(1, 1),
    };
    const walkers = initialWalkers(problem, [0, 1], { indices: [], covariance: [] }, 100, 1, host);
    for (const [x, y] of walkers) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(0.01);
      expect(y).toBeGreaterThanOrEqual(-1);
      expect(y).toBeLessThanOrEqual(1);
    }
    expect(new Set(walkers.map(([x]) => x)).size).toBe(100);
  });

  test('in an even number, four per parameter', () => {
    expect([1, 4, 5, 12].map(walkersFor)).toEqual([16, 16, 20, 48]);
  });
});

describe('a summary', () => {
  // Two steps of burn-in, then parameters k and -2 k for k = 0 to 99, two walkers at a time.
  const chain: Chain = { positions: [], logProbabilities: [] };
  for (let step = 0; step < 52; step++) {
    const k = step < 2 ? 1e6 : 2 * (step - 2);
    chain.positions.push([
      [k, -2 * k],
      [k + 1, -2 * (k + 1)],
    ]);
    chain.logProbabilities.push([-((k - 30) ** 2), -((k - 29) ** 2)]);
  }

  test('has quantiles, means, covariance and the best draw of what is left after burn-in', () => {
    const { parameters, covariance, correlation, draws, best } = summarise(chain, 2);
    expect(draws).toBe(100);
    expect(parameters[0]!.mean).toBeCloseTo(49.5, 12);
    expect(parameters[0]!.median).toBeCloseTo(49.5, 12);
    expect(parameters[0]!.lower).toBeCloseTo(0.16 * 99, 12);
    expect(parameters[0]!.upper).toBeCloseTo(0.84 * 99, 12);
    expect(parameters[1]!.lower).toBeCloseTo(-2 * 0.84 * 99, 12);
    // The variance of 0 to n - 1 is n (n + 1) / 12.
    expect(covariance[0]![0]).toBeCloseTo((100 * 101) / 12, 9);
    expect(covariance[0]![1]).toBeCloseTo((-2 * 100 * 101) / 12, 9);
    expect(correlation[0]![1]).toBeCloseTo(-1, 12);
    expect(Array.from(best.parameters)).toEqual([30, -60]);
    expect(best.logProbability).toBeCloseTo(0, 14);
    expect(() => summarise(chain, 52)).toThrow('The chain has 52 steps, of which 52 cannot be left out.');
  });

  test('draws evenly from all steps and walkers', () => {
    expect(evenDraws(chain, 2, 4).map(([k]) => k)).toEqual([12, 37, 62, 87]);
    expect(evenDraws(chain, 2, 1000)).toHaveLength(100);
  });

  test('makes bands of curves', () => {
    const curves = Array.from({ length: 101 }, (_, k) => [k, 10 * k]);
    const [low, middle, high] = bands(curves, [0.16, 0.5, 0.84]);
    expect(Array.from(low!)).toEqual([16, 160]);
    expect(Array.from(middle!)).toEqual([50, 500]);
    expect(Array.from(high!)).toEqual([84, 840]);
  });

  test('takes quantiles linearly between two draws', () => {
    expect([0, 0.25, 0.5, 1].map((part) => quantile([1, 3], part))).toEqual([1, 1.5, 2, 3]);
  });
});
