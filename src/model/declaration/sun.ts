import { AMS_2019 } from './papers.ts';
import { type Block, number } from './parameter.ts';

/** What the Sun does to every component. */
export const sunBlock = {
  potential_MV: number({
    symbol: 'φ',
    label: 'modulation potential',
    unit: 'MV',
    default: 600,
    range: [0, 5000],
    slider: [0, 2000],
    scale: 'linear',
    level: 'basic',
    help: 'Force-field potential. A larger one lowers the flux, most at low energies: 8 % at 60 GeV for 1100 MV.',
    published: [
      { value: 583, paper: 'mean of 2011-05 to 2017-11, Usoskin et al. (2017)' },
      { value: 1100, paper: AMS_2019 },
    ],
  }),
} as const satisfies Block;
