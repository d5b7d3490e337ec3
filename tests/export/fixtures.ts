/** A scenario, a spectrum and a fit report with fixed numbers: what the export tests write and read. */
import type { Comparison, FitReport, GoodnessOfFit } from '../../src/analysis/analysisTypes.ts';
import type { Dataset } from '../../src/data/datasetTypes.ts';
import { withValue } from '../../src/model/paths.ts';
import { presetById } from '../../src/model/presets/presets.ts';
import { parseScenario } from '../../src/model/readScenario.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import type { PredictedSpectrum } from '../../src/predict/spectrumTypes.ts';

/** Values that do not change when the preset does. */
export const scenario: Scenario = {
  ...withValue(
    withValue(parseScenario(structuredClone(presetById('geminga')?.scenario)), 'sources[Geminga].efficiency', 1.3),
    'background.normalisation',
    1,
  ),
  name: 'Geminga, fast Galactic diffusion',
};

export const spectrum: PredictedSpectrum = {
  energies_GeV: Float64Array.of(1, 10.67, 1 / 3, 832.3),
  total: Float64Array.of(0.1 + 0.2, 5e-324, 1.7976931348623157e308, 1.65e-8),
  components: [
    { name: 'Geminga', kind: 'pulsar', flux: Float64Array.of(1e21, 1e-7, 123456789.12345678, 2 ** -1074) },
    { name: 'secondaries', kind: 'diffuse-term', flux: Float64Array.of(0, 1e-40, Math.PI, 4.9e-9) },
  ],
  relativeError: Float64Array.of(2e-7, 1.5e-16, 0, 0.0123),
};

export const goodness: GoodnessOfFit = {
  chi2: 27.33490970052,
  points: 50,
  freeParameters: 4,
  degreesOfFreedom: 46,
  pValue: 0.9869547322477,
  aic: 35.33490970052,
};

export const data: Dataset = {
  id: 'own',
  label: 'a table',
  experiment: 'none',
  reference: 'Nobody, Journal of Examples 1, 1 (2000)',
  doi: '10.1000/example',
  quantity: 'positron-flux',
  remarks: [],
  binLow_GeV: Float64Array.of(0.9, 10, 0.3, 800),
  binHigh_GeV: Float64Array.of(1.1, 11, 0.4, 900),
  meanEnergy_GeV: spectrum.energies_GeV,
  flux: Float64Array.of(0.31, 1e-3, 1.5, 1.7e-8),
  statError: Float64Array.of(0.01, 1e-5, 0.1, 1e-9),
  systError: Float64Array.of(0.02, 2e-5, 0.2, 0),
  asymmetric: null,
  systematics: [Float64Array.of(0.02, 2e-5, 0.2, 0)],
  systematicNames: ['total'],
  upperLimits: null,
  limitConfidence: null,
};

export const comparison: Comparison = {
  dataset: 'own',
  model: spectrum,
  expected: spectrum.total,
  covered: [true, true, true, true],
  pull: Float64Array.of(0.4472135954999579, -1.5, 2, 0),
  inFit: [false, true, false, true],
  goodness,
};

export const report: FitReport = {
  valid: true,
  verdict: 'Valid minimum',
  findings: [
    { state: 'good', text: 'Converged in 7 steps.' },
    { state: 'warn', text: 'The background sits at its upper limit.' },
    { state: 'bad', text: 'An example of bad news.' },
  ],
  parameters: [
    {
      path: 'sources[Geminga].efficiency',
      start: 1.3,
      value: 1.543057249999,
      error: 0.1318277856271,
      lower: 0,
      upper: 1000,
      atBound: null,
    },
    {
      path: 'sources[Geminga].cutoffEnergy_GeV',
      start: 5000,
      value: 3929.951071179,
      error: 2357.79401453,
      lower: 1,
      upper: 1e8,
      atBound: null,
    },
    { path: 'background.normalisation', start: 1, value: 100, error: null, lower: 0, upper: 100, atBound: 'upper' },
  ],
  errorsFor: ['sources[Geminga].efficiency', 'sources[Geminga].cutoffEnergy_GeV'],
  correlation: [
    [1, -0.857183593277],
    [-0.857183593277, 1],
  ],
  covariance: [
    [0.017378565063, 266.4],
    [266.4, 5559192.614],
  ],
  goodness,
  chi2AtStart: 120.4,
  dataset: 'own',
  tables: [{ dataset: 'own', label: 'a table', points: 50, chi2: 27.33490970052 }],
  chi2ByErrorModel: [
    { errors: 'quadrature', chi2: 27.33490970052 },
    { errors: 'covariance', chi2: null },
  ],
  energyScales: [],
  energyRange_GeV: [10, 1000],
  estimatedDistance: 1.25e-9,
  evaluations: 231,
  shares: [
    {
      energy_GeV: 100,
      shares: [
        { name: 'Geminga', share: 0.9241041101713 },
        { name: 'secondaries', share: 0.0758958898287 },
      ],
      measured: { meanEnergy_GeV: 102.6, shares: [{ name: 'Geminga', share: 0.9 }] },
    },
    {
      energy_GeV: 300,
      shares: [
        { name: 'Geminga', share: 0.9802894447212 },
        { name: 'secondaries', share: 0.0197105552788 },
      ],
      measured: { meanEnergy_GeV: 326.8, shares: [{ name: 'Geminga', share: 0.95 }] },
    },
  ],
  budgets: [
    {
      source: 'Geminga',
      efficiency: 1.543057249999,
      spinDownEnergy_erg: 1.0711e49,
      lostSinceBirth_erg: 1.0348e49,
      pairEnergy_erg: 1.6528e49,
    },
  ],
  scenario,
  elapsed_ms: 12,
};
