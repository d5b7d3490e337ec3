import { ATNF, EVOLI_2018 } from './papers.ts';
import { type Block, choice, nullable, number } from './parameter.ts';
import { pulsarBlock } from './pulsar.ts';

/** Which pulsars of the catalogue count, and what the catalogue leaves open. */
export const populationSelectionBlock = {
  catalogue: choice({
    symbol: '',
    label: 'catalogue',
    default: 'atnf-2.65',
    options: { 'atnf-2.65': ATNF },
    level: 'advanced',
    help: 'Pulsars within 10 kpc, 1 kyr to 100 Myr old, without millisecond pulsars and those of globular clusters.',
  }),
  distanceModel: choice({
    symbol: '',
    label: 'distances',
    default: 'catalogue',
    options: {
      catalogue: 'as the catalogue lists them',
      ymw16: 'electron density model YMW16',
      ne2001: 'electron density model NE2001',
      independent: 'independent of the dispersion (parallax, association)',
    },
    level: 'advanced',
    help: 'Several near pulsars differ by factors of 3 to 8 between the models. Where the chosen kind is missing, the catalogue’s distance is taken.',
  }),
  ageModel: choice({
    symbol: '',
    label: 'ages',
    default: 'characteristic',
    options: { characteristic: 'characteristic, P/(2Ṗ)', 'spin-down': 'from the spin-down, 2τ_c/(n−1) − τ₀' },
    level: 'advanced',
    help: 'The characteristic age is longer than the real one of a pulsar that was born spinning slowly.',
  }),
  kinds: choice({
    symbol: '',
    label: 'kinds of pulsars',
    default: 'all',
    options: { all: 'all', 'no-magnetars': 'without magnetars', 'high-energy': 'seen in X or gamma rays only' },
    level: 'advanced',
    help: 'Which kinds of the catalogue’s pulsars count.',
  }),
  maxDistance_kpc: number({
    symbol: 'd_max',
    label: 'farthest',
    unit: 'kpc',
    default: 10,
    range: [0.05, 30],
    slider: [0.1, 10],
    scale: 'log',
    level: 'advanced',
    fit: false,
    help: 'Pulsars farther away are left out. Above 100 GeV only the nearest kiloparsecs matter.',
  }),
  minAge_kyr: number({
    symbol: 't_min',
    label: 'youngest',
    unit: 'kyr',
    default: 1,
    range: [0, 1e5],
    slider: [1, 100],
    scale: 'log',
    level: 'advanced',
    fit: false,
    help: 'Younger pulsars are left out: their positrons may still be held by the remnant.',
  }),
  maxAge_kyr: number({
    symbol: 't_max',
    label: 'oldest',
    unit: 'kyr',
    default: 1e5,
    range: [1, 1e6],
    slider: [1e3, 1e5],
    scale: 'log',
    level: 'advanced',
    fit: false,
    help: 'Older pulsars are left out. Their positrons have cooled below 10 GeV after some 30 Myr.',
  }),
  minSpinDownLuminosity_erg_s: number({
    symbol: 'Ė_min',
    label: 'weakest',
    unit: 'erg_s',
    default: 1e28,
    range: [1e20, 1e41],
    slider: [1e28, 1e36],
    scale: 'log',
    level: 'advanced',
    fit: false,
    help: 'Pulsars that lose less energy today are left out.',
  }),
} as const satisfies Block;

const { distance_pc: _, age_kyr: __, spinDownLuminosity_erg_s: ___, ...shared } = pulsarBlock;

/** What all pulsars of the catalogue share: how they inject. */
export const sharedInjectionBlock = {
  ...shared,
  spinDownTimescale_kyr: {
    ...shared.spinDownTimescale_kyr,
    published: [{ value: 10, paper: EVOLI_2018 }],
  },
} as const satisfies Block;

export const populationBlock = { ...populationSelectionBlock, ...sharedInjectionBlock } as const satisfies Block;

const own = <Key extends 'distance_pc' | 'age_kyr' | 'spinDownLuminosity_erg_s' | 'efficiency' | 'spectralIndex'>(
  key: Key,
  whenNull: string,
) => {
  const { kind: _, default: start, ...parameter } = pulsarBlock[key];
  return nullable({ ...parameter, default: null, start, whenNull, level: 'advanced' });
};

/** What one pulsar of the catalogue has of its own; null takes the catalogue's or the shared value. */
export const pulsarOverrideBlock = {
  distance_pc: own('distance_pc', 'as the catalogue and the choice of distances say'),
  age_kyr: own('age_kyr', 'as the catalogue and the choice of ages say'),
  spinDownLuminosity_erg_s: own('spinDownLuminosity_erg_s', 'as the catalogue says'),
  efficiency: own('efficiency', 'the shared efficiency'),
  spectralIndex: own('spectralIndex', 'the shared spectral index'),
  cutoffEnergy_GeV: {
    ...pulsarBlock.cutoffEnergy_GeV,
    default: null,
    whenNull: 'the shared cutoff',
    level: 'advanced',
  },
} as const satisfies Block;
