/** Points of the interpolating polynomial. */
const STENCIL: i32 = 6;

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
