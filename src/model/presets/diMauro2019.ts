/**
 * Geminga's share of the positrons, after the study that found its halo in Fermi-LAT data: at most a fifth with a hard
 * spectrum; three times more with a softer one; nothing if the halo's slow diffusion filled the Galaxy.
 */
import { defaultsOf, haloBlock } from '../parameters.ts';
import type { Halo, Scenario } from '../scenario.ts';
import { ATNF, DI_MAURO_2019, HAWC_2017 } from './citations.ts';
import { fastGeminga, geminga } from './geminga.ts';
import type { Preset } from './presetTypes.ts';

/** 4.5e27 cm^2/s at 100 TeV, as HAWC measured, with a slope of 1/3. */
const HALO_D0_cm2_s = 9.694956e25;
const halo: Halo = { ...defaultsOf(haloBlock), D0_cm2_s: HALO_D0_cm2_s, radius_pc: 50 };

/** Geminga alone, before the Sun: what its share is counted from. */
const twoZones: Scenario = {
  ...fastGeminga,
  name: 'Geminga, two zones, after Di Mauro et al. 2019',
  sources: [{ ...geminga, efficiency: 0.067, spectralIndex: 1.8, cutoffEnergy_GeV: 3e5 }],
  propagation: { ...fastGeminga.propagation, D0_cm2_s: 3.86e28, delta: 1 / 3, halo },
  background: { model: 'none' },
  sun: { potential_MV: 0 },
  fit: { ...fastGeminga.fit, free: ['sources[Geminga].efficiency'] },
};

export const diMauro2019: Preset = {
  id: 'di-mauro-2019',
  scenario: twoZones,
  about:
    'The efficiency that gives HAWC’s gamma rays at 20 TeV, a hard spectrum and a halo of 50 pc: Geminga alone makes at most a fifth of the positrons, before the Sun.',
  citations: [DI_MAURO_2019, HAWC_2017, ATNF],
  reproduces:
    'at most 20 % of the AMS-02 positrons: 4.4, 8.5 and 20 % in the bins at 102.6, 326.8 and 832 GeV (the spectrum and the radius are a choice within the paper’s ranges)',
};

export const diMauro2019SoftSpectrum: Preset = {
  id: 'di-mauro-2019-soft',
  scenario: {
    ...twoZones,
    name: 'Geminga, two zones, softer spectrum',
    sources: [{ ...geminga, efficiency: 0.33, spectralIndex: 2, cutoffEnergy_GeV: 1e5 }],
  },
  about:
    'The same halo and the same gamma rays with γ = 2 and a cutoff at 100 TeV: the share rises to a third, a half and three quarters. The claim hangs on the spectrum.',
  citations: [DI_MAURO_2019, HAWC_2017, ATNF],
  reproduces: null,
};

export const diMauro2019OneZone: Preset = {
  id: 'di-mauro-2019-one-zone',
  scenario: {
    ...twoZones,
    name: 'Geminga, the halo’s diffusion everywhere',
    propagation: { ...twoZones.propagation, D0_cm2_s: HALO_D0_cm2_s, halo: null },
  },
  about: 'The slow diffusion of the halo, put everywhere: nothing arrives below a TeV.',
  citations: [DI_MAURO_2019, HAWC_2017, ATNF],
  reproduces: null,
};
