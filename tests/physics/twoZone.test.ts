import { describe, expect, test } from 'vitest';
import { haloBlock } from '../../src/model/parameters.ts';
import type { Halo, Losses, Propagation, PulsarSource } from '../../src/model/scenario.ts';
import { KILOMETRE_PER_SECOND_cm_s, KILOYEAR_s, PARSEC_cm } from '../../src/model/units.ts';
import { geminga, powerLawDiffusion, preset, testKernel, worstRelativeDifference } from '../support.ts';
import { evenEdges, integrate, logarithmicEdges, onPanels } from './quadrature.ts';

const kernel = await testKernel();
const cube = (x: number) => x * x * x;
const defaultHalo = Object.fromEntries(
  Object.entries(haloBlock).map(([key, { default: value }]) => [key, value]),
) as Halo;

/** A power law everywhere, D0 in the slow zone and outside. */
const twoZones = (D0Halo_cm2_s: number, radius_pc: number, D0_cm2_s: number, delta: number): Propagation => ({
  ...powerLawDiffusion(D0_cm2_s, delta),
  halo: { ...defaultHalo, D0_cm2_s: D0Halo_cm2_s, radius_pc },
});

const toOneGeV = 1e5 ** (1 / 3);
/** Published diffusion at 100 TeV, inside and outside of the halo (Fang, Bi, Yin, Yuan, ApJ 863, 30, 2018). */
const fangPropagation = (radius_pc: number) => twoZones(4.5e27 / toOneGeV, radius_pc, 1.8e30 / toOneGeV, 1 / 3);
const fangSource = geminga({
  transverseVelocity_km_s: 0,
  spinDownLuminosity_erg_s: 3.2e34,
  spinDownTimescale_kyr: 10,
  efficiency: 1,
  spectralIndex: 2.2,
  cutoffEnergy_GeV: 5e5,
  minEnergy_GeV: 1,
});
const hawcLosses = preset('geminga-hawc2017').losses;
const hooperLosses = preset('geminga').losses;

const oneZoneOf = (propagation: Propagation, D0_cm2_s = propagation.D0_cm2_s): Propagation => ({
  ...propagation,
  D0_cm2_s,
  halo: null,
});

describe('the limits of one zone', () => {
  const energies = Float64Array.of(1, 10, 100, 500, 1000, 3000, 3e4);
  const radii = Float64Array.of(0.001, 0.3, 10, 250, 900);
  const resting = geminga();
  const moving = geminga({ transverseVelocity_km_s: 211 });
  const burst = geminga({ injection: 'burst' });

  /** Largest relative difference where the flux is above 1e-30 of the largest: the rest arrives in no experiment. */
  function differenceOfFluxes(source: PulsarSource, two: Propagation, one: Propagation): number {
    const flux = kernel.pulsarFlux(source, two, hooperLosses, energies);
    const expected = kernel.pulsarFlux(source, one, hooperLosses, energies);
    const weighted = expected.map((value, i) => value * cube(energies[i] as number));
    const counts = weighted.map((value) => Number(value > 1e-30 * Math.max(...weighted)));
    return worstRelativeDifference(
      flux.filter((_, i) => counts[i]),
      expected.filter((_, i) => counts[i]),
    );
  }
  function differenceOfProfiles(two: Propagation, one: Propagation, at = radii): number {
    const [profile, expected] = [two, one].map((zones) =>
      kernel.pulsarProfile(resting, zones, hooperLosses, energies, at).flatMap((row) => Array.from(row)),
    ) as [number[], number[]];
    const rows = expected.map((value) => value > 1e-30 * Math.max(...expected));
    return worstRelativeDifference(profile.filter((_, i) => rows[i]), expected.filter((_, i) => rows[i]));
  }


  test('dbg', () => {
    for (const D0 of [2e26, 2e28, 3e29]) for (const radius of [20, 400]) {
      const two = twoZones(D0, radius, D0, 0.4);
      console.log('same', D0, radius, [resting, moving, burst].map((s) => differenceOfFluxes(s, two, oneZoneOf(two)).toExponential(1)).join(' '), differenceOfProfiles(two, oneZoneOf(two)));
    }
    for (const h of [2e26, 2e27, 2e29]) {
      for (const radius of [0.1, 0.02, 0.01, 0.005]) {
        const two = twoZones(h, radius, 2e28, 0.4);
        let t = '';
        try { t += [resting, moving, burst].map((s) => differenceOfFluxes(s, two, oneZoneOf(two)).toExponential(1)).join(' '); } catch (e) { t += e; }
        try { t += ' ' + differenceOfProfiles(two, oneZoneOf(two), Float64Array.of(10, 250, 900)); } catch (e) { t += e; }
        console.log('small', h, radius, t);
      }
      for (const radius of [3e3, 1e4]) {
        const two = twoZones(h, radius, 2e28, 0.4);
        console.log('large', h, radius, [resting, moving, burst].map((s) => differenceOfFluxes(s, two, oneZoneOf(two, h)).toExponential(1)).join(' '), differenceOfProfiles(two, oneZoneOf(two, h)));
      }
    }
  });
});
