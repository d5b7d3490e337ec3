/** Abscissae and weights of the 8-point Gauss-Legendre rule on [-1, 1]: Abramowitz & Stegun (1964), table 25.4. */
const NODES = [0.1834346424956498, 0.525532409916329, 0.7966664774136267, 0.9602898564975363];
const WEIGHTS = [0.362683783378362, 0.3137066458778873, 0.2223810344533745, 0.1012285362903763];

/**
 * Models averaged over bins, (1/(hi-lo)) int model dE, by 8 Gauss-Legendre points a bin.
 *
 * For power laws of index 3 the error is below 1e-9 in bins no wider than hi/lo = 2.
 *
 * @param models fluxes at given energies, GeV: a row per model, always as many
 * @param low lower edges, GeV
 * @param high upper edges, GeV
 */
export function binAverages(
  models: (energies_GeV: Float64Array) => readonly Float64Array[],
  low: Float64Array,
  high: Float64Array,
): Float64Array[] {
  let averages: Float64Array[] = [];
  for (const [k, node] of NODES.entries()) {
    for (const sign of [-1, 1]) {
      const energies = low.map(
        (lo, i) => 0.5 * (lo + (high[i] as number)) + 0.5 * sign * node * ((high[i] as number) - lo),
      );
      const rows = models(energies);
      if (averages.length === 0) averages = rows.map(() => new Float64Array(low.length));
      for (const [row, average] of averages.entries()) {
        const flux = rows[row] as Float64Array;
        for (let i = 0; i < average.length; i++) average[i]! += 0.5 * (WEIGHTS[k] as number) * (flux[i] as number);
      }
    }
  }
  return averages;
}

/** One model averaged over bins, as `binAverages`. */
export function binAverage(
  model: (energies_GeV: Float64Array) => Float64Array,
  low: Float64Array,
  high: Float64Array,
): Float64Array {
  return binAverages((energies) => [model(energies)], low, high)[0] as Float64Array;
}
