import { ELECTRON_REST_ENERGY } from './constants';

/**
 * Force-field modulation factor: flux at kinetic energy T at Earth over the interstellar flux at T' = T + phi,
 *   T (T + 2 m) / [T' (T' + 2 m)].
 *
 * @param energy T [GeV]
 * @param potential phi [GV] for charge 1
 * Ref: Gleeson & Axford, ApJ 154, 1011 (1968).
 */
export function forceFieldFactor(energy: f64, potential: f64): f64 {
  const outside = energy + potential;
  return energy * (energy + 2 * ELECTRON_REST_ENERGY) / (outside * (outside + 2 * ELECTRON_REST_ENERGY));
}
