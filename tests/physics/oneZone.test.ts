import { describe, expect, test } from 'vitest';
import { logarithmicGrid } from '../../src/kernel/grid.ts';
import type { Losses, Propagation, PulsarSource } from '../../src/model/scenario.ts';
import { ERG_GeV, KILOYEAR_s, PARSEC_cm, SPEED_OF_LIGHT_cm_s, SQUARE_METRE_cm2 } from '../../src/model/units.ts';
import { geminga, powerLawDiffusion, preset, testKernel, thomson, worstRelativeDifference } from '../support.ts';

const kernel = await testKernel();
const b0 = 1e-16;
const cube = (x: number) => x * x * x;

describe('burst in Thomson losses', () => {
  const source = geminga({ injection: 'burst', efficiency: 1, spectralIndex: 2.3, cutoffEnergy_GeV: null });
  const propagation = powerLawDiffusion(1e28, 0.5);
  const time = source.age_kyr * KILOYEAR_s;

  /** Es = E/(1 - b0 E t), lambda^2 = 4 D0/(b0 (1-delta)) (E^(delta-1) - Es^(delta-1)), no positrons above 1/(b0 t). */
  function closedForm(energy: number): number {
    if (b0 * energy * time >= 1) return 0;
    const sourceEnergy = energy / (1 - b0 * energy * time);
    const lambdaSquared = ((4 * 1e28) / (b0 * 0.5)) * (energy ** -0.5 - sourceEnergy ** -0.5);
    const growth = (1 + source.age_kyr / source.spinDownTimescale_kyr) ** 2;
    const total = source.spinDownLuminosity_erg_s * ERG_GeV * growth * source.spinDownTimescale_kyr * KILOYEAR_s;
    const perEnergy = 0.1 ** -0.3 / 0.3;
    const pairs = (total / perEnergy) * sourceEnergy ** -2.3;
    const distance = source.distance_pc * PARSEC_cm;
    const green = Math.exp((-distance * distance) / lambdaSquared) / (Math.PI * lambdaSquared) ** 1.5;
    const density = 0.5 * pairs * (sourceEnergy / energy) ** 2 * green;
    return (SPEED_OF_LIGHT_cm_s / (4 * Math.PI)) * density * SQUARE_METRE_cm2;
  }

  test('equals the closed form from 1 GeV to the end of the spectrum', () => {
    const energies = Float64Array.of(1, 3, 10, 30, 100, 300, 500, 800, 900, 920, 926);
    const flux = kernel.pulsarFlux(source, propagation, thomson(b0), energies);
    // 1e-9: the interpolation of the loss integrals; at 926 GeV the source energy is 1600 times E.
    expect(worstRelativeDifference(flux, energies.map(closedForm))).toBeLessThan(1e-9);
  });

  test('cooling removes every positron above 1/(b0 t), 926.552 GeV', () => {
    const flux = kernel.pulsarFlux(source, propagation, thomson(b0), Float64Array.of(926.5, 926.6, 2000));
    expect(flux[0]).toBeGreaterThan(0);
    expect([flux[1], flux[2]]).toEqual([0, 0]);
  });

  test('of diffusion that rises with energy as fast as losses do, in a weak field, equals what the integrals of b and D give', () => {
    // Then most of Lambda comes from energies far above those of interest, and its difference is what counts.
    const steep = powerLawDiffusion(1e28, 0.97);
    const weak = { ...preset('geminga').losses, magneticField_uG: 0.5 };
    const [energies, sourceEnergies] = [Float64Array.of(5, 100, 5000), Float64Array.of(5.0005, 100.02, 5002)];
    const { lossTime_s, Lambda_cm2 } = kernel.lossIntegrals(weak, steep, energies, sourceEnergies);
    const rates = kernel.lossRate(weak, energies).total;
    const sourceRates = kernel.lossRate(weak, sourceEnergies).total;
    const distance = source.distance_pc * PARSEC_cm;
    energies.forEach((energy, i) => {
      const age_kyr = (lossTime_s[i] as number) / KILOYEAR_s;
      const pulsar = { ...source, age_kyr, spinDownTimescale_kyr: age_kyr / 100 };
      const released = kernel.spinDown(pulsar).energy_GeV / (0.1 ** -0.3 / 0.3);
      const Lambda = Lambda_cm2[i] as number;
      const green = Math.exp((-distance * distance) / (4 * Lambda)) / (4 * Math.PI * Lambda) ** 1.5;
      const pairs =
        released * (sourceEnergies[i] as number) ** -2.3 * ((sourceRates[i] as number) / (rates[i] as number));
      const expected = (SPEED_OF_LIGHT_cm_s / (4 * Math.PI)) * 0.5 * pairs * green * SQUARE_METRE_cm2;
      const [flux] = kernel.pulsarFlux(pulsar, steep, weak, Float64Array.of(energy));
      // 1e-7: the tables. Interpolation with an error in proportion to all of Lambda up to the highest energies would leave 1e-4.
      expect(Math.abs((flux as number) / expected - 1)).toBeLessThan(1e-7);
    });
  });

  test('released later it travels and cools for the shorter time only', () => {
    const late = { ...source, releaseDelay_kyr: 300 };
    const young = { ...source, age_kyr: 42, spinDownLuminosity_erg_s: 0 as number };
    // The same energy, released 42 kyr ago: only the spin-down bookkeeping differs.
    young.spinDownLuminosity_erg_s = (source.spinDownLuminosity_erg_s * (1 + 342 / 12) ** 2) / (1 + 42 / 12) ** 2;
    const energies = Float64Array.of(10, 100, 1000);
    const one = kernel.pulsarFlux(late, propagation, thomson(b0), energies);
    const other = kernel.pulsarFlux(young, propagation, thomson(b0), energies);
    // Rounding only.
    expect(worstRelativeDifference(one, other)).toBeLessThan(1e-9);
  });
});

