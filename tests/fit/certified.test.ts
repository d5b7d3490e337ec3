import { describe, expect, test } from 'vitest';
import { errorAnalysis } from '../../src/fit/errors.ts';
import { minimise, runToEnd } from '../../src/fit/leastSquares.ts';
import { certifiedProblems } from './nistProblems.ts';
import { problemOf } from './problemOf.ts';

describe('NIST certified regressions', () => {
  for (const { name, model, x, y, starts, best, standardDeviations, sumOfSquares } of certifiedProblems) {
    test.each(starts)(`${name}: best values and standard deviations, from start %#`, (...start) => {
      // In units of the certified residual standard deviation, chi2 at the minimum is the number of degrees of freedom.
      const degreesOfFreedom = y.length - best.length;
      const sigma = Math.sqrt(sumOfSquares / degreesOfFreedom);
      const problem = problemOf((b) => y.map((value, i) => (value - model(b, x[i]!)) / sigma), start);
      const minimum = runToEnd(minimise(problem));
      const { gaussNewtonErrors } = errorAnalysis(problem, minimum);

      expect(minimum.reason).toBe('converged');
      // Certified to 11 digits; chi2 near its minimum is quadratic in the distance, so it is at least that accurate.
      expect(minimum.chi2 / degreesOfFreedom).toBeCloseTo(1, 9);
      best.forEach((value, i) => {
        // The promise of the search is 1e-6 standard errors; differences add about as much again.
        expect(Math.abs(minimum.best[i]! - value) / standardDeviations[i]!).toBeLessThan(2e-6);
        // NIST's standard deviations come from J^T J; they change with the best values, hence not better than 1e-6.
        expect(gaussNewtonErrors[i]! / standardDeviations[i]!).toBeCloseTo(1, 5);
      });
    });
  }
});
