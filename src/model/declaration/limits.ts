/** Ranges of energies that belong to no single parameter. */

/** Energies that take part in a fit. */
export const ENERGY_RANGE_LIMITS_GeV = [0, 1e6] as const;

/** Energies at which a flux can be asked for, above the atmosphere and inside the Galaxy. */
export const FLUX_ENERGY_LIMITS_GeV = [0.05, 1e7] as const;
