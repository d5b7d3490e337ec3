import { beforeAll, describe, expect, test } from 'vitest';
import { dataset, loadDatasets } from '../../src/data/datasets.ts';
import type { Dataset } from '../../src/data/datasetTypes.ts';
import { measuredElectrons, predictObservable } from '../../src/predict/observables.ts';
import { predictSpectrum } from '../../src/predict/spectrum.ts';
import type { PredictedSpectrum } from '../../src/predict/spectrumTypes.ts';
import { preset, testKernel } from '../support.ts';

beforeAll(loadDatasets);
const kernel = await testKernel();
const published = preset('ams02-fit-function');

const error = ({ statError, systError }: Dataset, i: number) =>
  Math.hypot(statError[i] as number, systError[i] as number);

/** Smallest and largest of measured over predicted, where there is a prediction. */
function extremes(table: Dataset, predicted: Float64Array, covered: readonly boolean[]): [number, number] {
  const ratios = Array.from(table.flux, (value, i) => value / (predicted[i] as number)).filter((_, i) => covered[i]);
  return [Math.min(...ratios), Math.max(...ratios)];
}

describe('positron fraction and electrons with positrons, electrons as AMS-02 measured them', () => {
  test('of the measured positrons are the other tables of AMS-02 to 2 % and 4 %', () => {
    const measured = dataset('ams02-positrons-2021');
    const positrons = (energies_GeV: Float64Array): PredictedSpectrum => ({
      energies_GeV,
      // The table of all electrons has two bins more; they come after those of the positrons.
      total: Float64Array.from(energies_GeV, (_, i) => measured.flux[i] ?? 0),
      components: [],
      relativeError: null,
    });
    const compared = (id: 'ams02-fraction-2019' | 'ams02-all-electrons-2021') => {
      const table = dataset(id);
      const energies = table.meanEnergy_GeV.slice(0, measured.flux.length);
      const { total, covered } = predictObservable(kernel, published, table.quantity, energies, {
        positrons: positrons(energies),
      });
      return extremes({ ...table, flux: table.flux.slice(0, energies.length) }, total, covered);
    };
    // Quotients of the tables, formed by another program, to the digits that it printed.
    const [lowFraction, highFraction] = compared('ams02-fraction-2019');
    expect(lowFraction).toBeCloseTo(0.98, 3);
    expect(highFraction).toBeCloseTo(1.008, 3);
    const [lowSum, highSum] = compared('ams02-all-electrons-2021');
    expect(lowSum).toBeCloseTo(0.956, 3);
    expect(highSum).toBeCloseTo(1.036, 3);
  });

  test('of the positrons that AMS-02 fitted agree with its fraction within the errors of both measurements', () => {
    const table = dataset('ams02-fraction-2019');
    const flux = dataset('ams02-positrons-2021');
    const { total, covered } = predictObservable(kernel, published, 'positron-fraction', table.meanEnergy_GeV);
    expect(covered.every(Boolean)).toBe(true);
    let chi2 = 0;
    for (const [i, predicted] of total.entries()) {
      const ofPositrons = (predicted * (1 - predicted) * error(flux, i)) / (flux.flux[i] as number);
      const pull = ((table.flux[i] as number) - predicted) / Math.hypot(error(table, i), ofPositrons);
      expect(Math.abs(pull)).toBeLessThan(3);
      chi2 += pull * pull;
    }
    expect(chi2).toBeLessThan(74);
  });

  test('of the positrons that AMS-02 fitted agree with its electrons and positrons together within two errors', () => {
    const table = dataset('ams02-all-electrons-2021');
    const { total, covered } = predictObservable(kernel, published, 'all-electron-flux', table.meanEnergy_GeV);
    // 75 independent points have one beyond 2.5 sigma; systematic errors, mostly shared, make it less.
    for (const [i, value] of table.flux.entries()) {
      if (covered[i]) expect(Math.abs(value - (total[i] as number)) / error(table, i)).toBeLessThan(2);
    }
  });

  test('end where the measured electrons end, with numbers everywhere', () => {
    const energies = Float64Array.of(0.5, 0.5685, 10, 1178, 1179, 3000);
    const inside = [false, true, true, true, false, false];
    for (const quantity of ['positron-fraction', 'all-electron-flux', 'electron-flux'] as const) {
      const { total, covered, components } = predictObservable(kernel, published, quantity, energies);
      expect(covered).toEqual(inside);
      expect([...total].map((value) => value > 0)).toEqual(inside);
      expect(components.every(({ flux }) => flux.every((value, i) => value > 0 === inside[i]))).toBe(true);
    }
    expect(measuredElectrons(kernel, published, energies).flux[1]).toBeCloseTo(17.31, 10);
  });

  test('electrons are those of the table at its energies and a power law between two of them', () => {
    const { meanEnergy_GeV, flux } = dataset('ams02-electrons-2021');
    const [e0, e1] = [meanEnergy_GeV[30] as number, meanEnergy_GeV[31] as number];
    const middle = Float64Array.of(e0, Math.sqrt(e0 * e1), e1);
    const [f0, f1] = [flux[30] as number, flux[31] as number];
    const found = measuredElectrons(kernel, published, middle).flux;
    // Rounding of a logarithm and an exponential.
    for (const [i, expected] of [f0, Math.sqrt(f0 * f1), f1].entries()) {
      expect((found[i] as number) / expected).toBeCloseTo(1, 13);
    }
  });

  test('components of the positrons make up the fraction, and with the electrons the sum', () => {
    const energies = Float64Array.of(2, 20, 200);
    const positrons = predictSpectrum(kernel, published, energies);
    const fraction = predictObservable(kernel, published, 'positron-fraction', energies);
    const sum = predictObservable(kernel, published, 'all-electron-flux', energies, { positrons });
    for (const i of [0, 1, 2]) {
      const electrons = sum.electrons?.[i] as number;
      const e = positrons.total[i] as number;
      expect(fraction.total[i]).toBeCloseTo(e / (e + electrons), 14);
      const parts = fraction.components.reduce((total, { flux }) => total + (flux[i] as number), 0);
      expect(parts / (fraction.total[i] as number)).toBeCloseTo(1, 13);
      expect(sum.total[i]).toBe(e + electrons);
    }
    expect(fraction.components.map(({ name }) => name)).toEqual(positrons.components.map(({ name }) => name));
  });

  test('the positron flux itself needs no electrons and is the predicted spectrum, bit for bit', () => {
    const energies = Float64Array.of(0.5, 20, 3000);
    const { total, electrons, covered } = predictObservable(kernel, published, 'positron-flux', energies);
    expect(total).toEqual(predictSpectrum(kernel, published, energies).total);
    expect(electrons).toBeNull();
    expect(covered).toEqual([true, true, true]);
  });

  test('electrons do not change with the scenario; fraction and sum follow the positrons', () => {
    const energies = Float64Array.of(20);
    const more = structuredClone(published);
    for (const source of more.sources) if (source.type === 'ams02-fit-function') source.sourceCoefficient *= 2;
    const at = (quantity: 'electron-flux' | 'positron-fraction' | 'all-electron-flux', scenario = published) =>
      predictObservable(kernel, scenario, quantity, energies).total[0] as number;
    expect(at('electron-flux', more)).toBe(at('electron-flux'));
    expect(at('positron-fraction', more)).toBeGreaterThan(at('positron-fraction'));
    expect(at('all-electron-flux', more)).toBeGreaterThan(at('all-electron-flux'));
  });

  test('the numerical error of the positrons reaches fraction and sum as far as they depend on it', () => {
    const energies = Float64Array.of(20, 2000);
    const positrons: PredictedSpectrum = {
      energies_GeV: energies,
      total: Float64Array.of(1e-3, 1e-9),
      components: [],
      relativeError: Float64Array.of(1e-6, 1e-6),
    };
    const electrons = { flux: Float64Array.of(3e-3, 0), covered: [true, false] };
    const errorOf = (quantity: 'positron-fraction' | 'all-electron-flux') =>
      predictObservable(kernel, published, quantity, energies, { positrons, electrons }).relativeError;
    expect(errorOf('positron-fraction')?.[0]).toBeCloseTo(0.75e-6, 18);
    expect(errorOf('all-electron-flux')?.[0]).toBeCloseTo(0.25e-6, 18);
    expect(errorOf('positron-fraction')?.[1]).toBe(0);
  });
});