describe('continuous injection', () => {
  const energies = Float64Array.of(1, 10, 100, 500, 900);
  const losses = preset('geminga').losses;
  const propagation = powerLawDiffusion(2e28, 0.33);

  test('becomes the burst when the pulsar spins down at once, with an error that falls with tau0', () => {
    const differences = [0.1, 0.05].map((spinDownTimescale_kyr) => {
      const source = geminga({ spinDownTimescale_kyr, spinDownLuminosity_erg_s: 1e30 });
      const continuous = kernel.pulsarFlux(source, propagation, losses, energies.subarray(0, 3));
      const burst = kernel.pulsarFlux({ ...source, injection: 'burst' }, propagation, losses, energies.subarray(0, 3));
      return worstRelativeDifference(continuous, burst);
    });
    // The mean release time is tau0 ln(t/tau0): the difference is of that order over the age, a few permille here.
    expect(differences[0]).toBeLessThan(0.02);
    expect((differences[1] as number) / (differences[0] as number)).toBeLessThan(0.65);
  });

  test('lacks what would have come before a release delay', () => {
    const all = kernel.pulsarFlux(geminga(), propagation, losses, energies);
    const late = kernel.pulsarFlux(geminga({ releaseDelay_kyr: 60 }), propagation, losses, energies);
    const later = kernel.pulsarFlux(geminga({ releaseDelay_kyr: 120 }), propagation, losses, energies);
    energies.forEach((_, i) => {
      expect(late[i]).toBeLessThanOrEqual(all[i] as number);
      expect(later[i]).toBeLessThanOrEqual(late[i] as number);
    });
  });

  test('leaves a fresh tail where a burst has cooled away', () => {
    const tail = Float64Array.of(3000, 30000);
    expect(kernel.pulsarFlux(geminga(), propagation, losses, tail).every((flux) => flux > 0)).toBe(true);
    expect(Array.from(kernel.pulsarFlux(geminga({ injection: 'burst' }), propagation, losses, tail))).toEqual([0, 0]);
  });

  test('a broken spectrum with equal indices is the power law', () => {
    const broken = geminga({ breakEnergy_GeV: 300, spectralIndex2: geminga().spectralIndex });
    const one = kernel.pulsarFlux(broken, propagation, losses, energies);
    const other = kernel.pulsarFlux(geminga(), propagation, losses, energies);
    // The integral is cut at the break in one case only: quadrature error, 1e-8.
    expect(worstRelativeDifference(one, other)).toBeLessThan(1e-8);
  });

  test('a pulsar that moves was farther away when it emitted the oldest positrons, so low energies fall', () => {
    const moving = kernel.pulsarFlux(geminga({ transverseVelocity_km_s: 211 }), propagation, losses, energies);
    const resting = kernel.pulsarFlux(geminga(), propagation, losses, energies);
    const ratio = energies.map((_, i) => (moving[i] as number) / (resting[i] as number));
    expect(ratio.every((value) => value < 1)).toBe(true);
    expect(ratio[0]).toBeLessThan(ratio[4] as number);
  });
});

