import { beforeAll, describe, expect, test } from 'vitest';
import type { Evaluation } from '../../src/analysis/analysisTypes.ts';
import { CURVE_GRID, evaluateScenario } from '../../src/analysis/evaluate.ts';
import { dataset, loadDatasets } from '../../src/data/datasets.ts';
import type { DatasetId } from '../../src/model/datasetIds.ts';
import { binRow } from '../../src/plot/binTable.ts';
import { dataPoints } from '../../src/plot/dataPoints.ts';
import { ELECTRONS_NAME, isFitted, observedEvaluation } from '../../src/plot/observedEvaluation.ts';
import { observedNote } from '../../src/plot/observedNote.ts';
import { powerLawsBetween } from '../../src/plot/powerLawsBetween.ts';
import { axisName } from '../../src/plot/quantity.ts';
import { spectrumSummary, spectrumTitle } from '../../src/plot/spectrumSummary.ts';
import { predictObservable } from '../../src/predict/observables.ts';
import { preset, testKernel } from '../support.ts';
import { sixBins, smallEvaluation } from './fixtures.ts';

let evaluation: Evaluation;
beforeAll(async () => {
  await loadDatasets();
  evaluation = evaluateScenario(await testKernel(), preset('geminga'));
});

/** As the page sees a table: electrons of AMS-02 where the quantity needs them. */
function seenBy(id: DatasetId, from: Evaluation = evaluation): Evaluation {
  const shown = dataset(id);
  const electrons = dataset('ams02-electrons-2021');
  const at = (energies: Float64Array) =>
    shown.quantity === 'positron-flux' ? null : powerLawsBetween(electrons.meanEnergy_GeV, electrons.flux, energies);
  return observedEvaluation(from, shown, at(from.curve.energies_GeV), at(shown.meanEnergy_GeV));
}

describe('a spectrum between its energies', () => {
  const energies = Float64Array.of(1, 10, 100);

  test('is a power law, and unknown outside', () => {
    const values = powerLawsBetween(energies, Float64Array.of(1, 1e-3, 1e-6), Float64Array.of(0.9, 1, 2, 50, 100, 101));
    const expected = [Number.NaN, 1, 2 ** -3, 50 ** -3, 1e-6, Number.NaN];
    // Powers and logarithms of the host, right to some units in the last place.
    expected.forEach((value, index) => {
      if (Number.isNaN(value)) expect(values[index]).toBeNaN();
      else expect((values[index] as number) / value).toBeCloseTo(1, 12);
    });
  });

  test('falls to zero on a straight line where a power law cannot', () => {
    expect(powerLawsBetween(energies, Float64Array.of(1, 1, 0), Float64Array.of(55))[0]).toBeCloseTo(0.5, 12);
  });
});

