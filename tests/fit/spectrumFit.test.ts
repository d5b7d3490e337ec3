/** A fit like that of one pulsar and a diffuse term to the positron flux: its price and its accuracy. */
import { describe, expect, test } from 'vitest';
import { errorAnalysis } from '../../src/fit/errors.ts';
import { type LeastSquaresProblem, minimise, runToEnd } from '../../src/fit/leastSquares.ts';
import { profileInterval } from '../../src/fit/profile.ts';
import { counted, normalNumbers, problemOf } from './problemOf.ts';

const { exp } = Math;
const energies = Array.from({ length: 50 }, (_, i) => 10.67 * (832.3 / 10.67) ** (i / 49));
const truth = [1.5, 2.1, 4000, 1.03];

/** Efficiency, spectral index and cutoff energy of a hard component, normalisation of a steep one. */
const flux = (p: ArrayLike<number>, E: number) =>
  1.6e-6 * p[0]! * (E / 100) ** (-p[1]! - 0.7) * exp(-E / p[2]!) + p[3]! * 0.0651 * (E / 7) ** -4.07;

/** Errors of 1 % at the lowest energy, 5 % at most of the high ones, 30 % at the last. */
const sigma = energies.map((E, i) => flux(truth, E) * (0.012 + 0.04 * (i / 49) ** 2 + 0.25 * (i / 49) ** 12));

function positrons(start: readonly number[], relativeNoise = 0): LeastSquaresProblem {
  const normal = normalNumbers(2021);
  const measured = energies.map((E, i) => flux(truth, E) + sigma[i]! * normal());
  // Like the rounding errors of a long computation: unrelated at neighbouring parameters.
  const noise = (p: ArrayLike<number>, i: number) => {
    const scrambled = (p[0]! * 7919 + p[1]! * 104729 + p[2]! * 1.3 + p[3]! * 15485863) * (i + 1) * 1e5;
    return relativeNoise * (2 * (scrambled - Math.floor(scrambled)) - 1);
  };
  return problemOf((p) => energies.map((E, i) => (measured[i]! - flux(p, E) * (1 + noise(p, i))) / sigma[i]!), start, {
    lower: [0.001, 1, 100, 0.1],
    upper: [5, 3, 1e5, 5],
  });
}

const starts = [
  [0.5, 1.9, 1000, 1],
  [0.2, 1.5, 5000, 1.2],
  [1, 2.2, 30000, 0.8],
];

/** Best values and errors to all digits: from a start at the minimum. */
function reference() {
  const first = runToEnd(minimise(positrons(starts[0]!)));
  const problem = { ...positrons(starts[0]!), start: first.best };
  const minimum = runToEnd(minimise(problem, { tolerance: 1e-8 }));
  return { minimum, errors: errorAnalysis(problem, minimum).errors };
}

describe('four parameters of a spectrum against 50 points', () => {
  const { minimum: wanted, errors: wantedErrors } = reference();

  test.each(starts)(
    'start %#: the same minimum within 1e-6 standard errors, in at most 210 evaluations',
    (...start) => {
      const problem = counted(positrons(start));
      const minimum = runToEnd(minimise(problem));
      const searched = problem.evaluations();
      const { errors } = errorAnalysis(problem, minimum);
      expect(minimum.reason).toBe('converged');
      wanted.best.forEach((value, i) => {
        expect(Math.abs(minimum.best[i]! - value) / wantedErrors[i]!).toBeLessThan(1e-6);
        // Errors change by less than a standard error's part that the best values may be off.
        expect(errors[i]! / wantedErrors[i]!).toBeCloseTo(1, 5);
      });
      // At 50 microseconds each: 10 ms, for starts up to a factor of 14 away in the cutoff energy.
      expect(problem.evaluations() - searched).toBe(1 + 2 * 4 * 5);
      expect(problem.evaluations()).toBeLessThanOrEqual(210);
    },
  );

  test('from a start two standard errors away it takes at most 110 evaluations', () => {
    const problem = counted(positrons([1.65, 2.15, 3000, 1]));
    const minimum = runToEnd(minimise(problem));
    errorAnalysis(problem, minimum);
    expect(problem.evaluations()).toBeLessThanOrEqual(110);
  });

  test('the cutoff energy is badly constrained, and its profile is skewed accordingly', () => {
    const problem = counted(positrons(starts[0]!));
    const minimum = runToEnd(minimise(problem));
    const searched = problem.evaluations();
    const [low, high] = runToEnd(profileInterval(problem, minimum, 2));
    const cutoff = minimum.best[2]!;
    expect(wantedErrors[2]! / cutoff).toBeGreaterThan(0.3);
    expect(high! - cutoff).toBeGreaterThan(1.5 * (cutoff - low!));
    expect(problem.evaluations() - searched).toBeLessThan(400);
    // At both ends chi2, minimised over the others, lies 1 above the minimum: the definition, checked by another search.
    for (const end of [low!, high!]) {
      const lowest = runToEnd(
        minimise(
          problemOf(
            ([a, b, d]) => problem.residuals(Float64Array.of(a!, b!, end, d!)),
            [minimum.best[0]!, minimum.best[1]!, minimum.best[3]!],
          ),
        ),
      );
      // 1e-6 of the interval, on a slope of about 2 per standard error.
      expect(lowest.chi2 - minimum.chi2).toBeCloseTo(1, 5);
    }
  });

  test.each([1e-12, 1e-9])('rounding errors of %d in the model do not stop the search short', (relativeNoise) => {
    const problem = positrons(starts[2]!, relativeNoise);
    const minimum = runToEnd(minimise(problem));
    expect(minimum.reason).toBe('converged');
    wanted.best.forEach((value, i) => {
      // Differences over a thousandth of a standard error see noise / (1 % errors) / 1e-3 in the slope of every point,
      // and there are 50 points.
      const tolerance = Math.max(1e-6, 50 ** 0.5 * 1e5 * relativeNoise);
      expect(Math.abs(minimum.best[i]! - value) / wantedErrors[i]!).toBeLessThan(tolerance);
    });
    const { errors, positiveDefinite } = errorAnalysis(problem, minimum);
    expect(positiveDefinite).toBe(true);
    // Second differences over 0.08 standard errors see 8 noise / (1 % errors) / 0.08^2 in each of 50 points.
    wantedErrors.forEach((value, i) => {
      expect(Math.abs(errors[i]! / value! - 1)).toBeLessThan(Math.max(1e-5, 2e6 * relativeNoise));
    });
  });
});
