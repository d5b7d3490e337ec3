/** Interstellar spectra that cases give as a formula. */
import type { Kernel } from '../../kernel/kernel.ts';
import type { CaseReader } from '../referenceDocument.ts';

const POWER_LAW = ['K (T/GeV)^-g', 'K (E/GeV)^-g'] as const;
const BROKEN = ['K (T/GeV)^-g1 / (1 + (T/Tb)^(g2-g1))', 'K (E/GeV)^-g1 / (1 + (E/Tb)^(g2-g1))'] as const;

/** Parameters that the formulas use. */
export const GIVEN_SPECTRUM_NAMES = ['spectrum', 'K', 'g', 'g1', 'g2', 'Tb_GeV'];

/**
 * The spectrum of a case as a function of energies in GeV.
 *
 * @throws {InputError} for a formula that is none of those above, or one whose parameters are missing
 */
export function givenSpectrum(kernel: Kernel, reader: CaseReader): (energies_GeV: Float64Array) => Float64Array {
  const formula = reader.choice('spectrum', [...POWER_LAW, ...BROKEN]);
  const K = reader.parameter('K');
  if ((POWER_LAW as readonly string[]).includes(formula)) {
    const g = reader.parameter('g');
    return (energies) => kernel.powerLaw(K, g, 1, energies);
  }
  const [g1, g2, Tb] = [reader.parameter('g1'), reader.parameter('g2'), reader.parameter('Tb_GeV')];
  if (Tb <= 0) reader.refuse('parameters.Tb_GeV', Tb, 'above 0 GeV');
  return (energies) => {
    const ratio = kernel.powerLaw(1, g1 - g2, Tb, energies);
    return kernel.powerLaw(K, g1, 1, energies).map((value, index) => value / (1 + (ratio[index] as number)));
  };
}
