import { describe, expect, test } from 'vitest';
import { contourOf } from '../../src/analysis/contours.ts';
import { fitScenario } from '../../src/analysis/fitScenario.ts';
import type { ParameterProfile } from '../../src/analysis/inferenceTypes.ts';
import { profileOf, profileReport } from '../../src/analysis/profiles.ts';
import { withValue } from '../../src/model/paths.ts';
import { parseScenario } from '../../src/model/readScenario.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { preset, testKernel } from '../support.ts';

const kernel = await testKernel();
const report = fitScenario(kernel, preset('geminga'));
const best = report.scenario;
const CUTOFF = 'sources[Geminga].cutoffEnergy_GeV';

/** chi2 with one parameter held, minimised over the others. */
function heldChi2(scenario: Scenario, path: string, value: number): number {
  const free = scenario.fit.free.filter((other) => other !== path);
  return fitScenario(kernel, withValue({ ...scenario, fit: { ...scenario.fit, free } }, path, value)).goodness.chi2;
}

describe('profiles of a fit to AMS-02', () => {
  const profiles = best.fit.free.map((path) => profileOf(kernel, best, path));

  test('end where chi2 of a fit with the parameter held is 1 above the minimum', () => {
    for (const { path, value, chi2, errorBelow, errorAbove } of profiles) {
      for (const end of [value - (errorBelow as number), value + (errorAbove as number)]) {
        // The ends are good to 1e-5 of the interval, which is 2e-5 in chi2.
        expect(Math.abs(heldChi2(best, path, end) - chi2 - 1)).toBeLessThan(1e-4);
      }
    }
  });

  test('have the errors of the second derivatives where chi2 is nearly a parabola, and skewed ones at the cutoff', () => {
    for (const { path, errorBelow, errorAbove } of profiles) {
      const { error } = report.parameters.find(
        (parameter) => parameter.path === path,
      ) as (typeof report.parameters)[number];
      if (path === CUTOFF) expect((errorAbove as number) / (errorBelow as number)).toBeGreaterThan(2);
      else expect(0.5 * ((errorBelow as number) + (errorAbove as number))).toBeCloseTo(error as number, 2);
    }
  });

  test('have a curve that rises from 0 at the best value on both sides', () => {
    for (const { value, curve } of profiles) {
      const middle = curve.values.indexOf(value);
      expect(Math.abs(curve.deltaChi2[middle] as number)).toBeLessThan(1e-8);
      curve.deltaChi2.forEach((rise, k) => {
        const inner = curve.deltaChi2[k < middle ? k + 1 : k - 1];
        if (k !== middle) expect(rise as number).toBeGreaterThan(inner as number);
      });
    }
  });

  test('meet no deeper minimum', () => {
    expect(profileReport(profiles)).toMatchObject({ findings: [], deeper: null });
  });
});

test('a profile is that of the minimum even where the scenario is not quite there', () => {
  const path = 'background.normalisation';
  const from = profileOf(kernel, withValue(best, 'sources[Geminga].spectralIndex', 2.2), path);
  const expected = profileOf(kernel, best, path);
  expect(from.value).toBeCloseTo(expected.value, 6);
  // Both minima are good to 1e-6 standard errors.
  expect((from.errorBelow as number) / (expected.errorBelow as number)).toBeCloseTo(1, 4);
});

test('a limit in the way is said, and leaves no error on that side', () => {
  const scenario = parseScenario({
    ...best,
    sources: best.sources.map((source) => ({ ...source, efficiency: 2 })),
    fit: { ...best.fit, free: ['background.normalisation', CUTOFF], energyRange_GeV: [10, 100] },
  });
  const profile = profileOf(kernel, scenario, CUTOFF);
  expect(profile.errorAbove === null || profile.errorBelow === null).toBe(true);
  expect(profile.findings.map(({ text }) => text).join()).toMatch(/The cutoff energy of Geminga has no error/);
});

test('a deeper place is said first and offered', () => {
  const profile = (path: string, chi2: number | null): ParameterProfile => ({
    path,
    value: 1,
    chi2: 30,
    errorBelow: 1,
    errorAbove: 1,
    curve: { values: new Float64Array(0), deltaChi2: [] },
    findings: [],
    deeper: chi2 === null ? null : { chi2, scenario: withValue(best, CUTOFF, chi2) },
  });
  const { findings, deeper } = profileReport([profile('a', 28), profile('b', null), profile('c', 27)]);
  expect(findings[0]?.text).toMatch(/A deeper minimum was met: χ² = 27\.0000 instead of 30\.0000/);
  expect(deeper?.scenario).toEqual(withValue(best, CUTOFF, 27));
});

describe('contours of two parameters', () => {
  const paths = ['background.normalisation', 'sources[Geminga].spectralIndex'] as const;
  const contour = contourOf(kernel, best, paths);

  test('are closed lines, one inside the other, around the best values', () => {
    expect(contour.best.map((value) => Number(value.toPrecision(5)))).toEqual([1.0319, 2.1862]);
    expect(contour.contours.map(({ deltaChi2 }) => Number(deltaChi2.toFixed(2)))).toEqual([1, 2.28, 5.99]);
    const widths = contour.contours.map(({ lines }) => {
      const [line] = lines as (readonly [number, number])[][];
      expect(line?.[0]).toEqual(line?.at(-1));
      const xs = (line ?? []).map(([x]) => x);
      return Math.max(...xs) - Math.min(...xs);
    });
    expect(widths[0]).toBeLessThan(widths[1] as number);
    expect(widths[1]).toBeLessThan(widths[2] as number);
  });

  test('span the interval of the profile likelihood at 39 %', () => {
    const { errorBelow, errorAbove, value } = profileOf(kernel, best, paths[0]);
    const xs = contour.contours[0]?.lines[0]?.map(([x]) => x) ?? [];
    // A contour is good to 1 % in area, here half a per cent of the width on each side.
    expect((Math.max(...xs) - value) / (errorAbove as number)).toBeCloseTo(1, 1);
    expect((value - Math.min(...xs)) / (errorBelow as number)).toBeCloseTo(1, 1);
  });

  test('pass through places where chi2 has risen by as much as they say', () => {
    const { lines, deltaChi2 } = contour.contours[1] as (typeof contour.contours)[number];
    const [line] = lines as (readonly [number, number])[][];
    const [x, y] = line?.[5] ?? [0, 0];
    const free = best.fit.free.filter((path) => !paths.includes(path as (typeof paths)[number]));
    const held = withValue(withValue({ ...best, fit: { ...best.fit, free } }, paths[0], x), paths[1], y);
    // Linear between nodes half a standard error apart.
    expect(Math.abs(fitScenario(kernel, held).goodness.chi2 - contour.chi2 - deltaChi2)).toBeLessThan(0.1);
  });

  test('need two different free parameters', () => {
    expect(() => contourOf(kernel, best, [paths[0], paths[0]])).toThrow(/two different parameters/);
    expect(() => contourOf(kernel, best, [paths[0], 'propagation.delta'])).toThrow(/is not free/);
  });
});
