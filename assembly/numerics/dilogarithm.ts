/**
 * Dilogarithm of a negative argument, Li2(-x).
 *
 * With u = ln(1 + x), Landen's identity and the Bernoulli series of the Debye function give for 0 <= x <= 1
 *   Li2(-x) = -u - u^2/4 - sum_k B_2k u^(2k+1) / (2k+1)!,
 * and for x > 1 the inversion Li2(-x) = -pi^2/6 - ln^2(x)/2 - Li2(-1/x).
 *
 * @param x x >= 0
 * @returns Li2(-x), relative error below 1e-15
 * Ref: Lewin, Polylogarithms and Associated Functions (1981).
 */
export function dilogarithmOfNegative(x: f64): f64 {
  if (x > 1) {
    const logarithm = Math.log(x);
    return -Math.PI * Math.PI / 6 - 0.5 * logarithm * logarithm - dilogarithmOfNegative(1 / x);
  }
  const u = Math.log1p(x);
  const v = u * u;
  // B_2k / (2k+1)! for k = 1 … 8; the next term is below 1e-17 of the result, since u <= ln 2.
  let series: f64 = -1.9939295860721076e-14;
  series = series * v + 8.921691020456452e-13;
  series = series * v - 4.0647616451442255e-11;
  series = series * v + 1.0 / 526901760.0;
  series = series * v - 1.0 / 10886400.0;
  series = series * v + 1.0 / 211680.0;
  series = series * v - 1.0 / 3600.0;
  series = series * v + 1.0 / 36.0;
  return -u - 0.25 * v - series * v * u;
}
