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
export * from './declaration/limits.ts';
export * from './declaration/losses.ts';
export * from './declaration/parameter.ts';
export * from './declaration/population.ts';
export * from './declaration/propagation.ts';
export * from './declaration/pulsar.ts';
export * from './declaration/sun.ts';
