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
