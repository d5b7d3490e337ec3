/** Above this x the contour sum is used, below it the power series. */
const SERIES_LIMIT: f64 = 1.0;
/** Beyond this x, erfc(x) is 0 in double precision. */
const LARGEST_ARGUMENT: f64 = 27.3;

/** Step of the trapezoidal rule, and its terms e^(-n^2 h^2) for n = 1 … 12. */
const STEP: f64 = 0.5;
const TERMS: i32 = 12;
const gaussian = new StaticArray<f64>(TERMS);
for (let n = 0; n < TERMS; n++) gaussian[n] = Math.exp(-STEP * STEP * <f64>((n + 1) * (n + 1)));

/** erf(x) = 2/sqrt(pi) e^(-x^2) sum_n 2^n x^(2n+1) / (2n+1)!!, all terms of one sign. */
function errorSeries(x: f64): f64 {
  const square = x * x;
  let term: f64 = x, sum: f64 = x;
  for (let n = 1; n < 60; n++) {
    term *= 2 * square / <f64>(2 * n + 1);
    sum += term;
    if (Math.abs(term) < 1e-17 * Math.abs(sum)) break;
  }
  return 2 / Math.sqrt(Math.PI) * Math.exp(-square) * sum;
}

/**
 * erfc(x) for x >= 1 by the trapezoidal rule for its integral representation, with the residue of the pole that the
 * step lets through:
 *   erfc(x) = (h x / pi) e^(-x^2) [1/x^2 + 2 sum_n e^(-n^2 h^2) / (n^2 h^2 + x^2)] - 2 / (e^(2 pi x / h) - 1).
 *
 * Ref: Matta & Reichel, Math. Comp. 25, 339 (1971).
 */
function complementarySum(x: f64): f64 {
  const square = x * x;
  let sum: f64 = 0;
  for (let n = TERMS; n > 0; n--) sum += gaussian[n - 1] / (STEP * STEP * <f64>(n * n) + square);
  const value = STEP * x / Math.PI * Math.exp(-square) * (1 / square + 2 * sum);
  // Once x exceeds pi/h the pole lies outside the strip and adds nothing.
  return x < Math.PI / STEP ? value - 2 / Math.expm1(2 * Math.PI * x / STEP) : value;
}

/**
 * Error function.
 *
 * @returns erf(x), relative error below 1e-15
 * Ref: Abramowitz & Stegun (1964), 7.1.6.
 */
export function errorFunction(x: f64): f64 {
  const size = Math.abs(x);
  if (size < SERIES_LIMIT) return errorSeries(x);
  const value = size < LARGEST_ARGUMENT ? 1 - complementarySum(size) : 1;
  return x < 0 ? -value : value;
}

/**
 * Complementary error function, which keeps its digits where erf is close to 1.
 *
 * @returns erfc(x) = 1 - erf(x), relative error below 2e-14 for x < 10 (that of e^(-x^2) beyond), 0 from 27.3
 */
export function complementaryErrorFunction(x: f64): f64 {
  if (x < SERIES_LIMIT) return 1 - errorFunction(x);
  return x < LARGEST_ARGUMENT ? complementarySum(x) : 0;
}
