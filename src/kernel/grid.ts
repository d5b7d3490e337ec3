import type { Kernel } from './kernel.ts';

/** `count` energies evenly spaced in ln E from `from` to `to`, both included; the same bits in every engine. */
export function logarithmicGrid(kernel: Kernel, from_GeV: number, to_GeV: number, count: number): Float64Array {
  const fractions = Float64Array.from({ length: count }, (_, i) => (count === 1 ? 0 : i / (count - 1)));
  const range = kernel.naturalLogarithm(to_GeV / from_GeV);
  const grid = kernel.exponential(fractions.map((fraction) => fraction * range)).map((ratio) => from_GeV * ratio);
  grid[count - 1] = to_GeV;
  grid[0] = from_GeV;
  return grid;
}
