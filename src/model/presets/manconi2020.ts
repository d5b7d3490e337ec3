import { defaultsOf, haloBlock } from '../parameters.ts';
import { cataloguePulsars } from './catalogue.ts';
import { ATNF, MANCONI_2020 } from './citations.ts';
import { fastGeminga } from './geminga.ts';
import type { Preset } from './presetTypes.ts';

export const manconi2020: Preset = {
  id: 'manconi-2020',
  scenario: {
    ...fastGeminga,
    name: 'Every pulsar with a halo, after Manconi et al. 2020',
    sources: [],
    propagation: {
      ...fastGeminga.propagation,
      D0_cm2_s: 3.86e28,
      delta: 1 / 3,
      halo: { ...defaultsOf(haloBlock), D0_cm2_s: 1e26, radius_pc: 60 },
    },
    population: { ...cataloguePulsars, efficiency: 0.1, spectralIndex: 1.9 },
    fit: {
      ...fastGeminga.fit,
      free: ['population.efficiency', 'population.spectralIndex', 'background.normalisation'],
    },
  },
  about:
    'All pulsars of the catalogue, each in a slow zone of 60 pc, one tenth of their energy in pairs: together they reach the level of AMS-02, and a fit needs little more.',
  citations: [MANCONI_2020, ATNF],
  reproduces: null,
};
