import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  backSubstitute,
  cholesky,
  dot,
  forwardSubstitute,
  gram,
  householderQr,
  multiply,
  singularDirections,
  symmetricEigensystem,
} from '../../src/fit/linearAlgebra.ts';

const entry = fc.double({ min: -10, max: 10, noNaN: true, noDefaultInfinity: true });
/** Tall matrices by columns, 7 x n. */
const tall = fc
  .integer({ min: 1, max: 4 })
  .chain((size) => fc.array(fc.array(entry, { minLength: 7, maxLength: 7 }), { minLength: size, maxLength: size }))
  .map((columns) => columns.map((column) => Float64Array.from(column)));

const largest = (values: Iterable<number>) => [...values].reduce((most, value) => Math.max(most, Math.abs(value)), 0);

describe('Householder QR', () => {
  test('keeps every scalar product of the columns: R^T R = A^T A', () => {
    fc.assert(
      fc.property(tall, (columns) => {
        const { columns: upper } = householderQr(columns, new Float64Array(7));
        const [wanted, found] = [gram(columns).flat(), gram(upper).flat()];
        // Backward stability: 1e-14 of the largest product, 700.
        expect(largest(found.map((value, k) => value - wanted[k]!))).toBeLessThan(1e-11);
      }),
    );
  });

  test('solves a least-squares problem, whatever of the right-hand side is perpendicular to the columns', () => {
    const columns = [Float64Array.of(1, 1, 1), Float64Array.of(1, 2, 4)];
    const described = multiply(columns, [3, -2]);
    const normal = [2, -3, 1];
    const { columns: upper, rotated } = householderQr(
      columns,
      described.map((value, i) => value + normal[i]!),
    );
    expect(dot(columns[0]!, normal)).toBe(0);
    expect(dot(columns[1]!, normal)).toBe(0);
    expect(Array.from(backSubstitute(upper, rotated))).toEqual([expect.closeTo(3, 12), expect.closeTo(-2, 12)]);
  });
});

describe('Cholesky', () => {
  test('factorises a positive definite matrix and solves with the factor', () => {
    const matrix = [
      [4, 2, 0.6],
      [2, 5, 1],
      [0.6, 1, 3],
    ];
    const lower = cholesky(matrix)!;
    matrix.forEach((row, i) => {
      row.forEach((value, j) => {
        expect(dot(lower[i]!, lower[j]!)).toBeCloseTo(value, 14);
      });
    });
    const solution = forwardSubstitute(lower, [1, 2, 3]);
    [1, 2, 3].forEach((value, i) => {
      expect(dot(lower[i]!, solution)).toBeCloseTo(value, 14);
    });
  });

  test('refuses matrices that are indefinite or singular to rounding', () => {
    expect(cholesky([[-1]])).toBeNull();
    expect(
      cholesky([
        [1, 2],
        [2, 1],
      ]),
    ).toBeNull();
    expect(
      cholesky([
        [1, 1],
        [1, 1 + 1e-16],
      ]),
    ).toBeNull();
    expect(cholesky([[0]])).toBeNull();
  });
});

describe('Jacobi rotations', () => {
  test('give eigenvalues with their trace and eigenvectors that fulfil the equation', () => {
    fc.assert(
      fc.property(tall, (columns) => {
        const matrix = gram(columns).map((row, i) => row.map((value, j) => (i === j ? value - 50 : value)));
        const { values, vectors } = symmetricEigensystem(matrix);
        // Rounding of the largest eigenvalue, below 3000.
        const tolerance = 1e-10;
        values.forEach((value, k) => {
          matrix.forEach((row, i) => {
            expect(Math.abs(dot(row, vectors[k]!) - value * vectors[k]![i]!)).toBeLessThan(tolerance);
          });
        });
        const trace = matrix.reduce((sum, row, i) => sum + row[i]!, 0);
        expect(Math.abs(values.reduce((a, b) => a + b, 0) - trace)).toBeLessThan(tolerance);
        vectors.forEach((a, i) => {
          vectors.forEach((b, j) => {
            expect(Math.abs(dot(a, b) - (i === j ? 1 : 0))).toBeLessThan(1e-13);
          });
        });
      }),
    );
  });

  test('give singular values that differ by 1e10, the small one to rounding of the large one', () => {
    // Columns (1, 1) and (1, 1 + e): product of the singular values e, sum of their squares 4 for small e.
    const e = 2 ** -33;
    const { values, directions } = singularDirections([Float64Array.of(1, 1), Float64Array.of(1, 1 + e)]);
    const [small, large] = [...values].sort((a, b) => a - b);
    expect(large).toBeCloseTo(2, 9);
    // 1e-16 of the large one, on a small one of 1e-10.
    expect((small! * large!) / e).toBeCloseTo(1, 5);
    expect(Math.abs(dot(directions[0]!, directions[1]!))).toBeLessThan(1e-15);
  });

  test('find an exact null direction', () => {
    const { values, directions } = singularDirections([Float64Array.of(1, 0), Float64Array.of(2, 0)]);
    const flat = values.findIndex((value) => value < 1e-15);
    expect(flat).toBeGreaterThanOrEqual(0);
    expect(Math.abs(directions[flat]![0]! + 2 * directions[flat]![1]!)).toBeLessThan(1e-15);
  });
});
