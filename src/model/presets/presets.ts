/** Published models as scenarios, each with what it follows. */
import type { Losses, PulsarSource, Scenario } from '../scenario.ts';
import { SCENARIO_FORMAT, SCENARIO_VERSION } from '../scenario.ts';
import { AMS_2019, ATNF, HAWC_2017, HOOPER_2017 } from './citations.ts';
import type { Preset } from './presetTypes.ts';

const hooperLosses: Losses = {
  model: 'klein-nishina',
  magneticField_uG: 3,
  b0_GeV_s: null,
  radiationField: 'hooper2017',
  radiationComponents: null,
};

/** Geminga as the catalogue lists it, at the distance that gamma-ray papers use. */
const geminga: PulsarSource = {
  type: 'pulsar',
  name: 'Geminga',
  enabled: true,
  efficiency: 1.5,
  spectralIndex: 2.17,
  cutoffEnergy_GeV: 5000,
  distance_pc: 250,
  age_kyr: 342,
  spinDownLuminosity_erg_s: 3.25e34,
  spinDownTimescale_kyr: 12,
  brakingIndex: 3,
  injection: 'continuous',
  releaseDelay_kyr: 0,
  breakEnergy_GeV: null,
  spectralIndex2: null,
  minEnergy_GeV: 0.1,
  maxEnergy_GeV: null,
  transverseVelocity_km_s: 0,
};

const fastGeminga: Scenario = {
  format: SCENARIO_FORMAT,
  version: SCENARIO_VERSION,
  name: 'Geminga, fast Galactic diffusion',
  sources: [geminga],
  propagation: {
    D0_cm2_s: 2e28,
    delta: 0.33,
    referenceEnergy_GeV: null,
    breakEnergy_GeV: null,
    deltaAboveBreak: null,
    solver: 'greens',
    propagator: 'gaussian',
    halo: null,
  },
  losses: hooperLosses,
  population: null,
  background: { model: 'ams02-diffuse-term', normalisation: 1 },
  darkMatter: null,
  sun: { potential_MV: 1100 },
  fit: {
    dataset: 'ams02-positrons-2019',
    energyRange_GeV: [10, 1000],
    free: [
      'sources[Geminga].efficiency',
      'sources[Geminga].spectralIndex',
      'sources[Geminga].cutoffEnergy_GeV',
      'background.normalisation',
    ],
  },
};

export const presets: readonly Preset[] = [
  {
    id: 'geminga',
    scenario: fastGeminga,
    about:
      'Geminga alone, in the diffusion of the Galaxy at large. It can draw the AMS-02 curve, but only with more energy than the pulsar had.',
    citations: [HOOPER_2017, ATNF, AMS_2019],
    reproduces: null,
  },
  {
    id: 'geminga-hawc2017',
    scenario: {
      ...fastGeminga,
      name: 'Geminga, one zone, HAWC 2017 diffusion',
      sources: [
        {
          ...geminga,
          efficiency: 0.39,
          spectralIndex: 2.24,
          cutoffEnergy_GeV: null,
          spinDownLuminosity_erg_s: 3.2e34,
          minEnergy_GeV: 1,
          maxEnergy_GeV: 5e5,
        },
      ],
      propagation: { ...fastGeminga.propagation, D0_cm2_s: 1.4e26, delta: 1 / 3, referenceEnergy_GeV: 3 },
      losses: { ...hooperLosses, radiationField: 'hawc2017' },
      fit: {
        ...fastGeminga.fit,
        free: ['sources[Geminga].efficiency', 'background.normalisation'],
      },
    },
    about:
      'The slow diffusion that HAWC saw around Geminga, put everywhere: the pulsar gives less than a hundredth of the positrons.',
    citations: [HAWC_2017],
    reproduces: 'E³Φ = 0.0713 GeV² m⁻² s⁻¹ sr⁻¹ at 1 TeV, before modulation; D(100 TeV) = 4.5e27 cm² s⁻¹',
  },
  {
    id: 'monogem',
    scenario: {
      ...fastGeminga,
      name: 'Monogem (B0656+14), fast Galactic diffusion',
      sources: [
        {
          ...geminga,
          name: 'Monogem',
          efficiency: 8,
          spectralIndex: 2.38,
          cutoffEnergy_GeV: 2000,
          distance_pc: 288,
          age_kyr: 111,
          spinDownLuminosity_erg_s: 3.8e34,
        },
      ],
      background: { model: 'ams02-diffuse-term', normalisation: 1.1 },
      fit: {
        ...fastGeminga.fit,
        free: [
          'sources[Monogem].efficiency',
          'sources[Monogem].spectralIndex',
          'sources[Monogem].cutoffEnergy_GeV',
          'background.normalisation',
        ],
      },
    },
    about:
      'The other nearby halo: three times younger than Geminga, so less of it has arrived. To draw the AMS-02 curve alone it would need eight times the energy that it had.',
    citations: [HAWC_2017, ATNF, AMS_2019],
    reproduces: null,
  },
  {
    id: 'ams02-fit-function',
    scenario: {
      ...fastGeminga,
      name: 'The AMS-02 fit function',
      sources: [
        {
          type: 'ams02-fit-function',
          name: 'AMS-02',
          enabled: true,
          diffuseCoefficient: 6.51e-2,
          diffuseIndex: 4.07,
          sourceCoefficient: 6.8e-5,
          sourceIndex: 2.58,
          inverseCutoff_per_TeV: 1.23,
          effectivePotential_MV: 1100,
        },
      ],
      background: { model: 'none' },
      sun: { potential_MV: 0 },
      fit: {
        dataset: 'ams02-positrons-2019',
        energyRange_GeV: [0.5, 1000],
        free: [
          'sources[AMS-02].diffuseCoefficient',
          'sources[AMS-02].diffuseIndex',
          'sources[AMS-02].sourceCoefficient',
          'sources[AMS-02].sourceIndex',
          'sources[AMS-02].inverseCutoff_per_TeV',
          'sources[AMS-02].effectivePotential_MV',
        ],
      },
    },
    about:
      'The sum of two power laws, one with a cutoff, that the collaboration fitted to its own data: the first thing that any fitter must reproduce.',
    citations: [AMS_2019],
    reproduces:
      'χ² = 36.64 for 74 points at the published parameters, 35.01 after a refit (statistical and systematic errors in quadrature)',
  },
];

/** The preset with which everything starts. */
export const DEFAULT_PRESET_ID = 'geminga';

/** The preset with this id, or undefined. */
export function presetById(id: string): Preset | undefined {
  return presets.find((preset) => preset.id === id);
}
