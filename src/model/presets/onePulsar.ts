import { AMS_2019, ATNF, HAWC_2017, HOOPER_2017 } from './citations.ts';
import { fastGeminga, geminga } from './geminga.ts';
import type { Preset } from './presetTypes.ts';

export const gemingaFastDiffusion: Preset = {
  id: 'geminga',
  scenario: fastGeminga,
  about:
    'Geminga alone, in the diffusion of the Galaxy at large. It can draw the AMS-02 curve, but only with more energy than the pulsar had.',
  citations: [HOOPER_2017, ATNF, AMS_2019],
  reproduces: null,
};

export const monogemFastDiffusion: Preset = {
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
};
