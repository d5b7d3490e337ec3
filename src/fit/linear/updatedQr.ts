/** QR factorisation of a growing and shrinking set of columns. */
import { dot, norm } from '../linearAlgebra.ts';

/**
 * Part of a column of length 1 that must stand out of the others; below it the column counts as dependent on them,
 * since its coefficient would be known to fewer than six digits.
 */
export const LEAST_INDEPENDENT = 1e-10;

/**
 * A = Q R with columns that come and go; every change costs as much as a few products of Q with a vector.
 *
 * Equations: a new column by Gram-Schmidt, twice, which leaves Q orthonormal to rounding; the gap of one that leaves is
 * closed by Givens rotations. Source: Golub & Van Loan, Matrix Computations, 4th ed. (2013), sections 5.2.9 and 6.5.2.
 */
export class UpdatedQr {
  readonly #q: Float64Array[] = [];
  /** Columns of the triangle. */
  readonly #r: Float64Array[] = [];
  readonly #most: number;

  /** @param rows length of a column: as many columns can be independent */
  constructor(rows: number) {
    this.#most = rows;
  }

  get size(): number {
    return this.#q.length;
  }

  /** Appends a column of length 1; false, and nothing changes, if it depends on the others. */
  append(column: Float64Array): boolean {
    const size = this.size;
    if (size === this.#most) return false;
    const rest = column.slice();
    const entries = new Float64Array(this.#most);
    for (let pass = 0; pass < 2; pass++) {
      for (let k = 0; k < size; k++) {
        const direction = this.#q[k]!;
        const part = dot(direction, rest);
        entries[k]! += part;
        for (let i = 0; i < rest.length; i++) rest[i]! -= part * direction[i]!;
      }
    }
    const length = norm(rest);
    if (!(length > LEAST_INDEPENDENT)) return false;
    entries[size] = length;
    for (let i = 0; i < rest.length; i++) rest[i]! /= length;
    this.#q.push(rest);
    this.#r.push(entries);
    return true;
  }

  /** Takes out the column at a place; those behind it move up. */
  remove(place: number): void {
    this.#r.splice(place, 1);
    for (let k = place; k < this.#r.length; k++) {
      const pivot = this.#r[k]!;
      const length = Math.sqrt(pivot[k]! * pivot[k]! + pivot[k + 1]! * pivot[k + 1]!);
      const cosine = pivot[k]! / length;
      const sine = pivot[k + 1]! / length;
      for (let j = k; j < this.#r.length; j++) {
        const column = this.#r[j]!;
        const [upper, lower] = [column[k]!, column[k + 1]!];
        column[k] = cosine * upper + sine * lower;
        column[k + 1] = cosine * lower - sine * upper;
      }
      pivot[k + 1] = 0;
      const [upper, lower] = [this.#q[k]!, this.#q[k + 1]!];
      for (let i = 0; i < upper.length; i++) {
        const [a, b] = [upper[i]!, lower[i]!];
        upper[i] = cosine * a + sine * b;
        lower[i] = cosine * b - sine * a;
      }
    }
    this.#q.pop();
  }

  /** Coefficients x of the columns with the least |A x - target|. */
  solve(target: Float64Array): Float64Array {
    const solution = Float64Array.from(this.#q, (direction) => dot(direction, target));
    for (let j = this.size - 1; j >= 0; j--) {
      const column = this.#r[j]!;
      solution[j]! /= column[j]!;
      for (let i = 0; i < j; i++) solution[i]! -= solution[j]! * column[i]!;
    }
    return solution;
  }
}
