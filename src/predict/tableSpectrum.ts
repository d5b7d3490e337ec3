/** A spectrum given as a table: a power law between two rows, and beyond the first and the last. */
import type { Kernel } from '../kernel/kernel.ts';

/**
 * Interpolates ln(flux) linearly in ln E; beyond the ends it goes on with the slope of the last two rows.
 *
 * @param energies_GeV energies of the table, rising, at least two
 * @param flux values > 0 at them
 * @param at_GeV where the spectrum is wanted
 * @returns in the unit of `flux`
 */
export function tableSpectrum(
  kernel: Kernel,
  energies_GeV: readonly number[],
  flux: readonly number[],
  at_GeV: Float64Array,
): Float64Array {
  const logEnergies = energies_GeV.map((energy) => kernel.naturalLogarithm(energy));
  const logFlux = flux.map((value) => kernel.naturalLogarithm(value));
  const last = logEnergies.length - 2;
  let row = 0;
  const exponents = at_GeV.map((energy) => {
    const x = kernel.naturalLogarithm(energy);
    while (row < last && x > (logEnergies[row + 1] as number)) row++;
    while (row > 0 && x < (logEnergies[row] as number)) row--;
    const [x0, x1] = [logEnergies[row] as number, logEnergies[row + 1] as number];
    const [y0, y1] = [logFlux[row] as number, logFlux[row + 1] as number];
    return y0 + ((y1 - y0) * (x - x0)) / (x1 - x0);
  });
  return kernel.exponential(exponents);
}
