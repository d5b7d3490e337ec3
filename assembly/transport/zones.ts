/** The diffusion coefficient of solver C: D_in(E) around the pulsar, D_out(E) beyond r_b, and what lies between. */
import { UniformTable } from '../numerics/uniformTable';

/** Points of a table of D: every 1/16 of ln E over the energies that positrons are followed at. */
export const ZONE_TABLE_SIZE: i32 = 440;
const STEP: f64 = 1.0 / 16.0;
const LOWEST: f64 = 0.02;

const logInner = new UniformTable(Math.log(LOWEST), STEP, ZONE_TABLE_SIZE);
const logOuter = new UniformTable(Math.log(LOWEST), STEP, ZONE_TABLE_SIZE);

/** r_b [cm], 0 for one zone. */
export let zoneRadius: f64 = 0;
/** Width of the smooth edge [cm], 0 for a sharp one. */
export let zoneEdgeWidth: f64 = 0;
/** Times since birth between which the inner zone exists [s]. */
export let zoneBegin: f64 = 0;
export let zoneEnd: f64 = Infinity;

/** Energy of point i of the tables of D [GeV]. */
export function zoneTableEnergy(i: i32): f64 {
  return Math.exp(logInner.argument(i));
}

/**
 * Puts the diffusion coefficient in force.
 *
 * @param inner address of D_in [cm^2 s^-1] at the ZONE_TABLE_SIZE energies of the tables
 * @param outer address of D_out, likewise
 * @param radius r_b [cm], 0 for D_out everywhere
 * @param edgeWidth a: ln D passes from inside to outside as (1 + tanh[(r - r_b)/a])/2 [cm]; 0 for a sharp edge
 * @param begin time since birth at which the inner zone appears [s]; before it D_out holds everywhere
 * @param end time since birth at which it vanishes [s], Infinity for never
 */
export function setTransportZones(
  inner: usize, outer: usize, radius: f64, edgeWidth: f64, begin: f64, end: f64,
): void {
  for (let i = 0; i < ZONE_TABLE_SIZE; i++) {
    const at = <usize>i << 3;
    logOuter.values[i] = Math.log(load<f64>(outer + at));
    logInner.values[i] = radius > 0 ? Math.log(load<f64>(inner + at)) : logOuter.values[i];
  }
  zoneRadius = radius;
  zoneEdgeWidth = radius > 0 ? edgeWidth : 0;
  zoneBegin = begin;
  zoneEnd = end;
}

/** Whether the inner zone exists from a time on [s]. */
export function zoneExists(time: f64): bool {
  return zoneRadius > 0 && time >= zoneBegin && time < zoneEnd;
}

/** D_in(E) [cm^2 s^-1] at ln E; interpolation error below 1e-9. */
export function innerDiffusion(logEnergy: f64): f64 {
  return Math.exp(logInner.at(logEnergy));
}

/** D_out(E) [cm^2 s^-1] at ln E, likewise. */
export function outerDiffusion(logEnergy: f64): f64 {
  return Math.exp(logOuter.at(logEnergy));
}

/** Share of ln D_out in ln D at a radius when the edge is smooth. */
export function outerShare(radius: f64): f64 {
  return 1 / (1 + Math.exp(-2 * (radius - zoneRadius) / zoneEdgeWidth));
}
