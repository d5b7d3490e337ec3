import { describe, expect, test } from 'vitest';
import type { Halo } from '../../src/model/scenario.ts';
import { geminga, powerLawDiffusion, preset, testKernel, worstRelativeDifference } from '../support.ts';

const kernel = await testKernel();
const { losses } = preset('geminga');
const cube = (x: number) => x * x * x;

const halo = (changes: Partial<Halo>): Halo => ({
  D0_cm2_s: 1e26,
  radius_pc: 50,
  greensFunction: 'exact',
  centre: 'emission',
  delta: null,
  edgeWidth_pc: 0,
  beginTime_kyr: 0,
  endTime_kyr: null,
  ...changes,
});

describe('the Jüttner propagator', () => {
  test('is the Gaussian where diffusion is slower than light: Geminga today, 10 to 1000 GeV', () => {
    const energies = Float64Array.of(10, 100, 300, 1000);
    const gaussian = kernel.pulsarFlux(geminga(), powerLawDiffusion(2e28, 0.33), losses, energies);
    const causal = { ...powerLawDiffusion(2e28, 0.33), propagator: 'juettner' as const };
    const juettner = kernel.pulsarFlux(geminga(), causal, losses, energies);
    // The next order of the expansion is D/(c^2 t), 1e-4 at most here.
    expect(worstRelativeDifference(juettner, gaussian)).toBeLessThan(1e-4);
    expect(worstRelativeDifference(juettner, gaussian)).toBeGreaterThan(1e-7);
  });

  test('lets nothing arrive from a burst that is farther than light has come', () => {
    const burst = geminga({ injection: 'burst', age_kyr: 0.5, distance_pc: 160, cutoffEnergy_GeV: 1e6 });
    const energies = Float64Array.of(1e3, 1e4);
    const fast = powerLawDiffusion(1e31, 0.33);
    expect(kernel.pulsarFlux(burst, fast, losses, energies).every((flux) => flux > 0)).toBe(true);
    const causal = kernel.pulsarFlux(burst, { ...fast, propagator: 'juettner' }, losses, energies);
    // 0.5 kyr of light are 153 pc.
    expect(Array.from(causal)).toEqual([0, 0]);
    const near = { ...burst, distance_pc: 140 };
    const reached = kernel.pulsarFlux(near, { ...fast, propagator: 'juettner' }, losses, energies);
    expect(reached.every((flux) => flux > 0)).toBe(true);
  });
});

describe('the closed form of Tang & Piran', () => {
  const source = geminga({
    spinDownLuminosity_erg_s: 3.2e34,
    spinDownTimescale_kyr: 10,
    efficiency: 1,
    spectralIndex: 2.2,
    cutoffEnergy_GeV: 5e5,
    minEnergy_GeV: 1,
  });
  const toOneGeV = 1e5 ** (1 / 3);
  const inHalo = (changes: Partial<Halo>) => ({
    ...powerLawDiffusion(1.8e30 / toOneGeV, 1 / 3),
    halo: halo({ D0_cm2_s: 4.5e27 / toOneGeV, ...changes }),
  });
  const hawc = preset('geminga-hawc2017').losses;
  const energies = Float64Array.of(10, 30, 100, 300, 500, 1000, 2000);

  test('gives the fluxes of an independent program with the same form, halo of 50 pc', () => {
    const flux = kernel.pulsarFlux(source, inHalo({ greensFunction: 'tang-piran-2019' }), hawc, energies);
    const golden = [6.548, 18.51, 37.81, 57.52, 63.54, 55.62, 10.37];
    // 0.4 %: the table was made with a fit to the losses.
    expect(
      worstRelativeDifference(
        flux.map((value, i) => value * cube(energies[i] as number)),
        golden,
      ),
    ).toBeLessThan(4e-3);
  });

  test('overestimates the flux of such a halo by 1.7 to 2.6', () => {
    const exact = kernel.pulsarFlux(source, inHalo({}), hawc, energies);
    const closed = kernel.pulsarFlux(source, inHalo({ greensFunction: 'tang-piran-2019' }), hawc, energies);
    const ratios = closed.map((value, i) => value / (exact[i] as number)).subarray(0, 6);
    expect(Math.min(...ratios)).toBeGreaterThan(1.7);
    expect(Math.max(...ratios)).toBeLessThan(2.6);
  });

  test('is exact where both zones are the same', () => {
    const same = powerLawDiffusion(2e28, 0.33);
    const closed = { ...same, halo: halo({ D0_cm2_s: 2e28, greensFunction: 'tang-piran-2019' }) };
    const one = kernel.pulsarFlux(source, same, losses, energies);
    expect(worstRelativeDifference(kernel.pulsarFlux(source, closed, losses, energies), one)).toBeLessThan(1e-10);
  });
});

describe('a moving pulsar in a halo', () => {
  const moving = geminga({ transverseVelocity_km_s: 211 });
  const energies = Float64Array.of(10, 100, 1000);
  const inHalo = (centre: Halo['centre']) => ({ ...powerLawDiffusion(3.86e28, 1 / 3), halo: halo({ centre }) });

  test('that carries its halo along is one at rest', () => {
    const carried = kernel.pulsarFlux(moving, inHalo('pulsar'), losses, energies);
    expect(Array.from(carried)).toEqual(Array.from(kernel.pulsarFlux(geminga(), inHalo('pulsar'), losses, energies)));
  });

  test('whose halo stays where each positron was emitted gives less, since it was farther away', () => {
    const emitted = kernel.pulsarFlux(moving, inHalo('emission'), losses, energies);
    const carried = kernel.pulsarFlux(moving, inHalo('pulsar'), losses, energies);
    expect(emitted.every((flux, i) => flux < (carried[i] as number) && flux > 0.9 * (carried[i] as number))).toBe(true);
  });

  test('reads the same from the table as from an integral for every moment', () => {
    // A halo that the pulsar left on its way needs the integrals; a hair smaller one does not.
    const near = { ...moving, distance_pc: 60 };
    const at = (radius_pc: number) => ({ ...powerLawDiffusion(3.86e28, 1 / 3), halo: halo({ radius_pc }) });
    const table = kernel.pulsarFlux(near, at(60 * (1 - 1e-9)), losses, energies);
    const integrals = kernel.pulsarFlux(near, at(60 * (1 + 1e-9)), losses, energies);
    // 1e-6: the change of the radius itself, and the table.
    expect(worstRelativeDifference(table, integrals)).toBeLessThan(1e-6);
  });
});

describe('a small zone of faster diffusion', () => {
  test.each([1e3, 1e5])('%d times faster does what a ball of sources of its size would do', (ratio) => {
    const energies = Float64Array.of(10, 100, 1000);
    const one = kernel.pulsarFlux(geminga(), powerLawDiffusion(1e26, 0.33), losses, energies);
    const gains = [1, 0.01].map((radius_pc) => {
      const fast = { ...powerLawDiffusion(1e26, 0.33), halo: halo({ D0_cm2_s: 1e26 * ratio, radius_pc }) };
      return kernel.pulsarFlux(geminga(), fast, losses, energies).map((flux, i) => flux / (one[i] as number) - 1);
    }) as [Float64Array, Float64Array];
    energies.forEach((_, i) => {
      const [large, small] = [gains[0][i] as number, gains[1][i] as number];
      expect(large).toBeGreaterThan(0);
      // Averaged over the ball the flux gains r_b^2/10 times its Laplacian, and the next order is a per cent of that.
      expect(large / small / 1e4).toBeCloseTo(1, 1);
    });
  });
});
