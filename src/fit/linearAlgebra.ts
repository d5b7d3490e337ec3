/**
 * Small dense linear algebra: Householder QR, Cholesky, symmetric eigenvalues and singular values.
 *
 * A tall matrix is a list of columns; a symmetric matrix is a list of rows. Only + - * / and square roots are used, so
 * that every engine gives the same bits.
 */

/** A matrix as a list of columns of equal length. */
export type Columns = readonly Float64Array[];
/** A square matrix as a list of rows. */
export type SquareMatrix = number[][];

/** Sum of the products of two vectors, in fixed order. */
export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

/** Euclidean length of a vector. */
export function norm(a: ArrayLike<number>): number {
  return Math.sqrt(dot(a, a));
}

/** The product of a matrix, given by columns, with a vector. */
export function multiply(columns: Columns, vector: ArrayLike<number>): Float64Array {
  const product = new Float64Array(columns[0]?.length ?? 0);
  columns.forEach((column, j) => {
    const factor = vector[j]!;
    for (let i = 0; i < product.length; i++) product[i]! += factor * column[i]!;
  });
  return product;
}

/** The products of every pair of columns, A^T A. */
export function gram(columns: Columns): SquareMatrix {
  return columns.map((a) => columns.map((b) => dot(a, b)));
}

export function zeroMatrix(size: number): SquareMatrix {
  return Array.from({ length: size }, () => new Array<number>(size).fill(0));
}

/** Triangular factor of a matrix, and the right-hand side in the same rotated frame. */
export interface Triangle {
  /** Columns of the upper triangular factor R. */
  readonly columns: Float64Array[];
  /** The first entries of Q^T b, one per column. */
  readonly rotated: Float64Array;
}

/**
 * QR factorisation of a matrix with at least as many rows as columns, applied to a right-hand side as well.
 *
 * Source: Golub & Van Loan, Matrix Computations, 4th ed. (2013), section 5.2 (Householder reflections).
 */
export function householderQr(matrix: Columns, rightHandSide: Float64Array): Triangle {
  const size = matrix.length;
  const work = matrix.map((column) => Float64Array.from(column));
  const rotated = Float64Array.from(rightHandSide);
  for (let k = 0; k < size; k++) {
    const column = work[k]!;
    let largest = 0;
    for (let i = k; i < column.length; i++) largest = Math.max(largest, Math.abs(column[i]!));
    if (largest === 0) continue;
    // In units of the largest entry no square underflows, and the reflection is orthogonal however small the column is.
    const pivot = column.map((value) => value / largest);
    let squares = 0;
    for (let i = k; i < pivot.length; i++) squares += pivot[i]! * pivot[i]!;
    const diagonal = pivot[k]! > 0 ? -Math.sqrt(squares) : Math.sqrt(squares);
    // The reflection vector is the pivot column with its first entry moved away from zero, hence no cancellation.
    const head = pivot[k]! - diagonal;
    const half = -diagonal * head;
    const reflect = (target: Float64Array) => {
      let product = head * target[k]!;
      for (let i = k + 1; i < target.length; i++) product += pivot[i]! * target[i]!;
      const factor = product / half;
      target[k]! -= factor * head;
      for (let i = k + 1; i < target.length; i++) target[i]! -= factor * pivot[i]!;
    };
    for (let j = k + 1; j < size; j++) reflect(work[j]!);
    reflect(rotated);
    column[k] = diagonal * largest;
    column.fill(0, k + 1);
  }
  return {
    columns: work.map((column) => column.slice(0, size)),
    rotated: rotated.slice(0, size),
  };
}

/** Solution of R x = b for an upper triangular R; an entry whose pivot vanishes is left at zero. */
export function backSubstitute(upper: Columns, rightHandSide: ArrayLike<number>): Float64Array {
  const solution = Float64Array.from(rightHandSide);
  for (let j = upper.length - 1; j >= 0; j--) {
    const column = upper[j]!;
    solution[j] = column[j] === 0 ? 0 : solution[j]! / column[j]!;
    for (let i = 0; i < j; i++) solution[i]! -= solution[j]! * column[i]!;
  }
  return solution;
}

/** Lower triangular L with L L^T = matrix, by rows; null where the matrix is not positive definite. */
export function cholesky(matrix: SquareMatrix): SquareMatrix | null {
  const lower = zeroMatrix(matrix.length);
  for (let i = 0; i < matrix.length; i++) {
    for (let j = 0; j <= i; j++) {
      let value = matrix[i]![j]!;
      for (let k = 0; k < j; k++) value -= lower[i]![k]! * lower[j]![k]!;
      if (i === j) {
        // A pivot below the rounding error of its own diagonal is no evidence of positive curvature.
        if (!(value > 1e-14 * matrix[i]![i]!)) return null;
        lower[i]![i] = Math.sqrt(value);
      } else {
        lower[i]![j] = value / lower[j]![j]!;
      }
    }
  }
  return lower;
}

