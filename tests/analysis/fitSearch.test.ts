import { describe, expect, test } from 'vitest';
import { fitScenario } from '../../src/analysis/fitScenario.ts';
import { followFit } from '../../src/analysis/followFit.ts';
import { prepareData } from '../../src/data/prepare.ts';
import { withValue } from '../../src/model/paths.ts';
import { parseScenario } from '../../src/model/readScenario.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { preset, testKernel } from '../support.ts';

const kernel = await testKernel();
const scenario = preset('geminga');
const withFit = (change: Partial<Scenario['fit']>) =>
  parseScenario({ ...scenario, fit: { ...scenario.fit, ...change } });
const textsOf = (report: ReturnType<typeof fitScenario>) => report.findings.map(({ text }) => text).join('\n');

describe('a fit from many starts', () => {
  test('ends where the fit from the scenario ends, whatever the seed, and says how many starts came there', () => {
    const single = fitScenario(kernel, scenario);
    for (const seed of [1, 2]) {
      const report = fitScenario(kernel, scenario, { starts: { count: 5, seed } });
      expect(report.goodness.chi2).toBeCloseTo(single.goodness.chi2, 8);
      expect(report.chi2AtStart).toBe(single.chi2AtStart);
      expect(report.starts).toEqual({ count: 5, seed, same: 5, others: [], failed: 0 });
      expect(textsOf(report)).toContain('5 of 5 starts reached this minimum.');
    }
    expect(single.starts).toBeUndefined();
  });

  test('gives the same result twice', () => {
    const starts = { count: 3, seed: 9 };
    expect(fitScenario(kernel, scenario, { starts })).toEqual(fitScenario(kernel, scenario, { starts }));
  });
});

describe('what a fit says', () => {
  test('how far the minimum is, against the goal of MINUIT', () => {
    expect(textsOf(fitScenario(kernel, scenario))).toMatch(/expected distance to the minimum below 0\.0002 in χ²/);
  });

  test.each([
    ['ams02-positrons-2021', /AMS-02 2019 and AMS-02 2021 hold positrons of the same experiment/],
    ['ams02-fraction-2019', /AMS-02 2019 and AMS-02 fraction 2019 hold positrons of the same experiment/],
    ['ams02-all-electrons-2021', /AMS-02 2019 and AMS-02 e⁺ \+ e⁻ 2021 hold positrons of the same experiment/],
  ] as const)('that the table %s holds the same positrons', async (id, sentence) => {
    const together = withFit({ furtherDatasets: [id] });
    await prepareData(together);
    expect(textsOf(fitScenario(kernel, together))).toMatch(sentence);
  });

  test('nothing of the sort about tables of two experiments', async () => {
    const together = withFit({ furtherDatasets: ['dampe-all-electrons-2017'] });
    await prepareData(together);
    expect(textsOf(fitScenario(kernel, together))).not.toMatch(/same experiment/);
  });
});

describe('a fit that cannot succeed', () => {
  test.each([
    ['an empty range', [5000, 6000], 'No fit: the energy range holds no point'],
    ['fewer points than parameters', [100, 120], 'No fit: fewer points than free parameters'],
  ] as const)('with %s is a report that is not valid, with the values of the start', (_, energyRange_GeV, verdict) => {
    const report = fitScenario(kernel, withFit({ energyRange_GeV: [...energyRange_GeV] }));
    expect([report.valid, report.verdict]).toEqual([false, verdict]);
    expect(report.findings.filter(({ state }) => state === 'bad')).toHaveLength(1);
    for (const { value, start, error } of report.parameters) expect([value, error]).toEqual([start, null]);
  });

  test('with nothing that depends on a parameter names it', () => {
    const dark = withValue(
      withFit({ free: ['sources[Geminga].spectralIndex', 'background.normalisation'] }),
      'sources[Geminga].efficiency',
      0,
    );
    const report = fitScenario(kernel, dark);
    expect(report.verdict).toBe('Minimum, but not every parameter is determined');
    expect(textsOf(report)).toMatch(/The data say nothing about the spectral index of Geminga: fix it\./);
  });

  test('with every free parameter at a limit says so', () => {
    const bright = withValue(withFit({ free: ['background.normalisation'] }), 'sources[Geminga].efficiency', 100);
    const report = fitScenario(kernel, bright);
    expect([report.valid, report.verdict]).toEqual([false, 'No fit: every free parameter sits at a limit']);
  });
});

describe('a fit while one parameter is dragged', () => {
  const { scenario: best } = fitScenario(kernel, scenario);

  test.each([
    ['propagation.D0_cm2_s', 1.05],
    ['sources[Geminga].spectralIndex', 1.01],
    ['sources[Geminga].distance_pc', 0.95],
  ])('holds %s and comes to the lowest χ² there', (path, factor) => {
    const moved = withValue(
      best,
      path,
      factor *
        (path === 'propagation.D0_cm2_s'
          ? best.propagation.D0_cm2_s
          : path.endsWith('distance_pc')
            ? 250
            : (best.sources[0] as { spectralIndex: number }).spectralIndex),
    );
    const followed = followFit(kernel, moved, path);
    const held = { ...moved, fit: { ...moved.fit, free: moved.fit.free.filter((other) => other !== path) } };
    const lowest = fitScenario(kernel, held).goodness.chi2;
    const reached = fitScenario(kernel, {
      ...held,
      sources: followed.sources,
      background: followed.background,
    }).chi2AtStart;
    // 0.02 standard errors are 4e-4 in chi2.
    expect(reached - lowest).toBeLessThan(1e-3);
    expect(reached - lowest).toBeGreaterThan(-1e-6);
    expect(followed.fit).toEqual(moved.fit);
  });

  test('leaves the scenario alone where nothing else is free, or nothing can be computed', () => {
    const alone = withFit({ free: ['sources[Geminga].efficiency'] });
    expect(followFit(kernel, alone, 'sources[Geminga].efficiency')).toBe(alone);
    const empty = withFit({ energyRange_GeV: [5000, 6000] });
    expect(followFit(kernel, empty, 'propagation.D0_cm2_s')).toBe(empty);
  });
});
