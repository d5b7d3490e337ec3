import { beforeAll, describe, expect, it } from 'vitest';
import type { Evaluation } from '../../src/analysis/analysisTypes.ts';
import { evaluateScenario } from '../../src/analysis/evaluate.ts';
import {
  bic,
  curveRatio,
  haveSameData,
  pointDifferences,
  ratioLimit,
  sigmaLimit,
} from '../../src/app/compare/differences.ts';
import { observedAs } from '../../src/app/compare/observedAs.ts';
import { parameterDifferences } from '../../src/app/compare/parameterDifferences.ts';
import { presentSides } from '../../src/app/compare/sides.ts';
import { type KeyPress, shortcutFor } from '../../src/app/shortcuts.ts';
import { canTakeValue, withValueOf } from '../../src/app/state/copying.ts';
import {
  DEFAULT_DARK_MATTER,
  edit,
  withBackground,
  withDarkMatter,
  withDataset,
  withEnergyRange,
  withFree,
  withHalo,
  withNamed,
  withOverride,
  withPopulation,
  withRadiationField,
} from '../../src/app/state/edits.ts';
import { DEFAULT_HALO } from '../../src/app/state/haloEdits.ts';
import { dataset, loadDatasets } from '../../src/data/datasets.ts';
import type { Kernel } from '../../src/kernel/kernel.ts';
import { cataloguePulsars } from '../../src/model/presets/catalogue.ts';
import { presetById, presets } from '../../src/model/presets/presets.ts';
import { parseScenario } from '../../src/model/readScenario.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { testKernel } from '../support.ts';

const geminga = presetById('geminga')?.scenario as Scenario;
const monogem = presetById('monogem')?.scenario as Scenario;
const ams02 = dataset('ams02-positrons-2019');
const EFFICIENCY = 'sources[Geminga].efficiency';
const efficiencyOf = (scenario: Scenario) =>
  scenario.sources[0]?.type === 'pulsar' ? scenario.sources[0].efficiency : 0;

let kernel: Kernel;
let a: Evaluation;
let b: Evaluation;
beforeAll(async () => {
  await loadDatasets();
  kernel = await testKernel();
  a = evaluateScenario(kernel, edit(withBackground(geminga, 'none'), EFFICIENCY, 0.2));
  b = evaluateScenario(kernel, edit(withBackground(geminga, 'none'), EFFICIENCY, 0.1));
});

