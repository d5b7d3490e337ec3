import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { logarithmicGrid } from '../../src/kernel/grid.ts';
import type { Losses, Propagation, PulsarSource } from '../../src/model/scenario.ts';
import { geminga, powerLawDiffusion, preset, testKernel } from '../support.ts';
import oneZone from './reference/flux-onezone.json' with { type: 'json' };

const kernel = await testKernel();
const energies = logarithmicGrid(kernel, 0.1, 1e6, 60);
const cube = (energy: number) => energy * energy * energy;

/** Logarithmically even between two positive numbers. */
const decades = (from: number, to: number) =>
  fc.double({ min: 0, max: 1, noNaN: true }).map((part) => from * (to / from) ** part);
const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });

const anyPulsar = fc
  .record({
    spectralIndex: between(1, 3),
    cutoffEnergy_GeV: decades(300, 1e7),
    distance_pc: decades(50, 5000),
    age_kyr: decades(1, 1e4),
    spinDownTimescale_kyr: decades(0.1, 100),
    brakingIndex: between(2, 5),
    transverseVelocity_km_s: fc.constantFrom(0, 100),
    breakEnergy_GeV: fc.option(decades(10, 1e4), { freq: 2 }),
    maxEnergy_GeV: fc.option(decades(1e3, 1e6), { freq: 4 }),
    delayed: fc.constantFrom(0, 0, 0.3, 0.8),
  })
  .map(({ delayed, ...values }) =>
    geminga({
      ...values,
      spectralIndex2: values.breakEnergy_GeV === null ? null : values.spectralIndex + 0.5,
      releaseDelay_kyr: delayed * values.age_kyr,
    }),
  );
const anyMedium = fc.record({ D0: decades(1e26, 1e30), delta: between(0, 1), field: decades(0.3, 30) });

/** Largest relative error estimate within 1e-6 of the largest E^3-weighted flux. */
function worstEstimate(source: PulsarSource, propagation: Propagation, losses: Losses): number {
  const flux = kernel.pulsarFlux(source, propagation, losses, energies);
  const error = kernel.pulsarFluxError(source, propagation, losses, energies, flux);
  const weighted = flux.map((value, i) => value * cube(energies[i] as number));
  const floor = 1e-6 * Math.max(...weighted);
  return Math.max(0, ...error.map((value, i) => ((weighted[i] as number) > floor ? value / (flux[i] as number) : 0)));
}

describe('the estimate of the numerical error', () => {
  test.each(oneZone.cases.map((one) => [one.id, one] as const))('bounds the true error of %s', (_, one) => {
    const { parameters } = one as unknown as { parameters: Record<string, number | string> };
    const source = geminga({ ...(parameters as Partial<PulsarSource>) });
    const propagation = powerLawDiffusion(parameters['D0_cm2_s'] as number, parameters['delta'] as number);
    const thomson = parameters['losses'] === 'thomson';
    const losses: Losses = {
      model: thomson ? 'thomson' : 'klein-nishina',
      b0_GeV_s: thomson ? (parameters['b0_GeV_s'] as number) : null,
      magneticField_uG: thomson ? null : (parameters['magneticField_uG'] as number),
      radiationField: thomson ? null : (parameters['radiationField'] as 'hooper2017'),
      radiationComponents: null,
    };
    const at = Float64Array.from(one.energies_GeV);
    const flux = kernel.pulsarFlux(source, propagation, losses, at);
    const error = kernel.pulsarFluxError(source, propagation, losses, at, flux);
    // Values below 1e-38 have lost digits to the floor of the table.
    const excess = one.values.map((value, i) =>
      value > 1e-38 ? Math.abs((flux[i] as number) - value) - (error[i] as number) : 0,
    );
    expect(Math.max(...excess)).toBeLessThanOrEqual(0);
  });

  test('stays below 1e-4 for pulsars of the Galaxy', () => {
    fc.assert(
      fc.property(anyPulsar, anyMedium, (source, { D0, delta, field }) => {
        const losses = { ...preset('geminga').losses, magneticField_uG: field };
        // The accuracy that is promised; the estimate is that of the coarser rule, the worst being fast pulsars in slow diffusion.
        expect(worstEstimate(source, powerLawDiffusion(D0, delta), losses)).toBeLessThan(1e-4);
      }),
      { numRuns: 150, seed: 20261122 },
    );
  });
});
