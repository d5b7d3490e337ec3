import { cataloguePulsars } from './catalogue.ts';
import { ATNF, EVOLI_2021 } from './citations.ts';
import { fastGeminga, hooperLosses } from './geminga.ts';
import type { Preset } from './presetTypes.ts';

/** D0/H = 0.44e28 cm^2/s per kpc with H = 5 kpc, slope 0.54, softer by 0.2 above 312 GeV. */
export const evoli2021: Preset = {
  id: 'evoli-2021',
  scenario: {
    ...fastGeminga,
    name: 'Pulsars and secondaries, diffusion after Evoli et al. 2021',
    sources: [],
    propagation: {
      ...fastGeminga.propagation,
      D0_cm2_s: 2.2e28,
      delta: 0.54,
      breakEnergy_GeV: 312,
      deltaAboveBreak: 0.34,
      slab: { haloHalfHeight_kpc: 5, discHalfThickness_kpc: 0.1 },
    },
    losses: { ...hooperLosses, magneticField_uG: 1, radiationField: 'evoli2018' },
    population: { ...cataloguePulsars, efficiency: 0.65, spectralIndex: 1.87, releaseDelay_kyr: 60 },
    background: {
      model: 'secondaries',
      normalisation: 2.1,
      primarySpectra: 'ams02-demodulated',
      hydrogenDensity_per_cm3: 0.9,
      heliumDensity_per_cm3: 0.1,
    },
    sun: { potential_MV: 583 },
    fit: {
      ...fastGeminga.fit,
      free: ['population.efficiency', 'population.spectralIndex', 'background.normalisation'],
    },
  },
  about:
    'The diffusion that nuclei tell of, with its break, computed secondaries, and the catalogue’s pulsars after they left their remnants: fitted, they describe the data with twice the computed secondaries. The paper has simulated pulsars in spiral arms instead.',
  citations: [EVOLI_2021, ATNF],
  reproduces: null,
};
