import { describe, expect, test } from 'vitest';
import { logarithmicGrid } from '../../src/kernel/grid.ts';
import { lessonScenario } from '../../src/lessons/cases.ts';
import { lessonById } from '../../src/lessons/lessons.ts';
import { fluxOf } from '../../src/lessons/measure.ts';
import { comparePeak, compareSketch, type PlotCurve, type PlotPoint } from '../../src/lessons/sketch.ts';
import { withValue } from '../../src/model/paths.ts';
import { weightSpectrum } from '../../src/plot/quantity.ts';
import { predictSpectrum } from '../../src/predict/spectrum.ts';
import { testKernel } from '../support.ts';

const RANGE = [20, 1000] as const;

/** Geminga's curves with halos of 50 and 100 pc, as the lesson draws them. */
async function curves(): Promise<{ before: PlotCurve; computed: PlotCurve }> {
  const kernel = await testKernel();
  const lesson = lessonById('halo-of-slow-diffusion');
  if (!lesson) throw new Error('no lesson on halos');
  const scenario = lessonScenario(lesson, 'starve');
  const energies = logarithmicGrid(kernel, 0.5, 3000, 200);
  const curve = (radius: number): PlotCurve => {
    const spectrum = predictSpectrum(kernel, withValue(scenario, 'propagation.halo.radius_pc', radius), energies);
    const flux = fluxOf(spectrum, 'Geminga') as Float64Array;
    return { energies_GeV: energies, values: weightSpectrum('E3', energies, flux) };
  };
  return { before: curve(50), computed: curve(100) };
}
const { before, computed } = await curves();

/** What somebody draws who follows a curve, with another height and slope. */
function drawn(curve: PlotCurve, change: (energy: number) => number = () => 1, every = 7): PlotPoint[] {
  return Array.from(curve.energies_GeV, (energy_GeV, i) => ({
    energy_GeV,
    value: (curve.values[i] as number) * change(energy_GeV),
  })).filter((_, i) => i % every === 0);
}

describe('a sketch', () => {
  test('along the computed curve is close and scores full marks', () => {
    const result = compareSketch(drawn(computed, undefined, 1), computed, RANGE, before);
    expect(result.words).toEqual(['close', 'rightWay']);
    // The curve leaves the visible axis at the left, where the floor cuts it but not the sketch.
    expect(result.score).toBeGreaterThan(0.9);
  });

  test('may be coarse and come in any order', () => {
    const points = drawn(computed).reverse();
    expect(compareSketch(points, computed, RANGE, before).words).toEqual(['close', 'rightWay']);
  });

  test('of the right shape at twice the height is called so', () => {
    const { words, offset_dex, shape_dex } = compareSketch(
      drawn(before, () => 2, 1),
      before,
      RANGE,
    );
    expect(words).toEqual(['rightShape', 'tooHigh']);
    expect(offset_dex).toBeCloseTo(Math.log10(2), 6);
    expect(shape_dex).toBeLessThan(1e-6);
  });

  test('of the old curve is too high, and stayed where it was', () => {
    const { words, score } = compareSketch(drawn(before), computed, RANGE, before);
    expect(words).toEqual(['tooHigh', 'stayed']);
    expect(score).toBeLessThan(0.3);
  });

  test('that goes the other way is told so', () => {
    expect(
      compareSketch(
        drawn(before, () => 3),
        computed,
        RANGE,
        before,
      ).words,
    ).toContain('wrongWay');
    expect(
      compareSketch(
        drawn(before, () => 0.3),
        computed,
        RANGE,
        before,
      ).words,
    ).toContain('rightWay');
  });

  test('at the right height with another bend is no right shape', () => {
    const tilted = drawn(before, (energy) => (energy / Math.sqrt(RANGE[0] * RANGE[1])) ** 0.7, 1);
    expect(compareSketch(tilted, before, RANGE).words).toEqual(['otherShape']);
  });

  test('too short, empty or impossible is not judged', () => {
    for (const points of [
      [],
      [{ energy_GeV: 100, value: 1 }],
      drawn(computed).filter(({ energy_GeV }) => energy_GeV > 300),
      [
        { energy_GeV: 20, value: -1 },
        { energy_GeV: 1000, value: Number.NaN },
      ],
    ])
      expect(compareSketch(points, computed, RANGE)).toMatchObject({ score: 0, words: ['tooShort'], offset_dex: null });
  });

  test('a better sketch never scores less', () => {
    const scores = [4, 3, 2, 1.5, 1.1, 1].map(
      (factor) =>
        compareSketch(
          drawn(before, () => factor, 1),
          before,
          RANGE,
        ).score,
    );
    for (let i = 1; i < scores.length; i++) expect(scores[i]).toBeGreaterThan(scores[i - 1] as number);
    expect(scores.at(-1)).toBeCloseTo(1, 9);
  });
});

describe('a mark at the peak', () => {
  const peak = Array.from(before.energies_GeV)[
    Array.from(before.values).indexOf(Math.max(...Array.from(before.values)))
  ] as number;

  test('counts by its energy alone', () => {
    const at = (energy_GeV: number) => comparePeak({ energy_GeV, value: 1 }, before, [10, 2000]);
    expect(at(peak)).toMatchObject({ score: 1, words: ['peakClose'], offset_dex: 0 });
    expect(at(peak * 1.15).words).toEqual(['peakClose']);
    expect(at(peak * 2).words).toEqual(['peakTooFar']);
    expect(at(peak / 2).words).toEqual(['peakTooLow']);
    expect(at(peak * 2).score).toBeLessThan(at(peak * 1.3).score);
    expect(at(Number.NaN)).toMatchObject({ score: 0, words: ['tooShort'] });
  });
});