describe('published numbers', () => {
  const fluxTimesCube = (source: PulsarSource, propagation: Propagation, losses: Losses, energies: Float64Array) =>
    kernel.pulsarFlux(source, propagation, losses, energies).map((flux, i) => flux * cube(energies[i] as number));

  test('HAWC 2017 diffusion everywhere: Geminga gives less than a hundredth of the positrons (preset geminga-hawc2017)', () => {
    const { sources, propagation, losses } = preset('geminga-hawc2017');
    const energies = Float64Array.of(100, 300, 500, 700, 1000, 2000, 3000);
    // From an independent program; the value at 3 TeV from a third one, since the sharp end of the spectrum matters there.
    const golden = [6.8915e-10, 1.56057e-5, 7.0972e-4, 7.1184e-3, 7.1347e-2, 5.411e-3, 2.20056e-4];
    // 3e-5: the golden values are quoted with five digits or fewer.
    const flux = fluxTimesCube(sources[0] as PulsarSource, propagation, losses, energies);
    expect(worstRelativeDifference(flux, golden)).toBeLessThan(3e-5);
    const at100TeV = kernel.diffusionCoefficient(propagation, Float64Array.of(1e5))[0];
    expect(at100TeV).toBeCloseTo(4.506e27, -24);
  });

  test('one-zone limits of the two-zone table after Fang et al. 2018', () => {
    const source = geminga({
      spinDownLuminosity_erg_s: 3.2e34,
      spinDownTimescale_kyr: 10,
      efficiency: 1,
      spectralIndex: 2.2,
      cutoffEnergy_GeV: 5e5,
      minEnergy_GeV: 1,
    });
    const losses = preset('geminga-hawc2017').losses;
    const energies = Float64Array.of(10, 30, 100, 300, 500, 1000, 2000);
    const toOneGeV = 1e5 ** (1 / 3);
    const fast = [3.2665, 4.8789, 7.3304, 10.0317, 11.022, 10.2821, 4.5206];
    const slow = [1.87181e-25, 2.18304e-16, 1.76467e-9, 5.2288e-5, 2.52329e-3, 0.273172, 1.57588e-2];
    // 1e-4: five quoted digits.
    expect(
      worstRelativeDifference(
        fluxTimesCube(source, powerLawDiffusion(1.8e30 / toOneGeV, 1 / 3), losses, energies),
        fast,
      ),
    ).toBeLessThan(1e-4);
    expect(
      worstRelativeDifference(
        fluxTimesCube(source, powerLawDiffusion(4.5e27 / toOneGeV, 1 / 3), losses, energies),
        slow,
      ),
    ).toBeLessThan(1e-4);
  });

  test('burst of 1e50 E^-2 per GeV at 250 pc, 342 kyr ago', () => {
    const source = geminga({
      injection: 'burst',
      spectralIndex: 2,
      cutoffEnergy_GeV: null,
      maxEnergy_GeV: 1e8,
      efficiency: 1,
    });
    const released = kernel.spinDown(source).energy_GeV / (Math.log(1e8) - Math.log(0.1));
    const energies = Float64Array.of(10, 100, 500, 800);
    const flux = fluxTimesCube(source, powerLawDiffusion(1e28, 0.5), thomson(b0), energies);
    // The golden numbers count electrons and positrons, for Q = 1e50 E^-2.
    const scaled = flux.map((value) => (2 * value * 1e50) / released);
    expect(worstRelativeDifference(scaled, [1.731958, 4.004632, 5.214496, 4.40263])).toBeLessThan(1e-6);
  });
});

describe('the quadrature', () => {
  const energies = logarithmicGrid(kernel, 1, 1e5, 60);
  const losses = preset('geminga').losses;

  test.each([
    ['distance_pc', 250],
    ['cutoffEnergy_GeV', 4096],
    ['spinDownTimescale_kyr', 12],
  ] as const)('follows %s smoothly: no step where its points are placed anew', (key, value) => {
    const around = [-2, -1, 0, 1, 2].map((step) => {
      // Powers of two of the reach and the cutoff move the points; a tiny change around them must not show.
      const changed = geminga({ [key]: value * (1 + 1e-6 * step) } as Partial<PulsarSource>);
      const propagation = powerLawDiffusion((250 * PARSEC_cm) ** 2 / 4 / 2 ** 43, 0.33);
      return kernel.pulsarFlux(changed, propagation, losses, energies);
    });
    energies.forEach((_, i) => {
      const [a, b, c, d, e] = around.map((flux) => flux[i] as number) as [number, number, number, number, number];
      if (c === 0) return;
      // The third difference of a smooth function vanishes at this step; what is left is the jump of the quadrature.
      expect(Math.abs((e - 2 * d + 2 * b - a) / c)).toBeLessThan(3e-7);
    });
  });

  test('gives the same flux at an energy whatever other energies are asked for', () => {
    const together = kernel.pulsarFlux(geminga(), powerLawDiffusion(2e28, 0.33), losses, energies);
    const alone = energies.map(
      (energy) =>
        kernel.pulsarFlux(geminga(), powerLawDiffusion(2e28, 0.33), losses, Float64Array.of(energy))[0] as number,
    );
    expect(Array.from(together)).toEqual(Array.from(alone));
  });
});
