/** Abscissae and weights of the 8-point Gauss-Legendre rule on [-1, 1]: Abramowitz & Stegun (1964), table 25.4. */
const NODES = [0.1834346424956498, 0.525532409916329, 0.7966664774136267, 0.9602898564975363];
const WEIGHTS = [0.362683783378362, 0.3137066458778873, 0.2223810344533745, 0.1012285362903763];

/**
 * A model averaged over bins, (1/(hi-lo)) int model dE, by 8 Gauss-Legendre points a bin.
 *
 * For power laws of index 3 the error is below 1e-9 in bins no wider than hi/lo = 2.
 *
 * @param model fluxes at given energies, GeV
 * @param low lower edges, GeV
 * @param high upper edges, GeV
 */
export function binAverage(
  model: (energies_GeV: Float64Array) => Float64Array,
  low: Float64Array,
  high: Float64Array,
): Float64Array {
  const average = new Float64Array(low.length);
  for (const [k, node] of NODES.entries()) {
    for (const sign of [-1, 1]) {
      const energies = low.map(
        (lo, i) => 0.5 * (lo + (high[i] as number)) + 0.5 * sign * node * ((high[i] as number) - lo),
      );
      const flux = model(energies);
      for (let i = 0; i < average.length; i++) average[i]! += 0.5 * (WEIGHTS[k] as number) * (flux[i] as number);
    }
  }
  return average;
}
