import { defaultsOf, populationBlock } from '../parameters.ts';
import type { Population } from '../scenario.ts';

/** All pulsars of the catalogue with the values that the declaration starts from, the near and bright ones shown by name. */
export const cataloguePulsars: Population = {
  ...defaultsOf(populationBlock),
  named: ['J0633+1746', 'J0659+1414', 'J1057-5226', 'J0835-4510'],
  overrides: [],
};
