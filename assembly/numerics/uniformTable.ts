/** Points of the interpolating polynomial. */
export const STENCIL: i32 = 6;

/**
 * Weights of the six points around a position, in units of the step, for several functions on one grid.
 *
 * @param position (x - first) / step
 * @param size points of the grid, >= STENCIL
 * @param weights filled
 * @returns number of the first point
 */
export function lagrangeWeights(position: f64, size: i32, weights: StaticArray<f64>): i32 {
  const start = max<i32>(0, min<i32>(size - STENCIL, <i32>Math.floor(position) - 2));
  const t = position - <f64>start;
  const t1 = t - 1, t2 = t - 2, t3 = t - 3, t4 = t - 4, t5 = t - 5;
  const low = t * t1 * t2, high = t3 * t4 * t5;
  weights[0] = high * t1 * t2 * (-1.0 / 120.0);
  weights[1] = high * t * t2 * (1.0 / 24.0);
  weights[2] = high * t * t1 * (-1.0 / 12.0);
  weights[3] = low * t4 * t5 * (1.0 / 12.0);
  weights[4] = low * t3 * t5 * (-1.0 / 24.0);
  weights[5] = low * t3 * t4 * (1.0 / 120.0);
  return start;
}

/**
 * A function tabulated on a uniform grid, interpolated by the polynomial of degree 5 through the six nearest points.
 *
 * The error is 225/46080 h^6 |f^(6)| in the middle of a cell (Abramowitz & Stegun (1964), 25.2.17): for the functions kept
 * here, which vary over a unit of x or more, it is below 1e-10 at h = 1/16. Arguments beyond the grid extrapolate: callers
 * stay inside.
 */
export class UniformTable {
  readonly values: StaticArray<f64>;

  constructor(readonly first: f64, readonly step: f64, readonly size: i32) {
    this.values = new StaticArray<f64>(size);
  }

  /** Argument of point i. */
  argument(i: i32): f64 {
    return this.first + this.step * <f64>i;
  }

  /** Argument of the last point. */
  get last(): f64 {
    return this.argument(this.size - 1);
  }

  /** Interpolated value at x. */
  at(x: f64): f64 {
    const position = (x - this.first) / this.step;
    const start = max<i32>(0, min<i32>(this.size - STENCIL, <i32>Math.floor(position) - 2));
    const t = position - <f64>start;
    const t1 = t - 1, t2 = t - 2, t3 = t - 3, t4 = t - 4, t5 = t - 5;
    const f = changetype<usize>(this.values) + (<usize>start << 3);
    const low = t * t1 * t2, high = t3 * t4 * t5;
    return (
      high * (
        t1 * t2 * load<f64>(f) * (-1.0 / 120.0) +
        t * t2 * load<f64>(f, 8) * (1.0 / 24.0) +
        t * t1 * load<f64>(f, 16) * (-1.0 / 12.0)
      ) +
      low * (
        t4 * t5 * load<f64>(f, 24) * (1.0 / 12.0) +
        t3 * t5 * load<f64>(f, 32) * (-1.0 / 24.0) +
        t3 * t4 * load<f64>(f, 40) * (1.0 / 120.0)
      )
    );
  }
}
