import { describe, expect, test } from 'vitest';
import { errorAnalysis } from '../../src/fit/errors.ts';
import { type LeastSquaresProblem, minimise, runToEnd } from '../../src/fit/leastSquares.ts';
import { type ProfileProgress, profileInterval } from '../../src/fit/profile.ts';
import { counted, normalNumbers, problemOf } from './problemOf.ts';

const times = Array.from({ length: 20 }, (_, i) => 1 + i);

function intervals(problem: LeastSquaresProblem, deltaChi2?: number) {
  const minimum = runToEnd(minimise(problem));
  return Array.from(minimum.best, (best, i) => ({
    best,
    interval: runToEnd(profileInterval(problem, minimum, i, deltaChi2)),
  }));
}

/** A parabola through scattered points: linear in three strongly correlated parameters. */
function parabola() {
  const normal = normalNumbers(9);
  const y = times.map((t) => 1 - 2 * t + 0.3 * t * t + normal());
  return problemOf(([a, b, c]) => times.map((t, i) => y[i]! - a! - b! * t - c! * t * t), [0, 0, 0]);
}

describe('the profile of a linear problem', () => {
  test.each([1, 4, 0.01])('rises by %d at sqrt of as many standard errors, on both sides', (deltaChi2) => {
    const problem = parabola();
    const { errors } = errorAnalysis(problem, runToEnd(minimise(problem)));
    intervals(problem, deltaChi2).forEach(({ best, interval: [low, high] }, i) => {
      const width = Math.sqrt(deltaChi2) * errors[i]!;
      // Promised accuracy of the ends: 1e-6 of the interval.
      expect(Math.abs((best - low!) / width - 1)).toBeLessThan(1e-6);
      expect(Math.abs((high! - best) / width - 1)).toBeLessThan(1e-6);
    });
  });
});

describe('the profile of a skewed problem', () => {
  test('has the ends of the closed form', () => {
    // chi2 = ln(p)^2 / 0.25: rises by 1 at exp(-0.5) and exp(0.5).
    const [only] = intervals(problemOf(([p]) => [2 * Math.log(p!)], [3]));
    expect(only!.interval[0]).toBeCloseTo(Math.exp(-0.5), 7);
    expect(only!.interval[1]).toBeCloseTo(Math.exp(0.5), 7);
  });

  test('follows the other parameter along a curved valley', () => {
    // chi2 = 100 (y - x^2)^2 + (1 - x)^2: with y following, (1 - x)^2; with x following, a minimum over x for every y.
    const rosenbrock = problemOf(([x, y]) => [10 * (y! - x! * x!), 1 - x!], [-1.2, 1]);
    const [x, y] = intervals(rosenbrock);
    expect(x!.interval[0]).toBeCloseTo(0, 6);
    expect(x!.interval[1]).toBeCloseTo(2, 6);
    const profileOfY = (value: number) => {
      let lowest = Number.POSITIVE_INFINITY;
      for (let i = -30000; i <= 30000; i++) {
        const at = i / 10000;
        lowest = Math.min(lowest, 100 * (value - at * at) ** 2 + (1 - at) ** 2);
      }
      return lowest;
    };
    // The grid of 1e-4 in x finds the minimum to (1e-4)^2 times the curvature, about 1e3.
    expect(profileOfY(y!.interval[1]!)).toBeCloseTo(1, 4);
    expect(profileOfY(y!.interval[0]!)).toBeCloseTo(1, 4);
  });
});

