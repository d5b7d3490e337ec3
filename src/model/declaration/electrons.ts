import { type Block, choice } from './parameter.ts';

/** The electrons beside the positrons, for the positron fraction and for electrons and positrons together. */
export const electronsBlock = {
  flux: choice({
    symbol: '',
    label: 'electrons',
    default: 'ams02-electrons-2021',
    options: {
      'ams02-electrons-2021': 'the electrons that AMS-02 measured',
      own: 'the electrons of the own table (ownData)',
    },
    level: 'advanced',
    help: 'The program models positrons only. Where electrons are needed it takes the measured ones, which contain those of the pulsars.',
  }),
} as const satisfies Block;
