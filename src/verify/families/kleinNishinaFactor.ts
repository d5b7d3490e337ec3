import { type Family, relative } from '../family.ts';

/** Far above any photon and positron; further up the powers of x leave the range of doubles. */
const LARGEST_ARGUMENT = 1e30;

/** f_KN(x) (PHYSICS.md section 3). */
export const kleinNishinaFactorFamily: Family = {
  name: 'fkn',
  inputs: ['argument_x'],
  recognisedBy: [],
  parameters: [],
  outputs: ['values'],
  evaluate(kernel, reader) {
    const x = reader.positives('argument_x');
    const large = x.findIndex((argument) => argument > LARGEST_ARGUMENT);
    if (large >= 0) reader.refuse(`argument_x[${large}]`, x[large], `at most ${LARGEST_ARGUMENT}`);
    return { values: Array.from(kernel.kleinNishinaFactor(x)) };
  },
  rule: relative(1e-6),
};
