import type { GoodnessOfFit } from '../../analysis/analysisTypes.ts';
import { goodnessOfFit } from '../../analysis/goodness.ts';
import { type Family, statistics } from '../family.ts';

/** How the errors of a point combine. */
export const ERRORS = ['stat+syst', 'stat'] as const;

/** Errors of the points: statistical, or with the systematic ones in quadrature. */
export function sigmas(errors: (typeof ERRORS)[number], stat: Float64Array, syst: Float64Array): Float64Array {
  if (errors === 'stat') return stat;
  return stat.map((error, index) => {
    const systematic = syst[index] as number;
    return Math.sqrt(error * error + systematic * systematic);
  });
}

/** The goodness of a fit under the names that reference files use. */
export function goodnessValues({ chi2, degreesOfFreedom, pValue, aic }: GoodnessOfFit) {
  return { chi2, degreesOfFreedom, pValue, AIC: aic };
}

/** chi-squared of a given model vector (PHYSICS.md section 11). */
export const chiSquaredFamily: Family = {
  name: 'chi2',
  inputs: ['energies_GeV', 'measured', 'stat', 'syst', 'model'],
  recognisedBy: ['errors', 'freeParameters'],
  parameters: ['minEnergy_GeV', 'maxEnergy_GeV', 'errors', 'freeParameters', 'selection'],
  outputs: ['values'],
  evaluate(kernel, reader) {
    const energies = reader.positives('energies_GeV');
    const [measured, model] = [reader.numbers('measured', energies.length), reader.numbers('model', energies.length)];
    const sigma = sigmas(
      reader.choice('errors', ERRORS),
      reader.positives('stat', energies.length),
      reader.numbers('syst', energies.length),
    );
    if (reader.parameters['selection'] !== undefined) {
      reader.choice('selection', ['bins with E_mean strictly inside (min,max)']);
    }
    const min = reader.parameter('minEnergy_GeV');
    const max =
      reader.parameters['maxEnergy_GeV'] === undefined ? Number.POSITIVE_INFINITY : reader.parameter('maxEnergy_GeV');
    let chi2 = 0;
    let points = 0;
    energies.forEach((energy, index) => {
      if (energy <= min || energy >= max) return;
      const pull = ((measured[index] as number) - (model[index] as number)) / (sigma[index] as number);
      chi2 += pull * pull;
      points += 1;
    });
    const { degreesOfFreedom, pValue, AIC } = goodnessValues(
      goodnessOfFit(kernel, chi2, points, reader.parameter('freeParameters')),
    );
    return { values: { chi2, points, degreesOfFreedom, pValue, AIC } };
  },
  rule: statistics(1e-4),
};
