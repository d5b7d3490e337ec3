import { describe, expect, test } from 'vitest';
import { logarithmicGrid } from '../../src/kernel/grid.ts';
import type { Halo, Propagation, PulsarSource } from '../../src/model/scenario.ts';
import { geminga, powerLawDiffusion, preset, testKernel } from '../support.ts';

const kernel = await testKernel();
const { losses } = preset('geminga');
const oneZone = powerLawDiffusion(2e28, 0.33);
const halo: Halo = {
  D0_cm2_s: 2e26,
  radius_pc: 50,
  greensFunction: 'exact',
  centre: 'emission',
  delta: null,
  edgeWidth_pc: 0,
  beginTime_kyr: 0,
  endTime_kyr: null,
};
const twoZones: Propagation = { ...oneZone, halo };
const energies = logarithmicGrid(kernel, 1, 2000, 24);

/** Pulsars as a catalogue has them: ages, distances and powers over many orders of magnitude. */
function catalogueLike(count: number, seed = 20261122, changes: Partial<PulsarSource> = {}): PulsarSource[] {
  let state = seed;
  const between = (from: number, to: number) => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return from * (to / from) ** (state / 4294967296);
  };
  return Array.from({ length: count }, () =>
    geminga({
      spectralIndex: 2,
      cutoffEnergy_GeV: 1e5,
      efficiency: 0.1,
      spinDownTimescale_kyr: 12,
      age_kyr: between(2, 1e5),
      distance_pc: between(100, 1e4),
      spinDownLuminosity_erg_s: between(1e30, 1e36),
      ...changes,
    }),
  );
}

const single = (sources: readonly PulsarSource[], propagation: Propagation, at = energies) =>
  sources.map((source) => kernel.pulsarFlux(source, propagation, losses, at));

/** Sources that take every way through the kernel. */
const oneOfEach: PulsarSource[] = [
  geminga(),
  geminga({ brakingIndex: 2.5, releaseDelay_kyr: 60 }),
  geminga({ transverseVelocity_km_s: 211 }),
  geminga({ injection: 'burst' }),
  geminga({ breakEnergy_GeV: 300, spectralIndex2: 2.4 }),
  geminga({ cutoffEnergy_GeV: null, maxEnergy_GeV: 500 }),
  geminga({ distance_pc: 30 }),
];

describe('many pulsars by one call', () => {
  test.each([
    ['one zone', oneZone, oneOfEach],
    ['two zones at rest', twoZones, oneOfEach.map((source) => ({ ...source, transverseVelocity_km_s: 0 }))],
    ['two zones left behind', twoZones, oneOfEach],
    ['two zones carried along', { ...twoZones, halo: { ...halo, centre: 'pulsar' } }, oneOfEach],
    ['a zone faster than the rest', { ...twoZones, halo: { ...halo, D0_cm2_s: 2e29 } }, oneOfEach.slice(0, 2)],
    ['the causal propagator', { ...oneZone, propagator: 'juettner' }, oneOfEach],
    ['the closed form', { ...twoZones, halo: { ...halo, greensFunction: 'tang-piran-2019' } }, oneOfEach.slice(0, 2)],
  ] as [string, Propagation, PulsarSource[]][])(
    'give the very bytes of single calls: %s',
    (_, propagation, sources) => {
      const rows = kernel.population.populationFlux(sources, propagation, losses, energies);
      expect(rows).toEqual(single(sources, propagation));
    },
  );

  test('sum up in the order of the list', () => {
    const sources = catalogueLike(150);
    const rows = single(sources, oneZone);
    const sum = energies.map((_, i) => rows.reduce((total, row) => total + (row[i] as number), 0));
    expect(kernel.population.populationTotal(sources, oneZone, losses, energies)).toEqual(sum);
  });

  test('do not depend on what was computed before', () => {
    const sources = catalogueLike(20);
    const of = (propagation: Propagation, list: readonly PulsarSource[]) =>
      kernel.population.populationFlux(list, propagation, losses, energies);
    for (const propagation of [oneZone, twoZones]) {
      const before = of(propagation, sources);
      of({ ...twoZones, halo: { ...halo, radius_pc: 80 } }, catalogueLike(5, 3, { age_kyr: 1e5 }));
      of(propagation, catalogueLike(3, 2, { age_kyr: 1e5 }));
      expect(of(propagation, sources.toReversed()).toReversed()).toEqual(before);
    }
  });

  test('take the coarser quadrature where it is asked for', () => {
    const [source] = oneOfEach as [PulsarSource];
    const options = { coarse: true };
    const [row] = kernel.population.populationFlux([source], oneZone, losses, energies, options);
    expect(row).toEqual(kernel.pulsarFlux(source, oneZone, losses, energies, options));
    expect(row).not.toEqual(kernel.pulsarFlux(source, oneZone, losses, energies));
  });

  test('are more than one call holds, and energies too', () => {
    const sources = catalogueLike(70);
    const many = logarithmicGrid(kernel, 1, 1e5, 1100);
    const rows = kernel.population.populationFlux(sources, oneZone, losses, many);
    for (const k of [0, 63, 64, 69]) {
      expect(rows[k]).toEqual(kernel.pulsarFlux(sources[k] as PulsarSource, oneZone, losses, many));
    }
  });

  test('are none', () => {
    expect(kernel.population.populationFlux([], oneZone, losses, energies)).toEqual([]);
    expect(kernel.population.populationTotal([], oneZone, losses, energies)).toEqual(new Float64Array(24));
  });
});

