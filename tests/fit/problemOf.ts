import type { LeastSquaresProblem } from '../../src/fit/leastSquares.ts';

/** A problem without bounds unless stated; a typical size is the size of the start, or 1 at zero. */
export function problemOf(
  residuals: (parameters: Float64Array) => readonly number[] | Float64Array,
  start: readonly number[],
  { lower, upper, typicalSize }: { lower?: number[]; upper?: number[]; typicalSize?: number[] } = {},
): LeastSquaresProblem {
  return {
    residuals: (parameters) => Float64Array.from(residuals(parameters)),
    start: Float64Array.from(start),
    lower: Float64Array.from(lower ?? start.map(() => Number.NEGATIVE_INFINITY)),
    upper: Float64Array.from(upper ?? start.map(() => Number.POSITIVE_INFINITY)),
    typicalSize: Float64Array.from(typicalSize ?? start.map((value) => Math.abs(value) || 1)),
  };
}

/** The same problem, and how often its residuals were computed. */
export function counted(problem: LeastSquaresProblem): LeastSquaresProblem & { evaluations(): number } {
  let count = 0;
  return {
    ...problem,
    residuals(parameters) {
      count += 1;
      return problem.residuals(parameters);
    },
    evaluations: () => count,
  };
}

/** Pseudo-random numbers of a normal distribution, the same in every run (minimal standard generator, Box-Muller). */
export function normalNumbers(seed: number): () => number {
  let state = seed;
  const uniform = () => {
    state = (state * 16807) % 2147483647;
    return state / 2147483647;
  };
  return () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
}
