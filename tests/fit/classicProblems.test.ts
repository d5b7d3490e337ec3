/** Test functions of Moré, Garbow & Hillstrom, ACM Transactions on Mathematical Software 7 (1981) 17; numbers as there. */
import { describe, expect, test } from 'vitest';
import { minimise, runToEnd } from '../../src/fit/leastSquares.ts';
import { problemOf } from './problemOf.ts';

const { exp, sqrt, sin, cos, atan2, PI } = Math;
const upTo = (count: number) => Array.from({ length: count }, (_, i) => i + 1);

interface ClassicProblem {
  readonly name: string;
  readonly residuals: (x: Float64Array) => number[];
  readonly start: number[];
  readonly best?: number[];
  readonly sumOfSquares: number;
}

const bardData = [0.14, 0.18, 0.22, 0.25, 0.29, 0.32, 0.35, 0.39, 0.37, 0.58, 0.73, 0.96, 1.34, 2.1, 4.39];

const classicProblems: readonly ClassicProblem[] = [
  {
    name: '1 Rosenbrock, a curved valley',
    residuals: ([a, b]) => [10 * (b! - a! * a!), 1 - a!],
    start: [-1.2, 1],
    best: [1, 1],
    sumOfSquares: 0,
  },
  {
    name: '2 Freudenstein and Roth, a local minimum where J is singular',
    residuals: ([a, b]) => [-13 + a! + ((5 - b!) * b! - 2) * b!, -29 + a! + ((b! + 1) * b! - 14) * b!],
    start: [0.5, -2],
    best: [11.412779, -0.8968052533],
    sumOfSquares: 48.98425367924,
  },
  {
    name: '4 Brown badly scaled, parameters of 1e6 and 2e-6',
    residuals: ([a, b]) => [a! - 1e6, b! - 2e-6, a! * b! - 2],
    start: [1, 1],
    best: [1e6, 2e-6],
    sumOfSquares: 0,
  },
  {
    name: '5 Beale',
    residuals: ([a, b]) => [1.5 - a! * (1 - b!), 2.25 - a! * (1 - b! ** 2), 2.625 - a! * (1 - b! ** 3)],
    start: [1, 1],
    best: [3, 0.5],
    sumOfSquares: 0,
  },
  {
    name: '6 Jennrich and Sampson, large residuals and a singular J',
    residuals: ([a, b]) => upTo(10).map((i) => 2 + 2 * i - (exp(i * a!) + exp(i * b!))),
    start: [0.3, 0.4],
    best: [0.2578252136, 0.2578252136],
    sumOfSquares: 124.3621823556,
  },
  {
    name: '7 helical valley',
    residuals: ([a, b, c]) => [10 * (c! - (10 * atan2(b!, a!)) / (2 * PI)), 10 * (sqrt(a! * a! + b! * b!) - 1), c!],
    start: [-1, 0, 0],
    best: [1, 0, 0],
    sumOfSquares: 0,
  },
  {
    name: '8 Bard',
    residuals: ([a, b, c]) =>
      upTo(15).map((u) => bardData[u - 1]! - (a! + u / ((16 - u) * b! + Math.min(u, 16 - u) * c!))),
    start: [1, 1, 1],
    best: [0.08241056, 1.13303609, 2.34369518],
    sumOfSquares: 8.214877306579e-3,
  },
  {
    name: '13 Powell singular, a minimum of fourth order',
    residuals: ([a, b, c, d]) => [a! + 10 * b!, sqrt(5) * (c! - d!), (b! - 2 * c!) ** 2, sqrt(10) * (a! - d!) ** 2],
    start: [3, -1, 0, 1],
    sumOfSquares: 0,
  },
  {
    name: '14 Wood, past a saddle with chi2 = 7.877',
    residuals: ([a, b, c, d]) => [
      10 * (b! - a! * a!),
      1 - a!,
      sqrt(90) * (d! - c! * c!),
      1 - c!,
      sqrt(10) * (b! + d! - 2),
      (b! - d!) / sqrt(10),
    ],
    start: [-3, -1, -3, -1],
    best: [1, 1, 1, 1],
    sumOfSquares: 0,
  },
  {
    name: '16 Brown and Dennis, very large residuals',
    residuals: ([a, b, c, d]) =>
      upTo(20).map((i) => (a! + (i / 5) * b! - exp(i / 5)) ** 2 + (c! + d! * sin(i / 5) - cos(i / 5)) ** 2),
    start: [25, 5, -5, -1],
    best: [-11.5944399, 13.20363, -0.4034395, 0.2367788],
    sumOfSquares: 85822.20162636,
  },
];

describe('classic least-squares problems', () => {
  test.each(classicProblems)('$name: reaches the known minimum', ({ residuals, start, best, sumOfSquares }) => {
    const minimum = runToEnd(minimise(problemOf(residuals, start)));
    expect(minimum.reason).toBe('converged');
    // Zero: the square of the promised 1e-6 standard errors. Others: the known minimum is given to 12 or 13 digits.
    expect(Math.abs(minimum.chi2 - sumOfSquares)).toBeLessThan(1e-11 * Math.max(1, sumOfSquares));
    // Known to the digits given; chi2 is quadratic around its minimum, hence the square root of its accuracy.
    best?.forEach((value, i) => {
      expect(Math.abs(minimum.best[i]! - value)).toBeLessThan(1e-6 * Math.max(1, Math.abs(value)));
    });
  });
});
