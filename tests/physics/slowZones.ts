/** Slow zones that several checks share, Geminga in them, and slopes at their edge. */
import { haloBlock } from '../../src/model/parameters.ts';
import type { Halo, Propagation } from '../../src/model/scenario.ts';
import { geminga, powerLawDiffusion, preset } from '../support.ts';

const defaultHalo = Object.fromEntries(
  Object.entries(haloBlock).map(([key, { default: value }]) => [key, value]),
) as Halo;

/** A power law everywhere, D0 in the slow zone and outside. */
export const twoZones = (D0Halo_cm2_s: number, radius_pc: number, D0_cm2_s: number, delta: number): Propagation => ({
  ...powerLawDiffusion(D0_cm2_s, delta),
  halo: { ...defaultHalo, D0_cm2_s: D0Halo_cm2_s, radius_pc },
});

const toOneGeV = 1e5 ** (1 / 3);
/** Published diffusion at 100 TeV, inside and outside of the halo (Fang, Bi, Yin, Yuan, ApJ 863, 30, 2018). */
export const fangPropagation = (radius_pc: number) => twoZones(4.5e27 / toOneGeV, radius_pc, 1.8e30 / toOneGeV, 1 / 3);
export const fangSource = geminga({
  transverseVelocity_km_s: 0,
  spinDownLuminosity_erg_s: 3.2e34,
  spinDownTimescale_kyr: 10,
  efficiency: 1,
  spectralIndex: 2.2,
  cutoffEnergy_GeV: 5e5,
  minEnergy_GeV: 1,
});
export const hawcLosses = preset('geminga-hawc2017').losses;
export const hooperLosses = preset('geminga').losses;

/** df/dr from values on one side only, error of fifth order in the step; at the edge itself, from that side. */
export function oneSidedSlope(f: (r: number) => number, at: number, step: number): number {
  const weights = [-137 / 60, 5, -5, 10 / 3, -5 / 4, 1 / 5];
  return weights.reduce((sum, weight, i) => sum + weight * f(i === 0 ? at + 1e-12 * step : at + i * step), 0) / step;
}
