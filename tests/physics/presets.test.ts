import { describe, expect, test } from 'vitest';
import { compare } from '../../src/analysis/evaluate.ts';
import { dataset } from '../../src/data/datasets.ts';
import { prepareData } from '../../src/data/prepare.ts';
import { presets } from '../../src/model/presets/presets.ts';
import { parseScenario } from '../../src/model/readScenario.ts';
import type { PulsarSource, Scenario } from '../../src/model/scenario.ts';
import { predictSpectrum } from '../../src/predict/spectrum.ts';
import { preset, testKernel } from '../support.ts';

const ams = dataset('ams02-positrons-2019');

/** Flux of the first pulsar before the Sun over that measured in the bins with these mean energies, per cent. */
async function shareOfAms(scenario: Scenario, meanEnergies_GeV: readonly number[]): Promise<number[]> {
  const kernel = await testKernel();
  const bins = meanEnergies_GeV.map((energy) => ams.meanEnergy_GeV.indexOf(energy));
  const energies = Float64Array.from(meanEnergies_GeV);
  const flux = kernel.pulsarFlux(scenario.sources[0] as PulsarSource, scenario.propagation, scenario.losses, energies);
  return bins.map((bin, i) => (100 * (flux[i] as number)) / (ams.flux[bin] as number));
}

const BINS_GeV = [102.6, 326.8, 832.3];