describe('the difference of two curves', () => {
  it('is a factor of two everywhere for twice the efficiency and nothing else', () => {
    const { ratio } = curveRatio(a.curve, b.curve);
    expect(ratio).toHaveLength(a.curve.energies_GeV.length);
    // Efficiency multiplies the flux: only the rounding of one product is left.
    for (const value of ratio) expect(Math.abs(value - 2)).toBeLessThan(1e-12);
  });

  it('has no ratio where B gives nothing', () => {
    const nothing = { ...b.curve, total: b.curve.total.map(() => 0) };
    expect([...curveRatio(a.curve, nothing).ratio].every(Number.isNaN)).toBe(true);
  });

  it('is taken between the energies of another grid', () => {
    const half = (values: Float64Array) => values.filter((_, index) => index % 2 === 0);
    const coarse = { ...b.curve, energies_GeV: half(b.curve.energies_GeV), total: half(b.curve.total) };
    const { ratio } = curveRatio(a.curve, coarse);
    // Steps of 8.7 %: a power law misses by an eighth of the squared step times the bend d²lnΦ / dlnE², which is below 5 up to
    // the cooling cutoff of 342 kyr near 900 GeV: 0.5 % of a ratio of 2.
    const smooth = [...ratio].filter((_, index) => (a.curve.energies_GeV[index] ?? 0) < 300);
    expect(smooth.length).toBeGreaterThan(100);
    for (const value of smooth) expect(Math.abs(value - 2)).toBeLessThan(0.01);
  });

  it('in errors is that of the points, in statistical and systematic errors in quadrature', () => {
    const points = pointDifferences(a, b, ams02);
    expect(points).toHaveLength(ams02.flux.length);
    points.forEach(({ sigma, a: first, b: second }, index) => {
      const error = Math.hypot(ams02.statError[index] ?? 0, ams02.systError[index] ?? 0);
      expect(first).toBe(a.comparison.expected[index]);
      expect(sigma).toBe((first - second) / error);
    });
  });

  it('in errors leaves out limits, and energies that one of them does not reach', () => {
    const withLimit = { ...ams02, upperLimits: Array.from(ams02.flux, (_, index) => index === 0) };
    expect(pointDifferences(a, b, withLimit)[0]?.sigma).toBeNull();
    const covered = a.comparison.covered.map((_, index) => index > 0);
    const short = { ...a, comparison: { ...a.comparison, covered } };
    expect(pointDifferences(short, b, ams02)).toHaveLength(ams02.flux.length - 1);
  });

  it('of the positron fraction counts the electrons of each scenario', () => {
    const fraction = dataset('ams02-fraction-2019');
    const [first, second] = [observedAs(a, fraction), observedAs(b, fraction)] as [Evaluation, Evaluation];
    const { ratio } = curveRatio(first.curve, second.curve);
    // p / (p + e) grows by less than p does, and by more than nothing.
    for (const value of ratio) expect(value > 1 && value < 2).toBe(true);
    expect(pointDifferences(first, second, fraction).every(({ a: high, b: low }) => high > low)).toBe(true);
  });

  it('does not take the points of one person’s table for those of another', () => {
    const own = { ...a.comparison, dataset: 'own' as const };
    const other = { ...ams02, id: 'own' as const, meanEnergy_GeV: ams02.meanEnergy_GeV.map((energy) => 1.01 * energy) };
    const seen = observedAs({ ...a, comparison: own, comparisons: [own] }, other);
    expect(seen?.comparison.expected).not.toBe(own.expected);
    expect(seen?.comparison.expected).toHaveLength(other.flux.length);
  });
});

describe('the axes of the difference', () => {
  it('hold every value, in steps', () => {
    expect(ratioLimit(Float64Array.of(1, 1.02))).toBe(1.1);
    expect(ratioLimit(Float64Array.of(0.4, Number.NaN))).toBe(3);
    expect(ratioLimit(Float64Array.of(Number.POSITIVE_INFINITY, 0))).toBe(1.1);
    expect(ratioLimit(Float64Array.of(1e9))).toBe(1000);
    const point = (sigma: number | null) => ({ energy_GeV: 1, a: 1, b: 1, ratio: 1, sigma });
    expect(sigmaLimit([])).toBe(2);
    expect(sigmaLimit([point(-4), point(null)])).toBe(5);
  });
});

describe('the agreement of two scenarios with the data', () => {
  it('is compared only for the same points and errors; what is free does not matter', () => {
    expect(haveSameData(geminga, edit(geminga, EFFICIENCY, 0.3))).toBe(true);
    expect(haveSameData(geminga, withFree(geminga, 'propagation.delta', true))).toBe(true);
    expect(haveSameData(geminga, withEnergyRange(geminga, [20, 1000]))).toBe(false);
    expect(haveSameData(geminga, withDataset(geminga, 'ams02-positrons-2021'))).toBe(false);
    expect(haveSameData(geminga, edit(geminga, 'fit.errors', 'statistical'))).toBe(false);
  });

  it('has the information criterion of Bayes as chi2 + k ln n', () => {
    const goodness = { chi2: 50, points: 100, freeParameters: 3, degreesOfFreedom: 97, pValue: null, aic: 56 };
    expect(bic(goodness)).toBe(50 + 3 * Math.log(100));
    expect(bic({ ...goodness, points: 0 })).toBe(50);
  });
});

describe('the sides of a comparison', () => {
  const list = [{ look: 1 }, { look: 4 }];
  it('are never the same, nor one that was removed', () => {
    expect(presentSides(list, ['present', 4])).toEqual(['present', 4]);
    expect(presentSides(list, [4, 'present'])).toEqual([4, 'present']);
    expect(presentSides(list, ['present', 2])).toEqual(['present', 4]);
    expect(presentSides(list, [4, 4])).toEqual([4, 1]);
    expect(presentSides(list, [3, 'present'])).toEqual(['present', 4]);
    expect(presentSides([{ look: 4 }], [4, 4])).toEqual([4, 'present']);
  });
});

