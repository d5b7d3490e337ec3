// The shape of D in force; D0 multiplies it where it is used, so that tables survive a change of D0.
let slope: f64 = 0;
let referenceEnergy: f64 = 0;
let breakEnergy: f64 = 0;
let slopeAboveBreak: f64 = 0;

/** Sharpness of the break, s. */
const BREAK_SMOOTHNESS: f64 = 0.1;

/**
 * Puts a shape of the diffusion coefficient in force.
 *
 * @param delta slope of D with energy
 * @param reference E_0 [GeV] of the form (1 + E/E_0)^delta; 0 for the power law
 * @param breakAt E_b [GeV]; 0 for none
 * @param deltaAbove slope far above the break
 */
export function setDiffusionShape(delta: f64, reference: f64, breakAt: f64, deltaAbove: f64): void {
  slope = delta;
  referenceEnergy = reference;
  breakEnergy = breakAt;
  slopeAboveBreak = deltaAbove;
}

/**
 * Shape of the diffusion coefficient, D(E) / D0: one of
 *   (E/GeV)^delta,   (E/GeV)^delta [1 + (E/E_b)^(Delta/s)]^(-s),   (1 + E/E_0)^delta,
 * Delta = delta - deltaAboveBreak, s = 0.1.
 *
 * @param energy E [GeV], > 0
 * @returns D / D0 [1]
 * Ref: Evoli, Amato, Blasi, Aloisio, PRD 103, 083010 (2021) (break); Abeysekara et al. (HAWC), Science 358, 911
 * (2017), as run in the code EDGE (third form).
 */
export function diffusionShape(energy: f64): f64 {
  if (referenceEnergy > 0) return Math.exp(slope * Math.log1p(energy / referenceEnergy));
  const powerLaw = Math.exp(slope * Math.log(energy));
  if (breakEnergy == 0) return powerLaw;
  const steepening = (slope - slopeAboveBreak) / BREAK_SMOOTHNESS;
  const ratio = Math.exp(steepening * Math.log(energy / breakEnergy));
  return powerLaw * Math.exp(-BREAK_SMOOTHNESS * Math.log1p(ratio));
}
