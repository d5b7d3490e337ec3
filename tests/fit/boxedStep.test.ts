import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boxedLeastSquares, modelDecrease, trustRegionStep } from '../../src/fit/boxedStep.ts';
import { dot, multiply, norm } from '../../src/fit/linearAlgebra.ts';

const entry = fc.double({ min: -3, max: 3, noNaN: true, noDefaultInfinity: true });
const width = fc.oneof(fc.constant(0), fc.double({ min: 1e-3, max: 2, noNaN: true }), fc.constant(Infinity));
/** A model with 5 residuals and n scaled parameters, and a box around the origin. */
const problems = fc
  .integer({ min: 1, max: 4 })
  .chain((size) =>
    fc.record({
      columns: fc.array(fc.array(entry, { minLength: 5, maxLength: 5 }), { minLength: size, maxLength: size }),
      offset: fc.array(entry, { minLength: 5, maxLength: 5 }),
      lower: fc.array(width, { minLength: size, maxLength: size }),
      upper: fc.array(width, { minLength: size, maxLength: size }),
    }),
  )
  .map(({ columns, offset, lower, upper }) => ({
    model: { columns: columns.map((column) => Float64Array.from(column)), offset: Float64Array.from(offset) },
    lower: Float64Array.from(lower, (value) => -value),
    upper: Float64Array.from(upper),
  }));

describe('the step in a box', () => {
  test('fulfils the conditions of a minimum: no feasible direction lowers the model', () => {
    fc.assert(
      fc.property(problems, ({ model, lower, upper }) => {
        const damping = 0.01;
        const step = boxedLeastSquares(model, damping, lower, upper);
        const misfit = multiply(model.columns, step).map((value, i) => value + model.offset[i]!);
        model.columns.forEach((column, i) => {
          const slope = dot(column, misfit) + damping * step[i]!;
          expect(step[i]).toBeGreaterThanOrEqual(lower[i]!);
          expect(step[i]).toBeLessThanOrEqual(upper[i]!);
          // Rounding of a sum of five products below 100, amplified by the condition of the model, below 1e4.
          const zero = 1e-9;
          if (step[i]! > lower[i]!) expect(slope).toBeLessThan(zero);
          if (step[i]! < upper[i]!) expect(slope).toBeGreaterThan(-zero);
        });
      }),
    );
  });

  test('releases a parameter from its bound when the others have moved', () => {
    // |x + y + 0.1|^2 + |y + 2|^2: at the origin chi2 falls with x, at y = -2 it rises; the minimum is (1.9, -2).
    const model = { columns: [Float64Array.of(1, 0), Float64Array.of(1, 1)], offset: Float64Array.of(0.1, 2) };
    const step = boxedLeastSquares(model, 0, Float64Array.of(0, -10), Float64Array.of(10, 10));
    expect(step[0]).toBeCloseTo(1.9, 12);
    expect(step[1]).toBeCloseTo(-2, 12);
  });

  test('inside the trust region is the full step; outside it is as long as the radius and still lowers the model', () => {
    fc.assert(
      fc.property(problems, fc.double({ min: 1e-3, max: 5, noNaN: true }), ({ model, lower, upper }, radius) => {
        const full = boxedLeastSquares(model, 0, lower, upper);
        const { step, damping } = trustRegionStep(model, full, radius, lower, upper);
        if (norm(full) <= 1.1 * radius) {
          expect(step).toBe(full);
          expect(damping).toBe(0);
        } else {
          expect(damping).toBeGreaterThan(0);
          // The radius is met to 10 %.
          expect(norm(step)).toBeLessThanOrEqual(1.1 * radius);
          expect(norm(step)).toBeGreaterThan(0.8 * radius);
          expect(modelDecrease(model, step)).toBeGreaterThan(0);
        }
      }),
    );
  });

  test('leaves a parameter without effect where it is', () => {
    const model = { columns: [Float64Array.of(1, 1), Float64Array.of(0, 0)], offset: Float64Array.of(2, -7) };
    const free = [Float64Array.of(-Infinity, -Infinity), Float64Array.of(Infinity, Infinity)] as const;
    expect(Math.abs(boxedLeastSquares(model, 0, ...free)[1]!)).toBe(0);
  });
});