describe('the values that differ', () => {
  it('stand with their units, A first', () => {
    const far = edit(geminga, 'sources[Geminga].distance_pc', 300);
    expect(parameterDifferences(far, geminga)).toEqual([
      { path: 'sources[Geminga].distance_pc', label: 'distance', a: '300 pc', b: '250 pc' },
    ]);
  });

  it('begin with the sources that only one of them has', () => {
    const [first, second] = parameterDifferences(geminga, monogem);
    expect(first).toEqual({ path: 'sources[Geminga]', label: 'Geminga', a: 'on', b: 'not there' });
    expect(second).toEqual({ path: 'sources[Monogem]', label: 'Monogem', a: 'not there', b: 'on' });
  });

  it('are none for the same scenario under another name', () => {
    expect(parameterDifferences(geminga, { ...geminga, name: 'another' })).toEqual([]);
  });
});

describe('a value taken from another scenario', () => {
  it('is that value and nothing else', () => {
    const from = edit(edit(geminga, EFFICIENCY, 0.3), 'propagation.delta', 0.5);
    const next = withValueOf(geminga, from, EFFICIENCY);
    expect(efficiencyOf(next)).toBe(0.3);
    expect(next.propagation).toEqual(geminga.propagation);
  });

  it('has no place where there is no such source, and none where nothing would change', () => {
    expect(withValueOf(monogem, geminga, EFFICIENCY)).toBe(monogem);
    expect(canTakeValue(monogem, geminga, EFFICIENCY)).toBe(false);
    expect(canTakeValue(geminga, geminga, EFFICIENCY)).toBe(false);
    expect(canTakeValue(geminga, edit(geminga, EFFICIENCY, 0.3), EFFICIENCY)).toBe(true);
  });

  it('can be a whole source', () => {
    const both = withValueOf(geminga, monogem, 'sources[Monogem]');
    expect(both.sources.map(({ name }) => name)).toEqual(['Geminga', 'Monogem']);
    expect(() => parseScenario(both)).not.toThrow();
  });

  it('makes both the same in the end, for every choice and block that can differ, where the button is offered', () => {
    const withPulsars = withNamed(
      withOverride(withPopulation(geminga, cataloguePulsars), ['J0633+1746'], { distance_pc: 200 }),
      ['B0656+14'],
      true,
    );
    const variants = [
      edit(geminga, 'propagation.solver', 'finite-volume'),
      edit(geminga, 'losses.model', 'thomson'),
      withHalo(geminga, { ...DEFAULT_HALO, radius_pc: 70 }),
      withPulsars,
      withDarkMatter(geminga, DEFAULT_DARK_MATTER),
      withRadiationField(geminga, 'custom'),
      withBackground(geminga, 'secondaries'),
      withDataset(geminga, 'ams02-positrons-2021'),
      withEnergyRange(geminga, [20, 500]),
      ...presets.map(({ scenario }) => scenario),
    ];
    for (const from of variants) {
      let present = geminga;
      // A row may wait for another one: a value of a halo is taken after the halo.
      for (let round = 0; round < 4; round++) {
        for (const { path } of parameterDifferences(present, from)) {
          if (canTakeValue(present, from, path)) present = withValueOf(present, from, path);
        }
      }
      // What is left are sources that only the present scenario has: there is nothing to take.
      const left = parameterDifferences(present, from).filter(({ b: there }) => there !== 'not there');
      expect(left).toEqual([]);
      expect(() => parseScenario(present)).not.toThrow();
    }
  });
});

describe('the key P', () => {
  const press = (change: Partial<KeyPress>): KeyPress => ({
    key: 'p',
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    repeat: false,
    target: null,
    ...change,
  });
  it('pins, but neither while it is held nor in a text nor with another key', () => {
    expect(shortcutFor(press({}))).toBe('pin');
    expect(shortcutFor(press({ repeat: true }))).toBeNull();
    expect(shortcutFor(press({ ctrlKey: true }))).toBeNull();
    expect(shortcutFor(press({ target: { tagName: 'INPUT', type: 'text' } }))).toBeNull();
  });
});
