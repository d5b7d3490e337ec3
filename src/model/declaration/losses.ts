import { EVOLI_2018, HAWC_2017 } from './papers.ts';
import { type Block, choice, nullable, number } from './parameter.ts';

/** How positrons lose energy. */
export const lossesBlock = {
  model: choice({
    symbol: '',
    label: 'energy losses',
    default: 'klein-nishina',
    options: {
      'klein-nishina': 'exact Klein–Nishina',
      'kn-fit': 'approximate Klein–Nishina, V/(V + γ²)',
      thomson: 'Thomson, b = b₀ E² (approximation)',
    },
    level: 'advanced',
    help: 'Thomson losses are too strong at high energies: they move the bump down. The approximation V/(V + γ²) is in several public codes and up to 3 times off for one field.',
  }),
  magneticField_uG: nullable({
    symbol: 'B',
    label: 'magnetic field',
    unit: 'uG',
    default: 3,
    start: 3,
    whenNull: 'not used by Thomson losses',
    range: [0, 1000],
    slider: [0.1, 20],
    scale: 'log',
    level: 'basic',
    help: 'Synchrotron losses grow as B². A stronger field cools positrons faster and moves the bump to lower energy.',
    published: [
      { value: 1, paper: EVOLI_2018 },
      { value: 3, paper: HAWC_2017 },
    ],
  }),
  b0_GeV_s: nullable({
    symbol: 'b_0',
    label: 'Thomson loss rate at 1 GeV',
    unit: 'GeV_s',
    default: null,
    start: 1e-16,
    whenNull: 'not used by Klein–Nishina losses',
    range: [1e-20, 1e-10],
    slider: [1e-17, 1e-15],
    scale: 'log',
    level: 'basic',
    help: 'b = b₀ (E/GeV)². Faster cooling moves the bump to lower energy.',
    published: [{ value: 1e-16, paper: 'the round number in common use' }],
  }),
} as const satisfies Block;

/** One diluted blackbody of a custom radiation field. */
export const radiationComponentBlock = {
  temperature_K: number({
    symbol: 'T',
    label: 'temperature',
    unit: 'K',
    default: 2.7,
    range: [0.1, 1e6],
    slider: [1, 1e5],
    scale: 'log',
    level: 'advanced',
    fit: false,
    help: 'Temperature of the diluted blackbody. Hotter photons leave the Thomson regime at lower positron energy.',
  }),
  energyDensity_eV_cm3: number({
    symbol: 'U',
    label: 'energy density',
    unit: 'eV_cm3',
    default: 0.26,
    range: [0, 1e6],
    slider: [0.01, 100],
    scale: 'log',
    level: 'advanced',
    fit: false,
    help: 'Energy density of the field; the losses on it are proportional to it.',
  }),
} as const satisfies Block;