describe('the bound of a flux', () => {
  const few = Float64Array.of(3, 30, 300, 1000);

  test.each([
    ['one zone', oneZone, [...oneOfEach, ...catalogueLike(300)]],
    [
      'harder and softer spectra',
      oneZone,
      [0.5, 1, 1.5, 2.7].flatMap((spectralIndex) => catalogueLike(40, 5, { spectralIndex })),
    ],
    ['other braking indices', oneZone, [2, 4.5].flatMap((brakingIndex) => catalogueLike(40, 6, { brakingIndex }))],
    [
      'late release',
      oneZone,
      catalogueLike(60, 7, { releaseDelay_kyr: 1.5, cutoffEnergy_GeV: null, maxEnergy_GeV: 2e4 }),
    ],
    ['fast pulsars', powerLawDiffusion(1e27, 0.5), catalogueLike(60, 8, { transverseVelocity_km_s: 300 })],
    ['two zones', twoZones, [...oneOfEach, ...catalogueLike(100)]],
    ['a zone faster than the rest', { ...twoZones, halo: { ...halo, D0_cm2_s: 2e29 } }, oneOfEach],
  ] as [string, Propagation, PulsarSource[]][])(
    'is never below the flux, and not far above: %s',
    (_, propagation, sources) => {
      const bounds = kernel.population.fluxBounds(sources, propagation, losses, few);
      const ratios: number[] = [];
      single(sources, propagation, few).forEach((row, k) => {
        row.forEach((flux, i) => {
          const bound = bounds[k]?.[i] as number;
          expect(bound).toBeGreaterThanOrEqual(flux);
          if (flux > 1e-30 && sources[k]?.transverseVelocity_km_s === 0) ratios.push(bound / flux);
        });
      });
      // Twenty-five intervals; the widest are those towards a steep end of the spectrum.
      if (ratios.length > 0) expect(ratios.sort((a, b) => a - b)[ratios.length >> 1]).toBeLessThan(2.5);
    },
  );

  test('is infinite where none is known', () => {
    const unknown = [
      { ...oneZone, propagator: 'juettner' as const },
      { ...oneZone, solver: 'finite-volume' as const },
    ];
    for (const propagation of unknown) {
      expect(kernel.population.fluxBounds([geminga()], propagation, losses, few)).toEqual([
        new Float64Array(4).fill(Number.POSITIVE_INFINITY),
      ]);
    }
  });
});

describe('the importance cut', () => {
  const few = Float64Array.of(3, 30, 300, 1000);
  const sources = catalogueLike(400);

  test.each([1e-2, 1e-4])('drops sources that add less than %d of the others at every energy', (fraction) => {
    const { kept, keptFlux, droppedBound } = kernel.population.importanceCut(sources, oneZone, losses, few, fraction);
    expect(kept.length).toBeGreaterThan(0);
    expect(kept.length).toBeLessThan(sources.length);
    const all = kernel.population.populationTotal(sources, oneZone, losses, few);
    const own = kernel.population.populationTotal(
      kept.map((k) => sources[k] as PulsarSource),
      oneZone,
      losses,
      few,
    );
    all.forEach((flux, i) => {
      const dropped = flux - (own[i] as number);
      // 1e-12: rounding of sums in another order.
      expect((keptFlux[i] as number) / (own[i] as number)).toBeCloseTo(1, 12);
      expect(dropped).toBeLessThanOrEqual((droppedBound[i] as number) + 1e-12 * flux);
      expect(droppedBound[i]).toBeLessThanOrEqual(fraction * (keptFlux[i] as number));
    });
  });

  test('keeps all where no bound is known, and all that count where nothing may be dropped', () => {
    const list = sources.slice(0, 5);
    const causal = { ...oneZone, propagator: 'juettner' as const };
    expect(kernel.population.importanceCut(list, causal, losses, few, 0.1).kept).toEqual([0, 1, 2, 3, 4]);
    const { kept, droppedBound } = kernel.population.importanceCut(list, oneZone, losses, few, 0);
    expect(Array.from(droppedBound)).toEqual([0, 0, 0, 0]);
    expect(kept).toEqual([0, 1, 2, 3, 4]);
  });
});