describe('an evaluation seen by another table', () => {
  test('is itself for the table of the fit', () => {
    expect(seenBy('ams02-positrons-2019')).toBe(evaluation);
  });

  test.each(['ams02-fraction-2019', 'ams02-all-electrons-2021', 'pamela-positrons-2013'] as const)(
    'agrees with the computation at the energies of %s',
    async (id) => {
      const { meanEnergy_GeV, quantity } = dataset(id);
      const exact = predictObservable(await testKernel(), evaluation.scenario, quantity, meanEnergy_GeV);
      const { model, covered } = seenBy(id).comparison;
      expect(covered).toEqual(exact.covered);
      const ratios = Array.from(model.total, (value, index) => value / (exact.total[index] as number));
      // Power laws over steps of ln(3000 / 0.5) / 199 = 0.044 miss a curvature of some units by 0.044² / 8 of it, 2e-4 each.
      for (const ratio of ratios.filter((_, index) => covered[index])) expect(Math.abs(ratio - 1)).toBeLessThan(2e-3);
    },
  );

  test('splits a fraction into the parts of the components', () => {
    const { curve } = seenBy('ams02-fraction-2019');
    expect(curve.components.map(({ name }) => name)).toEqual(evaluation.curve.components.map(({ name }) => name));
    curve.total.forEach((total, index) => {
      const sum = curve.components.reduce((before, { flux }) => before + (flux[index] as number), 0);
      expect(sum / total).toBeCloseTo(1, 12);
      expect(total).toBeGreaterThan(0);
      expect(total).toBeLessThan(1);
    });
  });

  test('shows the measured electrons as one more component of a sum', () => {
    const { curve, comparison } = seenBy('dampe-all-electrons-2017');
    expect(curve.components.at(-1)).toMatchObject({ name: ELECTRONS_NAME, kind: 'table' });
    expect(comparison.model.components.at(-1)?.name).toBe(ELECTRONS_NAME);
    const middle = curve.total.length >> 1;
    const parts = curve.components.reduce((sum, { flux }) => sum + (flux[middle] as number), 0);
    expect(parts / (curve.total[middle] as number)).toBeCloseTo(1, 12);
  });

  test('ends its curve and its comparison where no electrons were measured', () => {
    const { curve, comparison, coolingTime_kyr } = seenBy('hess-all-electrons-2008');
    const last = dataset('ams02-electrons-2021').meanEnergy_GeV.at(-1) as number;
    expect(curve.energies_GeV.at(-1)).toBeLessThanOrEqual(last);
    expect(curve.energies_GeV.length).toBeLessThan(CURVE_GRID[2]);
    expect(coolingTime_kyr.length).toBe(curve.energies_GeV.length);
    const beyond = Array.from(dataset('hess-all-electrons-2008').meanEnergy_GeV, (energy) => energy > last);
    expect(beyond).toContain(true);
    expect(comparison.inFit).toEqual(beyond.map((isBeyond) => !isBeyond));
    const point = beyond.indexOf(true);
    expect(comparison.pull[point]).toBeNaN();
    const row = binRow(
      dataPoints(dataset('hess-all-electrons-2008'), 'flux')[point] as never,
      point,
      'flux',
      comparison,
    );
    expect([row.total, row.pull, row.components.at(-1)]).toEqual([null, null, '–']);
  });

  test('counts residuals in the errors of the table', () => {
    const { comparison } = observedEvaluation(smallEvaluation(), sixBins({ id: 'pamela-positrons-2013' }), null, null);
    // Data 10 ± √(1² + 2²), model 9, all times E⁻³, which power laws reproduce.
    for (const pull of comparison.pull) expect(pull).toBeCloseTo(1 / Math.sqrt(5), 10);
    expect(comparison.goodness).toMatchObject({ points: 6, pValue: null });
    expect(comparison.goodness.chi2).toBeCloseTo(6 / 5, 10);
  });

  test('leaves out upper limits', () => {
    const table = sixBins({ id: 'pamela-positrons-2013', upperLimits: [false, false, false, false, false, true] });
    expect(observedEvaluation(smallEvaluation(), table, null, null).comparison.inFit.at(-1)).toBe(false);
  });

  test('keeps the computed comparison of a table that is fitted too', async () => {
    const scenario = preset('geminga');
    scenario.fit.furtherDatasets = ['ams02-fraction-2019'];
    const both = evaluateScenario(await testKernel(), scenario);
    const seen = seenBy('ams02-fraction-2019', both);
    expect(isFitted(scenario, dataset('ams02-fraction-2019'))).toBe(true);
    expect(seen.comparison.inFit).toEqual(both.comparisons[1]?.inFit);
    expect(seen.comparison.goodness).toEqual(both.comparisons[1]?.goodness);
  });
});

describe('the words for another observable', () => {
  test('name the quantity on the axis and aloud', () => {
    expect(axisName('E3', 'all-electron-flux')).toMatchObject({
      name: '(e⁺ + e⁻)',
      words: 'flux of electrons and positrons together times energy cubed',
    });
    expect(axisName('flux', 'positron-fraction')).toMatchObject({ unit: '', isFraction: true });
    expect(spectrumTitle(dataset('ams02-fraction-2019'), 'flux')).toBe(
      'Positron fraction, AMS-02 fraction 2019 and model',
    );
  });

  test('say that the table is not in the fit and whose shares are given', () => {
    const summary = spectrumSummary(seenBy('ams02-fraction-2019'), dataset('ams02-fraction-2019'));
    expect(summary).toMatch(/points that can be compared; .* The table is not in the fit\./);
    expect(summary).toMatch(/percent of the positrons at 100 GeV/);
  });

  test('say whose electrons are in it, and from where to where', () => {
    expect(observedNote(true, null)).toBeNull();
    expect(observedNote(true, dataset('ams02-electrons-2021'))).toMatch(
      /^Electrons as AMS-02 measured them, 0\.\d+ to 1\d+ GeV/,
    );
    expect(observedNote(false, null)).toMatch(/^Not fitted/);
  });
});
