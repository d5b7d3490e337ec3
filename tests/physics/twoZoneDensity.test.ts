import { describe, expect, test } from 'vitest';
import type { Halo, Propagation, PulsarSource } from '../../src/model/scenario.ts';
import {
  KILOMETRE_PER_SECOND_cm_s,
  KILOYEAR_s,
  PARSEC_cm,
  SPEED_OF_LIGHT_cm_s,
  SQUARE_METRE_cm2,
} from '../../src/model/units.ts';
import { geminga, testKernel, worstRelativeDifference } from '../support.ts';
import { integrate, logarithmicEdges, onPanels } from './quadrature.ts';
import { fangPropagation, fangSource, hawcLosses, hooperLosses, oneSidedSlope, twoZones } from './slowZones.ts';

const kernel = await testKernel();
const cube = (x: number) => x * x * x;

describe('the density around a pulsar in a slow zone', () => {
  const energies = Float64Array.of(1, 10, 100, 1000, 1e4, 1e5);
  const slow = fangPropagation(50);
  const fast = twoZones(2e29, 50, 2e28, 0.33);
  const radiusOf = ({ halo }: Propagation) => halo?.radius_pc as number;
  const densityAt = (zones: Propagation, source: PulsarSource, energy: number) => (radius: number) =>
    kernel.pulsarProfile(source, zones, hawcLosses, Float64Array.of(energy), Float64Array.of(radius))[0]?.[0] as number;

  test.each([
    ['slow', slow],
    ['fast', fast],
  ])('is continuous at the edge, and so is the flow D dN/dr: %s zone', (_, zones) => {
    const edge = radiusOf(zones);
    const ratio = (zones.halo?.D0_cm2_s as number) / zones.D0_cm2_s;
    for (const energy of energies) {
      const at = densityAt(zones, fangSource, energy);
      // 1e-8 and 1e-5: the table of the Green's function is interpolated to 1e-8, and the slope takes steps of a hundredth.
      expect(Math.abs(at(edge * (1 - 1e-12)) / at(edge) - 1)).toBeLessThan(1e-8);
      const [inside, outside] = [oneSidedSlope(at, edge, -edge / 100), oneSidedSlope(at, edge, edge / 100)];
      expect(Math.abs((ratio * inside) / outside - 1), `${energy} GeV`).toBeLessThan(1e-5);
    }
  });

  test.each([
    ['slow diffusion', slow, fangSource],
    ['slow diffusion, burst', slow, { ...fangSource, injection: 'burst' as const }],
    ['fast diffusion', fast, fangSource],
  ])('adds up to the number of positrons that the energy equation alone gives: zone of %s', (_, zones, source) => {
    const edge = radiusOf(zones);
    // N ~ 1/r in the centre, so that r^2 N is smooth.
    const within = onPanels([0, 1, ...logarithmicEdges(2, edge, 8)]);
    const beyond = onPanels(logarithmicEdges(edge, 200 * edge, 12));
    const shellVolumes = (radii: Float64Array) => radii.map((r) => 4 * Math.PI * r * r * cube(PARSEC_cm));
    const sums = [within, beyond].map((rule) => {
      const volumes = shellVolumes(rule.nodes);
      return kernel
        .pulsarProfile(source, zones, hawcLosses, energies, rule.nodes)
        .map((row) =>
          row.reduce((sum, density, i) => sum + density * (volumes[i] as number) * (rule.weights[i] as number), 0),
        );
    }) as [number[], number[]];
    const total = energies.map((_, i) => (sums[0][i] as number) + (sums[1][i] as number));
    const number = kernel.pulsarNumber(source, zones, hawcLosses, energies);
    // 1e-7: both by quadrature over emission times, with points of their own.
    const left = number.map((value) => Number(value > 0));
    expect(left[0]).toBe(1);
    expect(
      worstRelativeDifference(
        total.filter((_, i) => left[i]),
        number.filter((_, i) => left[i]),
      ),
    ).toBeLessThan(1e-7);
    expect(total.every((value, i) => left[i] || value === 0)).toBe(true);
  });
});

describe('the energy of all positrons, wherever they are', () => {
  const energies = onPanels(logarithmicEdges(fangSource.minEnergy_GeV, 1e7, 48));
  const lowest = Float64Array.of(fangSource.minEnergy_GeV);
  const losses = kernel.lossRate(hawcLosses, energies.nodes).total;
  const lossAtLowest = kernel.lossRate(hawcLosses, lowest).total[0] as number;

  /** The same pulsar at another age; its power at birth stays. */
  function atAge(age_kyr: number): PulsarSource {
    const spinDown = (age: number) => (1 + age / fangSource.spinDownTimescale_kyr) ** -2;
    const luminosity = (fangSource.spinDownLuminosity_erg_s * spinDown(age_kyr)) / spinDown(fangSource.age_kyr);
    return { ...fangSource, age_kyr, spinDownLuminosity_erg_s: luminosity };
  }

  /** int E N dE in GeV, and how fast it is lost: int b N dE and what leaves through the lowest energy, GeV/s. */
  function energyAt(age_kyr: number): { energy: number; lossRate: number } {
    const source = atAge(age_kyr);
    const number = kernel.pulsarNumber(source, fangPropagation(50), hawcLosses, energies.nodes);
    const leaving = kernel.pulsarNumber(source, fangPropagation(50), hawcLosses, lowest)[0] as number;
    return {
      energy: integrate(energies, (at) => at.map((energy, i) => energy * (number[i] as number))),
      lossRate:
        integrate(energies, (at) => at.map((_, i) => (losses[i] as number) * (number[i] as number))) +
        lossAtLowest * leaving * (lowest[0] as number),
    };
  }

  test.each([1, 30, 342])('is what was injected less what was lost, %i kyr after birth', (age) => {
    const times = onPanels([0, ...logarithmicEdges(1e-4 * age, age, 8)]);
    const lost = integrate(times, (at) => at.map((time) => energyAt(time).lossRate)) * KILOYEAR_s;
    const injected = 0.5 * fangSource.efficiency * kernel.spinDown(atAge(age)).lostSinceBirth_GeV;
    const left = energyAt(age).energy;
    // 1e-5 of what was injected: the panels do not follow the kink at the energy to which the oldest positrons have cooled.
    expect(Math.abs(left + lost - injected)).toBeLessThan(1e-5 * injected);
    expect(lost).toBeGreaterThan(1e-3 * injected);
  });
});

