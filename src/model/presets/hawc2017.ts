import { HAWC_2017 } from './citations.ts';
import { fastGeminga, geminga, hooperLosses } from './geminga.ts';
import type { Preset } from './presetTypes.ts';

export const gemingaHawc2017: Preset = {
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
};
