/** One diluted blackbody: a Planck spectrum of this temperature scaled to this energy density. */
export interface RadiationComponent {
  readonly name: string;
  readonly temperature_K: number;
  readonly energyDensity_eV_cm3: number;
}

export interface RadiationField {
  readonly label: string;
  readonly paper: string;
  readonly components: readonly RadiationComponent[];
}

/** Interstellar radiation fields as published models use them. */
export const RADIATION_FIELDS = {
  hooper2017: {
    label: 'Hooper et al. 2017',
    paper: 'Hooper, Cholis, Linden, Fang, PRD 96, 103013 (2017)',
    components: [
      { name: 'CMB', temperature_K: 2.7, energyDensity_eV_cm3: 0.26 },
      { name: 'IR', temperature_K: 20, energyDensity_eV_cm3: 0.6 },
      { name: 'stars', temperature_K: 5000, energyDensity_eV_cm3: 0.6 },
      { name: 'UV', temperature_K: 20000, energyDensity_eV_cm3: 0.1 },
    ],
  },
  hawc2017: {
    label: 'HAWC 2017',
    paper: 'Abeysekara et al. (HAWC), Science 358, 911 (2017), as run in the code EDGE',
    components: [
      { name: 'CMB', temperature_K: 2.7, energyDensity_eV_cm3: 0.26 },
      { name: 'IR', temperature_K: 20, energyDensity_eV_cm3: 0.3 },
      { name: 'optical', temperature_K: 5000, energyDensity_eV_cm3: 0.3 },
    ],
  },
  evoli2018: {
    label: 'Evoli et al. 2018',
    paper: 'Evoli, Linden, Morlino, arXiv:1807.09263 (2018), as in the code SelfTevHalos',
    components: [
      { name: 'CMB', temperature_K: 2.7, energyDensity_eV_cm3: 0.26 },
      { name: 'IR', temperature_K: 20, energyDensity_eV_cm3: 0.3 },
      { name: 'starlight', temperature_K: 5000, energyDensity_eV_cm3: 0.3 },
      { name: 'UV', temperature_K: 20000, energyDensity_eV_cm3: 0.1 },
    ],
  },
} as const satisfies Record<string, RadiationField>;

export type RadiationFieldName = keyof typeof RADIATION_FIELDS | 'custom';