describe('a pulsar that moves, each positron in a slow zone around its place of emission', () => {
  /**
   * N(E) = 1/b(E) int dEs Q(Es, t0) G(r_s(t0), Lambda(E, Es)): over source energies, with the Green's function itself, where the
   * kernel integrates over times of emission with a table of it.
   */
  function densityOverSourceEnergies(source: PulsarSource, zones: Propagation, energy: number): number {
    const age = source.age_kyr * KILOYEAR_s;
    const integrals = (sourceEnergies: Float64Array) =>
      kernel.lossIntegrals(hooperLosses, zones, new Float64Array(sourceEnergies.length).fill(energy), sourceEnergies);
    const lossTime = (sourceEnergy: number) => integrals(Float64Array.of(sourceEnergy)).lossTime_s[0] as number;
    let [low, high] = [energy, 1e8];
    if (lossTime(high) > age) {
      for (let i = 0; i < 200; i++) {
        const middle = Math.sqrt(low * high);
        [low, high] = lossTime(middle) < age ? [middle, high] : [low, middle];
      }
    }
    // Panels that shrink towards both ends: emission now, and emission at birth with its timescale of spin-down.
    const half = Math.sqrt(energy * high);
    const shrinking = logarithmicEdges(1e-9, 1, 60);
    const rule = onPanels([
      ...shrinking.map((part) => energy * (half / energy) ** part),
      ...shrinking
        .toReversed()
        .slice(1)
        .map((part) => high * (half / high) ** part),
    ]);
    const { lossTime_s, Lambda_cm2 } = integrals(rule.nodes);
    const { initialPower_GeV_s } = kernel.spinDown(source);
    const spectrum = (at: number) => at ** -source.spectralIndex * Math.exp(-at / (source.cutoffEnergy_GeV as number));
    const meanRule = onPanels(logarithmicEdges(source.minEnergy_GeV, 40 * (source.cutoffEnergy_GeV as number), 40));
    const mean = integrate(meanRule, (at) => at.map((x) => x * spectrum(x)));
    const { halo, D0_cm2_s } = zones as Propagation & { halo: Halo };
    const sum = integrate(rule, (sourceEnergies) =>
      sourceEnergies.map((sourceEnergy, i) => {
        const emitted = age - (lossTime_s[i] as number);
        const power =
          source.efficiency * initialPower_GeV_s * (1 + emitted / (source.spinDownTimescale_kyr * KILOYEAR_s)) ** -2;
        const travelled = source.transverseVelocity_km_s * KILOMETRE_PER_SECOND_cm_s * (age - emitted);
        const distance = Math.hypot(source.distance_pc, travelled / PARSEC_cm);
        const lambda = Float64Array.of((Lambda_cm2[i] as number) / (PARSEC_cm * PARSEC_cm));
        const green = kernel.twoZoneGreen(distance, halo.radius_pc, halo.D0_cm2_s / D0_cm2_s, lambda)[0] as number;
        return ((0.5 * power * spectrum(sourceEnergy)) / mean) * (green / cube(PARSEC_cm));
      }),
    );
    return sum / (kernel.lossRate(hooperLosses, Float64Array.of(energy)).total[0] as number);
  }

  test.each([
    ['the Earth outside of all zones', 250, 50, false],
    ['the Earth inside of all zones', 60, 300, false],
    ['the Earth inside of the recent zones only', 60, 80, true],
    ['the Earth at the edge of the last zone', 80, 80, false],
  ])('%s', (_, distance_pc, radius, crosses) => {
    const source = geminga({ distance_pc, transverseVelocity_km_s: 300, spectralIndex: 2, cutoffEnergy_GeV: 1e5 });
    const zones = twoZones(2e27, radius, 2e28, 0.4);
    const energies = Float64Array.of(3, 30, 300, 900, 3000, 3e4);
    const flux = kernel.pulsarFlux(source, zones, hooperLosses, energies);
    const expected = energies.map(
      (energy) =>
        (densityOverSourceEnergies(source, zones, energy) * SPEED_OF_LIGHT_cm_s * SQUARE_METRE_cm2) / (4 * Math.PI),
    );
    // 1e-7 for the table; where the place of emission crosses the edge of the zone its kink in time costs 6e-6.
    expect(worstRelativeDifference(flux, expected)).toBeLessThan(crosses ? 1e-5 : 1e-7);
  });
});
