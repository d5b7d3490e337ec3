import { AMS_2019 } from './papers.ts';
import { type Block, choice, number } from './parameter.ts';

const normalisation = (help: string) =>
  number({
    symbol: 'A_sec',
    label: 'secondaries',
    unit: 'none',
    default: 1,
    range: [0, 100],
    slider: [0.1, 5],
    scale: 'log',
    level: 'basic',
    help,
    published: [{ value: 1, paper: AMS_2019 }],
  });

/** Positrons that no pulsar made: the diffuse term of the AMS-02 fit. */
export const diffuseTermBlock = {
  normalisation: normalisation(
    'Multiplies the AMS-02 diffuse term, C_d (E/7 GeV)^−4.07 with C_d = 0.0651. The low energies rise with it.',
  ),
} as const satisfies Block;

/** Secondary positrons: protons and helium nuclei of cosmic rays on the gas of the disc. */
export const secondariesBlock = {
  normalisation: {
    ...normalisation(
      'Multiplies the computed secondaries: cross sections, gas and propagation leave some tens of per cent open. The low energies rise with it.',
    ),
    published: [],
  },
  primarySpectra: choice({
    symbol: '',
    label: 'protons and helium',
    default: 'ams02-demodulated',
    options: {
      'ams02-demodulated': 'AMS-02 demodulated, Voyager 1 below, DAMPE above',
      'lis-parametrisation': 'parametrised proton spectrum, helium from its ratio',
    },
    level: 'advanced',
    help: 'Interstellar spectra of the nuclei that make the positrons. A positron has a few per cent of the energy of the nucleus that made it.',
  }),
  hydrogenDensity_per_cm3: number({
    symbol: 'n_H',
    label: 'hydrogen in the disc',
    unit: 'per_cm3',
    default: 0.9,
    range: [0, 100],
    slider: [0.1, 3],
    scale: 'linear',
    level: 'advanced',
    help: 'Number density of hydrogen within the disc. Secondaries are proportional to the gas.',
  }),
  heliumDensity_per_cm3: number({
    symbol: 'n_He',
    label: 'helium in the disc',
    unit: 'per_cm3',
    default: 0.1,
    range: [0, 100],
    slider: [0, 0.5],
    scale: 'linear',
    level: 'advanced',
    help: 'Number density of helium within the disc.',
  }),
} as const satisfies Block;

/** A spectrum of other positrons that a person brings as a table. */
export const tableBlock = {
  normalisation: {
    ...normalisation('Multiplies the flux of the table.'),
    label: 'table',
    published: [],
  },
} as const satisfies Block;
