import { binAverage } from '../../analysis/binAverage.ts';
import { CASE_ENERGY_LIMITS_GeV, type Family, relative } from '../family.ts';
import { GIVEN_SPECTRUM_NAMES, givenSpectrum } from './givenSpectrum.ts';

/** A given spectrum averaged over bins (PHYSICS.md section 11). */
export const binAverageFamily: Family = {
  name: 'bin-average',
  inputs: ['binLow_GeV', 'binHigh_GeV'],
  recognisedBy: ['spectrum'],
  parameters: GIVEN_SPECTRUM_NAMES,
  outputs: ['values'],
  evaluate(kernel, reader) {
    const low = reader.energies('binLow_GeV', CASE_ENERGY_LIMITS_GeV);
    const high = reader.energies('binHigh_GeV', CASE_ENERGY_LIMITS_GeV, low.length);
    const empty = high.findIndex((upper, index) => upper <= (low[index] as number));
    if (empty >= 0) reader.refuse(`binHigh_GeV[${empty}]`, high[empty], `above ${low[empty]} GeV, the lower edge`);
    return { values: Array.from(binAverage(givenSpectrum(kernel, reader), low, high)) };
  },
  rule: relative(1e-4),
};