describe('an end of the interval is null', () => {
  test('where the bound of the parameter comes first', () => {
    const [only] = intervals(problemOf(([p]) => [p! - 3, 1], [4], { lower: [2.5], upper: [10] }));
    expect(only!.interval[0]).toBeNull();
    expect(only!.interval[1]).toBeCloseTo(4, 6);
  });

  test('on the side of the bound that the best value sits on', () => {
    const problem = problemOf(([p, q]) => [p! - 1, q! - p!], [3, 3], { lower: [2, -10], upper: [10, 10] });
    const minimum = runToEnd(minimise(problem));
    expect(minimum.atBound).toEqual(['lower', null]);
    const [low, high] = runToEnd(profileInterval(problem, minimum, 0));
    expect(low).toBeNull();
    // chi2 = (p - 1)^2 rises from 1 at p = 2 to 2.
    expect(high).toBeCloseTo(1 + Math.SQRT2, 6);
  });

  test('where chi2 never rises enough, with or without a bound', () => {
    const saturating = ([p]: Float64Array) => [0.9 / (1 + Math.exp(-p!)), 0.1 * Math.min(p!, 0)];
    const problem = problemOf(saturating, [-1], { lower: [-100], upper: [Number.POSITIVE_INFINITY] });
    const minimum = runToEnd(minimise(problem));
    expect(runToEnd(profileInterval(problem, minimum, 0))[1]).toBeNull();
    const bounded = { ...problem, upper: Float64Array.from([50]) };
    expect(runToEnd(profileInterval(bounded, runToEnd(minimise(bounded)), 0))[1]).toBeNull();
  });

  test('for a parameter without effect', () => {
    const problem = problemOf(([p]) => [p! - 1, p! + 1], [0, 5], { lower: [-9, 0], upper: [9, 10] });
    const minimum = runToEnd(minimise(problem));
    expect(runToEnd(profileInterval(problem, minimum, 1))).toEqual([null, null]);
  });
});

describe('the other parameters', () => {
  test('stay inside their bounds, which widens nothing', () => {
    // y follows x but not beyond 1.2: chi2 = (x - 1)^2 / 4 + (y - x)^2 with y = min(x, 1.2).
    const problem = problemOf(([x, y]) => [(x! - 1) / 2, y! - x!], [1, 1], { lower: [-10, -10], upper: [10, 1.2] });
    const minimum = runToEnd(minimise(problem));
    const [low, high] = runToEnd(profileInterval(problem, minimum, 0));
    expect(low).toBeCloseTo(-1, 6);
    const x = (1.45 + Math.sqrt(1.45 * 1.45 - 1.25 * (0.25 + 1.44 - 1))) / 1.25;
    expect(high).toBeCloseTo(x, 6);
  });

  test('do not matter when there are none', () => {
    const [only] = intervals(problemOf(([p]) => [(p! - 7) / 0.2], [1]));
    expect(only!.interval[0]).toBeCloseTo(6.8, 8);
    expect(only!.interval[1]).toBeCloseTo(7.2, 8);
  });
});

describe('the search for the ends', () => {
  test('finds the edge of the region where the residuals are finite', () => {
    const problem = problemOf(([p]) => [p! < 0.5 ? Number.NaN : p! - 1], [2]);
    const minimum = runToEnd(minimise(problem));
    const [low, high] = runToEnd(profileInterval(problem, minimum, 0));
    expect(low).toBeCloseTo(0.5, 6);
    expect(high).toBeCloseTo(2, 6);
  });

  test('reports every place and can be left between two', () => {
    const problem = counted(parabola());
    const minimum = runToEnd(minimise(problem));
    const before = problem.evaluations();
    const generator = profileInterval(problem, minimum, 0);
    const first = generator.next().value as ProfileProgress;
    expect(first.side).toBe('lower');
    expect(first.value).toBeLessThan(minimum.best[0]!);
    expect(first.chi2).toBeGreaterThan(minimum.chi2);
    expect(problem.evaluations() - before).toBeLessThan(50);
  });

  test('needs few places on a quadratic profile', () => {
    const problem = parabola();
    const places = [...profileInterval(problem, runToEnd(minimise(problem)), 2)];
    expect(places.length).toBeLessThanOrEqual(6);
  });

  test('ends at the same bytes when it runs twice', () => {
    expect(intervals(parabola())).toEqual(intervals(parabola()));
  });

  test('refuses a parameter that does not exist and a rise that is not positive', () => {
    const problem = parabola();
    const minimum = runToEnd(minimise(problem));
    expect(() => runToEnd(profileInterval(problem, minimum, 3))).toThrow('There is no parameter 3 among 3.');
    expect(() => runToEnd(profileInterval(problem, minimum, 0, 0))).toThrow(/rise of chi2 is 0/);
  });
});