describe('presets', () => {
  test('are scenarios that read back unchanged, each under its own name', () => {
    // As text, since files and reports keep the order of the keys.
    for (const { scenario } of presets) {
      expect(JSON.stringify(parseScenario(structuredClone(scenario)))).toBe(JSON.stringify(scenario));
    }
    expect(new Set(presets.map(({ id }) => id)).size).toBe(presets.length);
    expect(new Set(presets.map(({ scenario }) => scenario.name)).size).toBe(presets.length);
  });

  test('Geminga makes at most a fifth of the positrons with the spectrum after Di Mauro et al. 2019', async () => {
    const shares = await shareOfAms(preset('di-mauro-2019'), BINS_GeV);
    // The published numbers are rounded to two digits, and so is the efficiency behind them.
    [4.4, 8.6, 20].forEach((published, i) => {
      expect(Math.abs((shares[i] as number) / published - 1)).toBeLessThan(0.015);
    });
  });

  test('with a softer spectrum the same gamma rays allow three quarters: the claim hangs on the spectrum', async () => {
    const shares = await shareOfAms(preset('di-mauro-2019-soft'), BINS_GeV);
    // An efficiency of 0.33 stands for 0.325 to 0.335.
    [35, 50, 78].forEach((published, i) => {
      expect(Math.abs((shares[i] as number) / published - 1)).toBeLessThan(0.025);
    });
  });

  test('with the halo’s diffusion everywhere next to nothing arrives', async () => {
    const shares = await shareOfAms(preset('di-mauro-2019-one-zone'), BINS_GeV);
    // The claim gives orders of magnitude: 1e-9 and 0.2 per cent.
    expect(shares[0]).toBeGreaterThan(3e-10);
    expect(shares[0]).toBeLessThan(3e-9);
    expect(Math.abs((shares[2] as number) / 0.2 - 1)).toBeLessThan(0.1);
  });

  test('the radius of the slow zone acts as in the table after Fang et al. 2018', async () => {
    const kernel = await testKernel();
    const { sources, propagation, losses } = preset('fang-2018');
    const source = { ...(sources[0] as PulsarSource), efficiency: 1 };
    const energies = Float64Array.of(10, 30, 100, 300, 500, 1000, 2000);
    // E^3 Phi with exact losses, two independent codes; GeV^2 m^-2 s^-1 sr^-1.
    const table: readonly (readonly [number, readonly number[]])[] = [
      [30, [6.7015, 10.6469, 13.5711, 14.8324, 14.8783, 12.4874, 4.8299]],
      [50, [2.7107, 9.221, 21.4926, 31.0967, 31.2113, 21.7164, 5.0892]],
      [70, [0.308, 2.7034, 13.3717, 32.9092, 41.1443, 36.6087, 4.4694]],
    ];
    for (const [radius_pc, expected] of table) {
      const halo = { ...propagation.halo, radius_pc } as NonNullable<typeof propagation.halo>;
      const flux = kernel.pulsarFlux(source, { ...propagation, halo }, losses, energies);
      expected.forEach((value, i) => {
        const energy = energies[i] as number;
        // The table's own accuracy.
        expect(
          Math.abs((energy ** 3 * (flux[i] as number)) / value - 1),
          `${radius_pc} pc, ${energy} GeV`,
        ).toBeLessThan(1.5e-4);
      });
    }
  });

  test('HAWC’s slow diffusion everywhere leaves Geminga below a hundredth of what AMS-02 measures', async () => {
    const shares = await shareOfAms(preset('geminga-hawc2017'), BINS_GeV);
    expect(Math.max(...shares)).toBeLessThan(1);
    const kernel = await testKernel();
    const { sources, propagation, losses } = preset('geminga-hawc2017');
    const energies = Float64Array.of(100, 300, 500, 700, 1000, 2000);
    const flux = kernel.pulsarFlux(sources[0] as PulsarSource, propagation, losses, energies);
    [6.8915e-10, 1.56057e-5, 7.0972e-4, 7.1184e-3, 7.1347e-2, 5.411e-3].forEach((value, i) => {
      // Five digits of the table of an independent code.
      expect(Math.abs(((energies[i] as number) ** 3 * (flux[i] as number)) / value - 1)).toBeLessThan(1e-4);
    });
  });

  test('with the halo that Fermi-LAT found, 1 % efficiency and 100 pc, Geminga stays below a fifth everywhere', async () => {
    const scenario = preset('di-mauro-2019');
    const [source] = scenario.sources as [PulsarSource];
    const halo = { ...scenario.propagation.halo, D0_cm2_s: 2.37e26, radius_pc: 100 } as NonNullable<
      typeof scenario.propagation.halo
    >;
    // D(100 GeV) = 1.1e27 cm^2/s with the slope 1/3.
    const shares = await shareOfAms(
      {
        ...scenario,
        sources: [{ ...source, efficiency: 0.01 }],
        propagation: { ...scenario.propagation, halo },
      },
      Array.from(ams.meanEnergy_GeV).filter((energy) => energy > 10),
    );
    expect(Math.max(...shares)).toBeLessThan(20);
  });

  test('a pocket of 30 pc with an index of 2.17 gives a flat E³Φ between 50 and 500 GeV, after Fang et al. 2024', async () => {
    const kernel = await testKernel();
    const { sources, propagation, losses } = preset('fang-2018');
    const source = { ...(sources[0] as PulsarSource), efficiency: 1, spectralIndex: 2.17 };
    const halo = { ...propagation.halo, radius_pc: 30 } as NonNullable<typeof propagation.halo>;
    const energies = Float64Array.of(100, 200, 300, 500, 50);
    const flux = kernel.pulsarFlux(source, { ...propagation, halo }, losses, energies);
    const cubed = flux.map((value, i) => (energies[i] as number) ** 3 * value);
    // Computed with losses by a fit that is good to 1.4 %.
    [13.84, 15.14, 15.73, 16.08].forEach((value, i) => {
      expect(Math.abs((cubed[i] as number) / value - 1)).toBeLessThan(0.02);
    });
    expect(Math.max(...cubed) / Math.min(...cubed)).toBeLessThan(1.4);
  });

  test('with halos around all of them a tenth of the catalogue’s energy gives the positrons of AMS-02, after Manconi et al. 2020', async () => {
    const scenario = preset('manconi-2020');
    await prepareData(scenario);
    const kernel = await testKernel();
    const energies = Float64Array.of(102.6);
    const { total } = predictSpectrum(kernel, scenario, energies);
    const measured = ams.flux[ams.meanEnergy_GeV.indexOf(102.6)] as number;
    // "At the level of": the paper's band is a decade wide.
    expect(Math.abs((total[0] as number) / measured - 1)).toBeLessThan(0.3);
  });

  test('without halos the catalogue’s pulsars and computed secondaries describe the data with the diffusion of nuclei', async () => {
    const scenario = preset('evoli-2021');
    await prepareData(scenario);
    const { goodness } = compare(await testKernel(), scenario, undefined, {});
    // The preset's values are rounded from a fit with chi2 = 65 for 47 degrees of freedom.
    expect(goodness.chi2).toBeLessThan(80);
  });
});
