/**
 * THE declaration: every parameter of a scenario, once.
 *
 * Types, strict reading, JSON Schema, sliders, command-line help, fit limits and export headers derive from it. A key
 * carries its unit (`distance_pc`); a block is one object of the scenario file.
 */
export * from './declaration/ams02FitFunction.ts';
export * from './declaration/background.ts';
export * from './declaration/darkMatter.ts';
export * from './declaration/electrons.ts';
export * from './declaration/fit.ts';
export * from './declaration/losses.ts';
export * from './declaration/parameter.ts';
export * from './declaration/population.ts';
export * from './declaration/propagation.ts';
export * from './declaration/pulsar.ts';
export * from './declaration/sun.ts';

/** Energies that take part in a fit. */
export const ENERGY_RANGE_LIMITS_GeV = [0, 1e6] as const;

/** Energies at which a flux can be asked for, above the atmosphere and inside the Galaxy. */
export const FLUX_ENERGY_LIMITS_GeV = [0.05, 1e7] as const;
