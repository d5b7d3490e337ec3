import { fitProblem } from '../../analysis/fitProblem.ts';
import { goodnessOfFit } from '../../analysis/goodness.ts';
import { SHARE_ENERGIES_GeV } from '../../analysis/readouts.ts';
import { errorAnalysis } from '../../fit/errors.ts';
import { type LeastSquaresProblem, type Minimum, minimise, runToEnd } from '../../fit/leastSquares.ts';
import { profileInterval } from '../../fit/profile.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { withValue } from '../../model/paths.ts';
import type { Scenario } from '../../model/scenario.ts';
import { predictSpectrum } from '../../predict/spectrum.ts';
import { type Family, statistics } from '../family.ts';
import type { CaseReader } from '../referenceDocument.ts';
import { goodnessValues } from './chiSquared.ts';
import { type FitCase, readFitCase } from './fitCase.ts';

function problemFrom(
  kernel: Kernel,
  { scenario, paths, lower, upper, data }: FitCase,
  start: Float64Array,
): LeastSquaresProblem {
  const started = paths.reduce((changed, path, index) => withValue(changed, path, start[index] as number), scenario);
  return { ...fitProblem(kernel, started, [data]), lower, upper };
}

/** Share of the sources, all together, in the flux at the energies of the reference. */
function sourceShares(kernel: Kernel, scenario: Scenario): number[] {
  const { total, components } = predictSpectrum(kernel, scenario, Float64Array.from(SHARE_ENERGIES_GeV));
  const sources = components.filter(({ kind }) => kind === 'pulsar');
  return Array.from(
    total,
    (flux, index) => sources.reduce((sum, source) => sum + (source.flux[index] as number), 0) / flux,
  );
}

/**
 * The problem of the parameters that have errors; the others are held where the search left them, as the reference does
 * for its errors, correlations and profiles alike.
 */
function withOthersHeld(problem: LeastSquaresProblem, minimum: Minimum, indices: readonly number[]) {
  const pick = (vector: Float64Array) => Float64Array.from(indices, (index) => vector[index] as number);
  const held: LeastSquaresProblem = {
    residuals(values) {
      const all = minimum.best.slice();
      indices.forEach((index, place) => {
        all[index] = values[place] as number;
      });
      return problem.residuals(all);
    },
    start: pick(minimum.best),
    lower: pick(problem.lower),
    upper: pick(problem.upper),
    typicalSize: pick(problem.typicalSize),
  };
  const best: Minimum = {
    ...minimum,
    best: held.start,
    atBound: indices.map((index) => minimum.atBound[index] ?? null),
  };
  return { held, best };
}

function profileIntervals(problem: LeastSquaresProblem, minimum: Minimum, indices: readonly number[]) {
  const { held, best } = withOthersHeld(problem, minimum, indices);
  return indices.map((_, place) => runToEnd(profileInterval(held, best, place)));
}

function fitFromEveryStart(kernel: Kernel, fitCase: FitCase, reader: CaseReader) {
  const fits = fitCase.starts.map((start) => {
    const problem = problemFrom(kernel, fitCase, start);
    return { problem, minimum: runToEnd(minimise(problem)) as Minimum };
  });
  const failed = fits.findIndex(({ minimum }) => !minimum.converged);
  if (failed >= 0)
    reader.refuse(
      `parameters.starts[${failed}]`,
      fitCase.starts[failed],
      `a start from which the fit converges (${fits[failed]?.minimum.reason})`,
    );
  const lowest = fits.reduce((best, next) => (next.minimum.chi2 < best.minimum.chi2 ? next : best));
  return { ...lowest, chi2FromEveryStart: fits.map(({ minimum }) => minimum.chi2) };
}

/** A bounded fit of one or more pulsars and the diffuse term to the AMS-02 positrons (PHYSICS.md section 11). */
export const nonlinearFitFamily: Family = {
  name: 'nonlinear-fit',
  inputs: ['energies_GeV'],
  recognisedBy: ['fixed', 'free', 'starts'],
  parameters: ['fixed', 'otherSources', 'diffuseTerm', 'free', 'minEnergy_GeV', 'maxEnergy_GeV', 'errors', 'starts'],
  outputs: ['values', 'chi2FromEveryStart'],
  tableOnly: ['hessianErrorsRelativeUncertainty'],
  mayLack: ['profileInterval'],
  evaluate(kernel, reader) {
    const fitCase = readFitCase(reader);
    const { scenario, names, paths, energies } = fitCase;
    const { problem, minimum, chi2FromEveryStart } = fitFromEveryStart(kernel, fitCase, reader);
    const errors = errorAnalysis(problem, minimum);
    const best = paths.reduce(
      (changed, path, index) => withValue(changed, path, minimum.best[index] as number),
      scenario,
    );
    return {
      values: {
        best: Array.from(minimum.best),
        ...(({ chi2, degreesOfFreedom, pValue, AIC }) => ({
          chi2,
          points: energies.length,
          degreesOfFreedom,
          pValue,
          AIC,
        }))(goodnessValues(goodnessOfFit(kernel, minimum.chi2, energies.length, paths.length))),
        errorsFor: errors.indices.map((index) => names[index]),
        hessianErrors: errors.indices.map((index) => errors.errors[index]),
        gaussNewtonErrors: errors.indices.map((index) => errors.gaussNewtonErrors[index]),
        correlation: errors.correlation,
        profileInterval: profileIntervals(problem, minimum, errors.indices),
        boundsHit: names.filter((_, index) => minimum.atBound[index] !== null),
        model: Array.from(predictSpectrum(kernel, best, energies).total),
        sourceShareAt100_300_800GeV: sourceShares(kernel, best),
      },
      chi2FromEveryStart,
    };
  },
  rule: statistics(1e-4),
};
