/** Gauss-Legendre quadrature on [-1, 1]: nodes and weights computed once, when the module starts. */
export class GaussLegendreRule {
  readonly nodes: StaticArray<f64>;
  readonly weights: StaticArray<f64>;

  /**
   * Nodes are the zeros of the Legendre polynomial P_n, found by Newton's method from Tricomi's first guess; the weight is
   * 2 / [(1 - x^2) P_n'(x)^2]. Exact for polynomials of degree 2n - 1; relative error of a weight below 1e-14 for n <= 64.
   *
   * Ref: Abramowitz & Stegun (1964), 25.4.29.
   */
  constructor(readonly size: i32) {
    this.nodes = new StaticArray<f64>(size);
    this.weights = new StaticArray<f64>(size);
    const n = <f64>size;
    // The rule is symmetric: half of the nodes are found, the others mirrored.
    for (let i = 0; i < (size + 1) / 2; i++) {
      // In descending order of the guess, so that the nodes ascend.
      let x = -Math.cos(Math.PI * (<f64>i + 0.75) / (n + 0.5));
      let derivative: f64 = 1;
      for (let iteration = 0; iteration < 6; iteration++) {
        let previous: f64 = 1;
        let value = x;
        for (let k = 2; k <= size; k++) {
          const next = ((2 * <f64>k - 1) * x * value - (<f64>k - 1) * previous) / <f64>k;
          previous = value;
          value = next;
        }
        derivative = n * (x * value - previous) / (x * x - 1);
        x -= value / derivative;
      }
      const mirrored = size - 1 - i;
      this.nodes[i] = i == mirrored ? 0 : x;
      this.nodes[mirrored] = i == mirrored ? 0 : -x;
      this.weights[i] = this.weights[mirrored] = 2 / ((1 - x * x) * derivative * derivative);
    }
  }
}
