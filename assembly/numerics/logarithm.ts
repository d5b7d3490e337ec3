/** Coefficients of the logarithm, twice each (see exponential.ts). */
const table = memory.data<f64>([
  1.0, 1.0, // 0
  0.6931471805599453, 0.6931471805599453, // 16   ln 2
  2.0, 2.0, // 32   2/1, 2/3, 2/5, …: the series of 2 artanh(s)
  0.6666666666666666, 0.6666666666666666, // 48
  0.4, 0.4, // 64
  0.2857142857142857, 0.2857142857142857, // 80
  0.2222222222222222, 0.2222222222222222, // 96
  0.18181818181818182, 0.18181818181818182, // 112
  0.15384615384615385, 0.15384615384615385, // 128
  0.13333333333333333, 0.13333333333333333, // 144
  0.11764705882352941, 0.11764705882352941, // 160
  4503599627371519.0, 4503599627371519.0, // 176   2^52 + 1023
], 16);
const bits = memory.data<u64>([
  0x00095f619980c433, 0x00095f619980c433, // 0   what carries mantissas from sqrt(2) on into the exponent
  0x4330000000000000, 0x4330000000000000, // 16   2^52, whose low bits take an integer
  0x3ff0000000000000, 0x3ff0000000000000, // 32   1
], 16);

/**
 * ln x of two numbers at once.
 *
 * x = 2^k m with sqrt(1/2) <= m < sqrt(2), and ln m = 2 artanh(s), s = (m - 1)/(m + 1), |s| < 0.172, by its series up to s^17.
 *
 * @param x > 0, neither subnormal nor infinite
 * @returns absolute error below 1e-15 (1 + |ln x|)
 * Ref: Muller, Elementary Functions (3rd ed., 2016), chapter 11.
 */
// @ts-ignore: decorator
@inline
export function logarithm(x: v128): v128 {
  const exponent = i64x2.shr_u(i64x2.add(x, v128.load(bits)), 52);
  const k = f64x2.sub(v128.or(exponent, v128.load(bits, 16)), v128.load(table, 176));
  const m = i64x2.add(i64x2.sub(x, i64x2.shl(exponent, 52)), v128.load(bits, 32));
  const s = f64x2.div(f64x2.sub(m, v128.load(table)), f64x2.add(m, v128.load(table)));
  const z = f64x2.mul(s, s);
  const z2 = f64x2.mul(z, z);
  const z4 = f64x2.mul(z2, z2);
  const p01 = f64x2.add(v128.load(table, 32), f64x2.mul(v128.load(table, 48), z));
  const p23 = f64x2.add(v128.load(table, 64), f64x2.mul(v128.load(table, 80), z));
  const p45 = f64x2.add(v128.load(table, 96), f64x2.mul(v128.load(table, 112), z));
  const p67 = f64x2.add(v128.load(table, 128), f64x2.mul(v128.load(table, 144), z));
  const low = f64x2.add(p01, f64x2.mul(p23, z2)), high = f64x2.add(p45, f64x2.mul(p67, z2));
  const series = f64x2.add(f64x2.add(low, f64x2.mul(high, z4)), f64x2.mul(f64x2.mul(z4, z4), v128.load(table, 160)));
  return f64x2.add(f64x2.mul(k, v128.load(table, 16)), f64x2.mul(s, series));
}
