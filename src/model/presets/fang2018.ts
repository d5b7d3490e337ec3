import { defaultsOf, haloBlock } from '../parameters.ts';
import { ATNF, FANG_2018, HAWC_2017 } from './citations.ts';
import { fastGeminga, geminga, hooperLosses } from './geminga.ts';
import type { Preset } from './presetTypes.ts';

/** Both coefficients at 100 TeV, 4.5e27 and 1.8e30 cm^2/s, with a slope of 1/3. */
export const fang2018: Preset = {
  id: 'fang-2018',
  scenario: {
    ...fastGeminga,
    name: 'Geminga, two zones, after Fang et al. 2018',
    sources: [
      {
        ...geminga,
        efficiency: 0.5,
        spectralIndex: 2.2,
        cutoffEnergy_GeV: 5e5,
        spinDownLuminosity_erg_s: 3.2e34,
        spinDownTimescale_kyr: 10,
        minEnergy_GeV: 1,
      },
    ],
    propagation: {
      ...fastGeminga.propagation,
      D0_cm2_s: 3.877982e28,
      delta: 1 / 3,
      halo: { ...defaultsOf(haloBlock), D0_cm2_s: 9.694956e25, radius_pc: 50 },
    },
    losses: { ...hooperLosses, radiationField: 'hawc2017' },
    fit: {
      ...fastGeminga.fit,
      free: ['sources[Geminga].efficiency', 'sources[Geminga].spectralIndex', 'background.normalisation'],
    },
  },
  about:
    'Slow diffusion within 50 pc, normal outside: the flux at hundreds of GeV triples. Move the radius: 30 to 70 pc help, 100 pc starve us.',
  citations: [FANG_2018, HAWC_2017, ATNF],
  reproduces: null,
};
