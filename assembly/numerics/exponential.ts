/**
 * Coefficients of the exponential, twice each, so that one load fills both lanes.
 * A constant that is loaded costs less than one that is splat anew at every use.
 */
const table = memory.data<f64>([
  1.4426950408889634, 1.4426950408889634, // 0    1 / ln 2
  6755399441055744.0, 6755399441055744.0, // 16   1.5 * 2^52: adding it rounds to an integer
  -6.93147180369123816490e-1, -6.93147180369123816490e-1, // 32   -ln 2, leading bits
  -1.90821492927058770002e-10, -1.90821492927058770002e-10, // 48   -ln 2, the rest
  1.0, 1.0, // 64   1 / 0!, 1 / 1!
  0.5, 0.5, // 80   1 / 2!
  0.16666666666666666, 0.16666666666666666, // 96
  0.041666666666666664, 0.041666666666666664, // 112
  0.008333333333333333, 0.008333333333333333, // 128
  0.001388888888888889, 0.001388888888888889, // 144
  0.0001984126984126984, 0.0001984126984126984, // 160
  2.48015873015873e-5, 2.48015873015873e-5, // 176
  2.7557319223985893e-6, 2.7557319223985893e-6, // 192
  2.755731922398589e-7, 2.755731922398589e-7, // 208
  2.505210838544172e-8, 2.505210838544172e-8, // 224
  -708.0, -708.0, // 240   below, exp is subnormal and taken as 0
  709.0, 709.0, // 256   above, exp overflows
], 16);

/**
 * e^x of two numbers at once, where x is known to stay in range.
 *
 * x = k ln 2 + r with |r| <= ln(2)/2, e^r by its Taylor polynomial of degree 11, in Estrin's order.
 *
 * @param x -708 <= x <= 709
 * @returns e^x, relative error below 1e-14
 * Ref: Muller, Elementary Functions (3rd ed., 2016), chapters 3.3 and 11.
 */
// @ts-ignore: decorator
@inline
export function boundedExponential(x: v128): v128 {
  const shifted = f64x2.add(f64x2.mul(x, v128.load(table)), v128.load(table, 16));
  const k = f64x2.sub(shifted, v128.load(table, 16));
  const r = f64x2.add(
    f64x2.add(x, f64x2.mul(k, v128.load(table, 32))),
    f64x2.mul(k, v128.load(table, 48)),
  );
  const r2 = f64x2.mul(r, r);
  const r4 = f64x2.mul(r2, r2);
  const p01 = f64x2.add(v128.load(table, 64), r);
  const p23 = f64x2.add(v128.load(table, 80), f64x2.mul(v128.load(table, 96), r));
  const p45 = f64x2.add(v128.load(table, 112), f64x2.mul(v128.load(table, 128), r));
  const p67 = f64x2.add(v128.load(table, 144), f64x2.mul(v128.load(table, 160), r));
  const p89 = f64x2.add(v128.load(table, 176), f64x2.mul(v128.load(table, 192), r));
  const pab = f64x2.add(v128.load(table, 208), f64x2.mul(v128.load(table, 224), r));
  const p03 = f64x2.add(p01, f64x2.mul(p23, r2));
  const p47 = f64x2.add(p45, f64x2.mul(p67, r2));
  const p8b = f64x2.add(p89, f64x2.mul(pab, r2));
  const polynomial = f64x2.add(p03, f64x2.mul(f64x2.add(p47, f64x2.mul(p8b, r4)), r4));
  // The low bits of `shifted` hold k; moved to the exponent they multiply by 2^k.
  return i64x2.add(polynomial, i64x2.shl(shifted, 52));
}

/**
 * e^x of two numbers at once.
 *
 * @param x any; below -708 the result is 0, above 709 that of 709
 * @returns e^x, relative error below 1e-14
 */
// @ts-ignore: decorator
@inline
export function exponential(x: v128): v128 {
  const clamped = f64x2.pmin(f64x2.pmax(x, v128.load(table, 240)), v128.load(table, 256));
  return v128.and(boundedExponential(clamped), f64x2.ge(x, v128.load(table, 240)));
}
