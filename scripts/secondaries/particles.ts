/** Nuclei of cosmic rays and the pion, in GeV. */

/** A nucleus as projectile. */
export interface Nucleus {
  readonly restEnergy_GeV: number;
  readonly charge: number;
  readonly nucleons: number;
}

/** CODATA 2018. */
export const PROTON: Nucleus = { restEnergy_GeV: 0.93827208816, charge: 1, nucleons: 1 };
/** CODATA 2018, the alpha particle; the few helium-3 nuclei are counted as helium-4. */
export const HELIUM: Nucleus = { restEnergy_GeV: 3.7273794066, charge: 2, nucleons: 4 };
/** Charged pion (Particle Data Group). */
export const PION_REST_ENERGY_GeV = 0.13957039;
/** Highest energy of the positron in the rest frame of the pion, half of its rest energy (electron neglected). */
export const POSITRON_END_GeV = PION_REST_ENERGY_GeV / 2;

/** Kinetic energy per nucleon at which two free nucleons at rest and in flight can make a pion: 2 m_pi + m_pi^2 / (2 m). */
export const PION_THRESHOLD_GeV =
  2 * PION_REST_ENERGY_GeV + (PION_REST_ENERGY_GeV * PION_REST_ENERGY_GeV) / (2 * PROTON.restEnergy_GeV);

/**
 * Highest energy of a positron from pions that one nucleon makes on a nucleon at rest.
 *
 * The fastest pion recoils against both nucleons together and goes forward; its positron keeps its direction.
 *
 * @param kinetic_GeV kinetic energy per nucleon, at least the threshold
 */
export function highestPositronEnergy_GeV(kinetic_GeV: number): number {
  const nucleon = PROTON.restEnergy_GeV;
  const pion = PION_REST_ENERGY_GeV;
  const invariant = 2 * nucleon * (kinetic_GeV + 2 * nucleon);
  const centre = Math.sqrt(invariant);
  const energy = (invariant - 4 * nucleon * nucleon + pion * pion) / (2 * centre);
  const momentum = Math.sqrt(Math.max(energy * energy - pion * pion, 0));
  const lorentz = (kinetic_GeV + 2 * nucleon) / centre;
  const inLaboratory = lorentz * energy + Math.sqrt(lorentz * lorentz - 1) * momentum;
  return POSITRON_END_GeV * ((inLaboratory + Math.sqrt(inLaboratory * inLaboratory - pion * pion)) / pion);
}
