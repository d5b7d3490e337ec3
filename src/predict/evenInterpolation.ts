import type { Kernel } from '../kernel/kernel.ts';

/** Stands for ln 0 where nothing arrives; far below every flux that a picture shows. */
const LOG_OF_NOTHING = -600;

/**
 * Interpolates a flux between energies that are even in ln E, cubic in both logarithms.
 *
 * @param energies_GeV at least four, even in ln E
 * @param flux values >= 0 at them
 * @param at_GeV where the flux is wanted, not outside the energies
 */
export function evenInterpolation(
  kernel: Kernel,
  energies_GeV: Float64Array,
  flux: Float64Array,
  at_GeV: Float64Array,
): Float64Array {
  const last = energies_GeV.length - 1;
  const first = kernel.naturalLogarithm(energies_GeV[0] as number);
  const step = (kernel.naturalLogarithm(energies_GeV[last] as number) - first) / last;
  const logFlux = flux.map((value) => (value > 0 ? kernel.naturalLogarithm(value) : LOG_OF_NOTHING));
  const exponents = at_GeV.map((energy) => {
    const position = (kernel.naturalLogarithm(energy) - first) / step;
    const start = Math.max(0, Math.min(last - 3, Math.floor(position) - 1));
    const [t, t1, t2, t3] = [position - start, position - start - 1, position - start - 2, position - start - 3];
    const [y0, y1, y2, y3] = logFlux.subarray(start, start + 4) as unknown as [number, number, number, number];
    return (-t1 * t2 * t3 * y0) / 6 + (t * t2 * t3 * y1) / 2 - (t * t1 * t3 * y2) / 2 + (t * t1 * t2 * y3) / 6;
  });
  return kernel.exponential(exponents);
}
