import { describe, expect, it } from 'vitest';
import { largestNumericalError, numericalErrorText } from '../../src/app/numericalError.ts';
import { smallEvaluation } from '../plot/fixtures.ts';

describe('the numerical error', () => {
  it('is the largest of the points in the fit, not of those outside', () => {
    const evaluation = smallEvaluation();
    const { comparison } = evaluation;
    const errors = Float64Array.of(1, 1, 2e-7, 3.1e-6, 0, 1e-9);
    const known = { comparison: { ...comparison, model: { ...comparison.model, relativeError: errors } } };
    expect(largestNumericalError(known)).toBe(3.1e-6);
  });

  it('is unknown where it was not asked for or nothing is in the fit', () => {
    const { comparison } = smallEvaluation();
    expect(
      largestNumericalError({ comparison: { ...comparison, model: { ...comparison.model, relativeError: null } } }),
    ).toBeNull();
    expect(
      largestNumericalError({ comparison: { ...comparison, inFit: comparison.inFit.map(() => false) } }),
    ).toBeNull();
  });

  it.each([
    [2e-7, '≤ 2 × 10⁻⁷'],
    [2.01e-7, '≤ 3 × 10⁻⁷'],
    [9.5e-7, '≤ 1 × 10⁻⁶'],
    [0.0034, '≤ 0.4 %'],
    [0.011, '≤ 2 %'],
    [0.3, '≤ 30 %'],
    [0, 'rounding only'],
  ])('%f is said as an upper limit: %s', (error, text) => {
    expect(numericalErrorText(error)).toBe(text);
  });
});
