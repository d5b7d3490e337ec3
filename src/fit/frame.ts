/**
 * Directions in parameter space along which a step of length 1 changes chi2 by about 1, one standard deviation.
 *
 * Derivatives taken there keep their relative accuracy when they are inverted, however strongly parameters are correlated.
 */
import { type Columns, householderQr, norm, singularDirections } from './linearAlgebra.ts';

/** Directions in parameter space, orthonormal with respect to J^T J. */
export interface Frame {
  /** Parameters that the directions move, in ascending order. */
  readonly indices: readonly number[];
  /** Steps in all parameters. */
  readonly directions: readonly Float64Array[];
  /** d(coordinate) / d(parameter): row per direction, column per entry of `indices`. */
  readonly inverse: readonly Float64Array[];
  /** For each entry of `indices`: whether it moves along a direction that the residuals do not depend on. */
  readonly unconstrained: readonly boolean[];
}

/** Singular values below this part of a column's length cannot be told from zero in differences of doubles. */
const FLAT = 1e-8;
/** A parameter takes part in a flat direction if it makes up more than this part of it, in units of its column. */
const TAKES_PART = 1e-4;

/**
 * The frame in which J^T J is unity, for the parameters of `indices` and their columns of J.
 *
 * Equations: J = U S V^T D with D the lengths of the columns; directions D^-1 V S^-1, inverse S V^T D. Flat directions
 * (S = 0) are left out, or kept with a floor under S.
 */
export function whiteningFrame(
  columns: Columns,
  indices: readonly number[],
  typicalSize: Float64Array,
  flatDirections: 'leave out' | 'keep',
): Frame {
  const lengths = indices.map((i, k) => norm(columns[k]!) || 1 / typicalSize[i]!);
  const scaled = columns.map((column, k) => column.map((value) => value / lengths[k]!));
  const triangle = householderQr(scaled, new Float64Array(columns[0]?.length ?? 0));
  const { values, directions } = singularDirections(triangle.columns);
  const kept = values.flatMap((value, j) => (flatDirections === 'keep' || value >= FLAT ? [j] : []));
  const floored = values.map((value) => Math.max(value, FLAT));
  return {
    indices,
    directions: kept.map((j) => {
      const step = new Float64Array(typicalSize.length);
      indices.forEach((i, k) => {
        step[i] = directions[j]![k]! / (lengths[k]! * floored[j]!);
      });
      return step;
    }),
    inverse: kept.map((j) => Float64Array.from(lengths, (length, k) => floored[j]! * directions[j]![k]! * length)),
    unconstrained: indices.map((_, k) =>
      values.some((value, j) => value < FLAT && Math.abs(directions[j]![k]!) > TAKES_PART),
    ),
  };
}
