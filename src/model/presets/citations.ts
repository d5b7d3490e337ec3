import type { Citation } from './presetTypes.ts';

export const AMS_2019: Citation = {
  text: 'Aguilar et al. (AMS), Towards Understanding the Origin of Cosmic-Ray Positrons, PRL 122, 041102 (2019)',
  doi: '10.1103/PhysRevLett.122.041102',
};
export const HAWC_2017: Citation = {
  text: 'Abeysekara et al. (HAWC), Extended gamma-ray sources around pulsars constrain the origin of the positron flux at Earth, Science 358, 911 (2017)',
  doi: '10.1126/science.aan4880',
};
export const HOOPER_2017: Citation = {
  text: 'Hooper, Cholis, Linden, Fang, HAWC observations strongly favor pulsar interpretations of the cosmic-ray positron excess, PRD 96, 103013 (2017)',
  doi: '10.1103/PhysRevD.96.103013',
};
export const ATNF: Citation = {
  text: 'Manchester, Hobbs, Teoh, Hobbs, The Australia Telescope National Facility Pulsar Catalogue, AJ 129, 1993 (2005), version 2.65',
  doi: '10.1086/428488',
};
export const DI_MAURO_2019: Citation = {
  text: 'Di Mauro, Manconi, Donato, Detection of a gamma-ray halo around Geminga with the Fermi-LAT data and implications for the positron flux, PRD 100, 123015 (2019)',
  doi: '10.1103/PhysRevD.100.123015',
};
export const FANG_2018: Citation = {
  text: 'Fang, Bi, Yin, Yuan, Two-zone diffusion of electrons and positrons from Geminga explains the positron anomaly, ApJ 863, 30 (2018)',
  doi: '10.3847/1538-4357/aad092',
};
export const PROFUMO_2018: Citation = {
  text: 'Profumo, Reynoso-Cordova, Kaaz, Silverman, Lessons from HAWC pulsar wind nebulae observations: The diffusion constant is not a constant; pulsars remain the likeliest sources of the anomalous positron fraction; cosmic rays are trapped for long periods of time in pockets of inefficient diffusion, arXiv:1803.09731 (2018)',
  doi: '10.48550/arXiv.1803.09731',
};
export const MANCONI_2020: Citation = {
  text: 'Manconi, Di Mauro, Donato, Contribution of pulsars to cosmic-ray positrons in light of recent observation of inverse-Compton halos, arXiv:2001.09985 (2020)',
  doi: '10.48550/arXiv.2001.09985',
};
export const EVOLI_2021: Citation = {
  text: 'Evoli, Amato, Blasi, Aloisio, Galactic factories of cosmic-ray electrons and positrons, arXiv:2010.11955 (2020)',
  doi: '10.48550/arXiv.2010.11955',
};
