/** What most presets start from. */
import type { Losses, PulsarSource, Scenario } from '../scenario.ts';
import { SCENARIO_FORMAT, SCENARIO_VERSION } from '../scenario.ts';

/** Exact losses in the fields of Hooper et al. 2017 with 3 uG. */
export const hooperLosses: Losses = {
  model: 'klein-nishina',
  magneticField_uG: 3,
  b0_GeV_s: null,
  radiationField: 'hooper2017',
  radiationComponents: null,
};

/** Geminga as the catalogue lists it, at the distance that gamma-ray papers use. */
export const geminga: PulsarSource = {
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

/** Geminga in the diffusion of the Galaxy at large, with the AMS-02 diffuse term. */
export const fastGeminga: Scenario = {
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
    slab: { haloHalfHeight_kpc: 4, discHalfThickness_kpc: 0.1 },
  },
  losses: hooperLosses,
  population: null,
  background: { model: 'ams02-diffuse-term', normalisation: 1 },
  darkMatter: null,
  electrons: { flux: 'ams02-electrons-2021' },
  sun: { potential_MV: 1100 },
  ownData: null,
  fit: {
    dataset: 'ams02-positrons-2019',
    furtherDatasets: [],
    energyRange_GeV: [10, 1000],
    free: [
      'sources[Geminga].efficiency',
      'sources[Geminga].spectralIndex',
      'sources[Geminga].cutoffEnergy_GeV',
      'background.normalisation',
    ],
    fluxAt: 'mean-energy',
    errors: 'quadrature',
    correlationLength_dex: 0.3,
    energyScaleError: 0,
    correlationLengths_dex: null,
    priors: [],
  },
};
