import type { Comparison, Evaluation } from '../../src/analysis/analysisTypes.ts';
import type { Dataset } from '../../src/data/datasetTypes.ts';
import type { Axis } from '../../src/plot/axis.ts';
import type { ComponentSpectrum, PredictedSpectrum } from '../../src/predict/spectrumTypes.ts';
import { preset } from '../support.ts';

/** Six bins from 1 to 1000 GeV with E³Φ = 10 everywhere, 1 of it statistical and 2 systematic error. */
export function sixBins(changes: Partial<Dataset> = {}): Dataset {
  const meanEnergy_GeV = Float64Array.of(1.5, 5, 15, 50, 150, 500);
  const cubed = (value: number) => meanEnergy_GeV.map((energy) => value / energy ** 3);
  return {
    id: 'ams02-positrons-2019',
    label: 'Six bins',
    experiment: 'TEST',
    reference: 'made by hand',
    doi: '',
    quantity: 'positron-flux',
    remarks: [],
    binLow_GeV: Float64Array.of(1, 3, 10, 30, 100, 300),
    binHigh_GeV: Float64Array.of(3, 10, 30, 100, 300, 1000),
    meanEnergy_GeV,
    flux: cubed(10),
    statError: cubed(1),
    systError: cubed(2),
    asymmetric: null,
    systematics: [cubed(2)],
    systematicNames: ['total'],
    upperLimits: null,
    limitConfidence: null,
    ...changes,
  };
}

/** A prediction whose components have E³Φ = the given constants. */
export function flatSpectrum(
  energies_GeV: Float64Array,
  parts: readonly (readonly [string, ComponentSpectrum['kind'], number])[],
): PredictedSpectrum {
  const components = parts.map(([name, kind, value]) => ({
    name,
    kind,
    flux: energies_GeV.map((energy) => value / energy ** 3),
  }));
  const total = energies_GeV.map((_, index) => components.reduce((sum, { flux }) => sum + (flux[index] ?? 0), 0));
  return { energies_GeV, components, total, relativeError: energies_GeV.map(() => 1.1e-6) };
}

/** An evaluation of `sixBins` by Geminga (8) and secondaries (1), the last four bins in the fit. */
export function smallEvaluation(): Evaluation {
  const dataset = sixBins();
  const parts = [
    ['Geminga', 'pulsar', 8],
    ['secondaries', 'diffuse-term', 1],
  ] as const;
  const energies = Float64Array.from({ length: 41 }, (_, index) => 0.5 * 4000 ** (index / 40));
  const comparison: Comparison = {
    dataset: 'ams02-positrons-2019',
    model: flatSpectrum(dataset.meanEnergy_GeV, parts),
    expected: flatSpectrum(dataset.meanEnergy_GeV, parts).total,
    covered: [true, true, true, true, true, true],
    pull: Float64Array.of(5, -3, 0.5, -1.2, 2.5, 0),
    inFit: [false, false, true, true, true, true],
    goodness: { chi2: 7.94, points: 4, freeParameters: 2, degreesOfFreedom: 2, pValue: 0.019, aic: 11.94 },
  };
  const scenario = preset('geminga');
  return {
    scenario: { ...scenario, fit: { ...scenario.fit, energyRange_GeV: [10, 1000] } },
    draft: false,
    curve: flatSpectrum(energies, parts),
    comparison,
    comparisons: [comparison],
    goodness: comparison.goodness,
    budgets: [],
    transport: [],
    coolingTime_kyr: energies.map((energy) => 3e5 / energy),
    shares: [
      {
        energy_GeV: 100,
        shares: [
          { name: 'Geminga', share: 8 / 9 },
          { name: 'secondaries', share: 1 / 9 },
        ],
        measured: { meanEnergy_GeV: 102.6, shares: [] },
      },
    ],
    approximations: [],
    elapsed_ms: 1,
  };
}

/** A logarithmic axis of 1 to 1000 over 300 px from the left. */
export const threeDecades: Axis = { scale: 'log', min: 1, max: 1000, minPixel: 0, maxPixel: 300 };
