import { goodnessOfFit } from '../../analysis/goodness.ts';
import { linearLeastSquares } from '../../fit/linearFit.ts';
import { type Family, statistics } from '../family.ts';
import { goodnessValues } from './chiSquared.ts';

/** Weighted linear least squares (PHYSICS.md section 11). */
export const linearFitFamily: Family = {
  name: 'linear-fit',
  inputs: ['designMatrix', 'measured', 'sigma'],
  recognisedBy: [],
  parameters: ['parameterNames'],
  outputs: ['values'],
  evaluate(kernel, reader) {
    const rows = reader.rows('designMatrix');
    const measured = reader.numbers('measured', rows.length);
    const fit = linearLeastSquares(rows, measured, reader.positives('sigma', rows.length));
    return {
      values: {
        best: Array.from(fit.best),
        errors: Array.from(fit.errors),
        correlation: fit.correlation,
        ...goodnessValues(goodnessOfFit(kernel, fit.chi2, rows.length, fit.best.length)),
      },
    };
  },
  rule: statistics(1e-4),
};
