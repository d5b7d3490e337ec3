import { defaultsOf, haloBlock } from '../parameters.ts';
import { ATNF, PROFUMO_2018 } from './citations.ts';
import { fastGeminga, geminga } from './geminga.ts';
import type { Preset } from './presetTypes.ts';

/** D = 3.86e28 (E/3 GeV)^0.33 cm^2/s outside, a hundredth of it within 30 pc; losses b0 of 0.86 eV/cm^3 and 3 uG. */
export const profumo2018: Preset = {
  id: 'profumo-2018',
  scenario: {
    ...fastGeminga,
    name: 'Geminga, a small slow pocket, after Profumo et al. 2018',
    sources: [{ ...geminga, efficiency: 2, spectralIndex: 2.34, cutoffEnergy_GeV: 1e5, age_kyr: 324 }],
    propagation: {
      ...fastGeminga.propagation,
      D0_cm2_s: 2.686193e28,
      delta: 0.33,
      halo: { ...defaultsOf(haloBlock), D0_cm2_s: 2.686193e26, radius_pc: 30 },
    },
    losses: {
      model: 'thomson',
      magneticField_uG: null,
      b0_GeV_s: 1.103401e-16,
      radiationField: null,
      radiationComponents: null,
    },
    fit: { ...fastGeminga.fit, free: ['sources[Geminga].efficiency', 'background.normalisation'] },
  },
  about:
    'A pocket of 30 pc with a hundredth of the diffusion, Thomson losses and a steep spectrum: slow diffusion around pulsars need not starve us.',
  citations: [PROFUMO_2018, ATNF],
  reproduces: null,
};
