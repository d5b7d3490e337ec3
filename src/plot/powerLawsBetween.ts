/**
 * A spectrum between its energies as power laws, for a picture; straight lines where an end is not positive.
 *
 * @param energies_GeV rising
 * @param values one per energy
 * @param at_GeV where the values are wanted
 * @returns not a number outside the first and the last energy
 */
export function powerLawsBetween(energies_GeV: Float64Array, values: Float64Array, at_GeV: Float64Array): Float64Array {
  return at_GeV.map((energy) => {
    const after = energies_GeV.findIndex((other) => other >= energy);
    const upper = values[after] ?? Number.NaN;
    const high = energies_GeV[after] ?? Number.NaN;
    if (high === energy) return upper;
    const low = energies_GeV[after - 1] ?? Number.NaN;
    const lower = values[after - 1] ?? Number.NaN;
    if (!(lower > 0 && upper > 0)) return lower + ((upper - lower) * (energy - low)) / (high - low);
    return lower * (upper / lower) ** (Math.log(energy / low) / Math.log(high / low));
  });
}