/** Solution of L x = b for a lower triangular L. */
export function forwardSubstitute(lower: SquareMatrix, rightHandSide: ArrayLike<number>): Float64Array {
  const solution = Float64Array.from(rightHandSide);
  for (let i = 0; i < lower.length; i++) {
    for (let k = 0; k < i; k++) solution[i]! -= lower[i]![k]! * solution[k]!;
    solution[i]! /= lower[i]![i]!;
  }
  return solution;
}

/** Cosine and sine of the rotation that makes the off-diagonal entry of [[a, c], [c, b]] vanish. */
function jacobiRotation(a: number, b: number, c: number): { cosine: number; sine: number } {
  const theta = (b - a) / (2 * c);
  const tangent = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const cosine = 1 / Math.sqrt(tangent * tangent + 1);
  return { cosine, sine: tangent * cosine };
}

const MAXIMUM_SWEEPS = 60;

/** Eigenvalues of a symmetric matrix, not sorted, and the orthonormal eigenvectors that belong to them. */
export interface EigenSystem {
  readonly values: number[];
  readonly vectors: Float64Array[];
}

/** The columns of the unit matrix. */
export function unitVectors(size: number): Float64Array[] {
  return Array.from({ length: size }, (_, j) => {
    const unit = new Float64Array(size);
    unit[j] = 1;
    return unit;
  });
}

function rotate(left: Float64Array, right: Float64Array, cosine: number, sine: number): void {
  for (let i = 0; i < left.length; i++) {
    const [a, b] = [left[i]!, right[i]!];
    left[i] = cosine * a - sine * b;
    right[i] = sine * a + cosine * b;
  }
}

/**
 * Eigenvalues and eigenvectors of a symmetric matrix, accurate to rounding of the largest eigenvalue.
 *
 * Source: cyclic Jacobi method, Golub & Van Loan (2013), section 8.5.
 */
export function symmetricEigensystem(matrix: SquareMatrix): EigenSystem {
  const size = matrix.length;
  const rows = matrix.map((row) => Float64Array.from(row));
  const vectors = unitVectors(size);
  let scale = 0;
  for (const row of rows) scale += dot(row, row);
  for (let sweep = 0; sweep < MAXIMUM_SWEEPS; sweep++) {
    let offDiagonal = 0;
    for (let p = 0; p < size; p++) for (let q = p + 1; q < size; q++) offDiagonal += rows[p]![q]! * rows[p]![q]!;
    if (offDiagonal <= 1e-34 * scale) break;
    for (let p = 0; p < size; p++) {
      for (let q = p + 1; q < size; q++) {
        if (rows[p]![q] === 0) continue;
        const { cosine, sine } = jacobiRotation(rows[p]![p]!, rows[q]![q]!, rows[p]![q]!);
        for (const row of rows) {
          const [left, right] = [row[p]!, row[q]!];
          row[p] = cosine * left - sine * right;
          row[q] = sine * left + cosine * right;
        }
        rotate(rows[p]!, rows[q]!, cosine, sine);
        rotate(vectors[p]!, vectors[q]!, cosine, sine);
      }
    }
  }
  return { values: rows.map((row, i) => row[i]!), vectors };
}

/** Singular values of a matrix and the directions that belong to them. */
export interface SingularDirections {
  /** In the order of `directions`, not sorted. */
  readonly values: number[];
  /** Orthonormal right singular vectors. */
  readonly directions: Float64Array[];
}

/**
 * Singular values and right singular vectors, with an error of rounding of the columns, however they differ in length.
 *
 * Source: one-sided Jacobi method (Hestenes), Golub & Van Loan (2013), section 8.6.3.
 */
export function singularDirections(matrix: Columns): SingularDirections {
  const size = matrix.length;
  const work = matrix.map((column) => Float64Array.from(column));
  const directions = unitVectors(size);
  for (let sweep = 0; sweep < MAXIMUM_SWEEPS; sweep++) {
    let rotated = false;
    for (let p = 0; p < size; p++) {
      for (let q = p + 1; q < size; q++) {
        const [a, b, c] = [dot(work[p]!, work[p]!), dot(work[q]!, work[q]!), dot(work[p]!, work[q]!)];
        if (Math.abs(c) <= 1e-15 * Math.sqrt(a * b)) continue;
        rotated = true;
        const { cosine, sine } = jacobiRotation(a, b, c);
        rotate(work[p]!, work[q]!, cosine, sine);
        rotate(directions[p]!, directions[q]!, cosine, sine);
      }
    }
    if (!rotated) break;
  }
  return { values: work.map(norm), directions };
}
