/**
 * ln Gamma(a) by Stirling's series, with the recurrence for small arguments.
 *
 * @param a a > 0
 * @returns ln Gamma(a), absolute error below 1e-13 (1 + |ln Gamma|)
 * Ref: Abramowitz & Stegun (1964), 6.1.41.
 */
export function logGamma(a: f64): f64 {
  let shift: f64 = 0;
  while (a < 12) {
    shift += Math.log(a);
    a += 1;
  }
  const z = 1 / (a * a);
  const series = (1.0 / 12.0 + z * (-1.0 / 360.0 + z * (1.0 / 1260.0 + z * (-1.0 / 1680.0 + z * (1.0 / 1188.0))))) / a;
  return (a - 0.5) * Math.log(a) - a + 0.9189385332046727 + series - shift;
}

/**
 * Regularised upper incomplete gamma function Q(a, x) = Gamma(a, x) / Gamma(a).
 *
 * Power series of 1 - Q for x < a + 1, Lentz's continued fraction above.
 *
 * @param a a > 0
 * @param x x >= 0
 * @returns Q in [0, 1], relative error below 1e-12 for a <= 1e4
 * Ref: Abramowitz & Stegun (1964), 6.5.29 and 6.5.31.
 */
export function upperIncompleteGamma(a: f64, x: f64): f64 {
  if (x <= 0) return 1;
  const front = Math.exp(a * Math.log(x) - x - logGamma(a));
  if (x < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let n = 1; n < 100000; n++) {
      term *= x / (a + <f64>n);
      sum += term;
      if (term < sum * 1e-17) break;
    }
    return max<f64>(0, 1 - front * sum);
  }
  let b = x + 1 - a;
  let c: f64 = 1e300;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; n < 100000; n++) {
    const coefficient = -<f64>n * (<f64>n - a);
    b += 2;
    d = 1 / (coefficient * d + b);
    c = b + coefficient / c;
    const factor = c * d;
    fraction *= factor;
    if (Math.abs(factor - 1) < 1e-16) break;
  }
  return front * fraction;
}

/** Probability that chi-squared with this many degrees of freedom exceeds a value: Q(dof/2, chi2/2). */
export function chiSquaredSurvival(chiSquared: f64, degreesOfFreedom: f64): f64 {
  return upperIncompleteGamma(0.5 * degreesOfFreedom, 0.5 * chiSquared);
}
