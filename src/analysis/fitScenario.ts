/** Fits the free parameters of a scenario to its data. */
import { dataset } from '../data/datasets.ts';
import type { Dataset } from '../data/datasetTypes.ts';
import { errorAnalysis } from '../fit/errors.ts';
import { type LeastSquaresProblem, minimise } from '../fit/leastSquares.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { InputError } from '../model/inputError.ts';
import { type FreeableParameter, parameterAt, valueAt, withValue } from '../model/paths.ts';
import type { Scenario } from '../model/scenario.ts';
import { checkValues } from '../model/scenarioRules.ts';
import { predictSpectrum } from '../predict/spectrum.ts';
import type { FitProgress, FitReport } from './analysisTypes.ts';
import { findingsOf, verdictOf } from './findings.ts';
import { goodnessOfFit, pointErrors, pointsInRange } from './goodness.ts';
import { energyBudgets, shareReadouts } from './readouts.ts';

export interface FitOptions {
  /** Data other than the scenario's own. */
  readonly dataset?: Dataset;
  /** A clock in ms, for elapsed_ms. */
  readonly now?: () => number;
}

/** Part of the slider's range, or of its lower end where it is logarithmic, that counts as a change that matters. */
const TYPICAL_PART = 0.01;

/** The least-squares problem of a scenario: bounds are the physical ranges of the declaration. */
export function fitProblem(
  kernel: Kernel,
  scenario: Scenario,
  data: Dataset,
): LeastSquaresProblem & { points: number } {
  const paths = scenario.fit.free;
  if (paths.length === 0)
    throw new InputError('fit.free', 'fit.free is empty: there is nothing to fit; free at least one parameter.');
  const used = pointsInRange(data, scenario.fit.energyRange_GeV);
  const indices = used.flatMap((inside, i) => (inside ? [i] : []));
  if (indices.length < paths.length) {
    const [low, high] = scenario.fit.energyRange_GeV;
    throw new InputError(
      'fit.energyRange_GeV',
      `fit.energyRange_GeV, ${low} to ${high} GeV, holds ${indices.length} points of ${data.label} for ${paths.length} free parameters; widen it or free fewer.`,
    );
  }
  const pick = (column: Float64Array) => Float64Array.from(indices, (i) => column[i] as number);
  const energies = pick(data.meanEnergy_GeV);
  const flux = pick(data.flux);
  const error = pick(pointErrors(data));
  const declared = paths.map((path) => parameterAt(scenario, path) as FreeableParameter);
  const start = Float64Array.from(paths, (path) => valueAt(scenario, path) as number);
  return {
    points: indices.length,
    start,
    lower: Float64Array.from(declared, ({ range }) => range[0]),
    upper: Float64Array.from(declared, ({ range }) => range[1]),
    typicalSize: Float64Array.from(declared, ({ slider, scale }, i) =>
      scale === 'log'
        ? Math.max(0.1 * Math.abs(start[i] as number), TYPICAL_PART * slider[0])
        : TYPICAL_PART * (slider[1] - slider[0]),
    ),
    residuals(values) {
      const moved = withValues(scenario, paths, values);
      // Where rules between values are broken there is no model; the search turns back.
      checkValues(moved);
      const { total } = predictSpectrum(kernel, moved, energies);
      return flux.map((measured, i) => (measured - (total[i] as number)) / (error[i] as number));
    },
  };
}

function withValues(scenario: Scenario, paths: readonly string[], values: Float64Array): Scenario {
  return paths.reduce((changed, path, i) => withValue(changed, path, values[i] as number), scenario);
}

/**
 * Fits in slices: every `next()` is one step of the search, the last one computes the errors.
 *
 * chi2 = sum over the points inside the energy range of (data - model)^2 / (stat^2 + syst^2), the model taken at the mean
 * energy of the bin. Errors are sqrt(diag(2 H^-1)), H the second derivatives of chi2; a parameter at its bound is held.
 *
 * @throws {InputError} when nothing is free, or there are fewer points than free parameters
 */
export function* fitSlices(
  kernel: Kernel,
  scenario: Scenario,
  options: FitOptions = {},
): Generator<FitProgress, FitReport> {
  const now = options.now ?? (() => 0);
  const started = now();
  const data = options.dataset ?? dataset(scenario.fit.dataset);
  const paths = scenario.fit.free;
  const problem = fitProblem(kernel, scenario, data);
  const minimum = yield* minimise(problem);
  const errors = errorAnalysis(problem, minimum);
  // The search takes whatever is thrown for a place without a model; a broken kernel is none.
  kernel.assertIntact();

  const best = withValues(scenario, paths, minimum.best);
  const goodness = goodnessOfFit(kernel, minimum.chi2, problem.points, paths.length);
  const computable = minimum.reason !== 'not finite';
  const budgets = computable ? energyBudgets(kernel, best) : [];
  return {
    ...verdictOf(minimum, errors),
    findings: findingsOf(best, paths, minimum, errors, goodness),
    parameters: paths.map((path, i) => ({
      path,
      start: problem.start[i] as number,
      value: minimum.best[i] as number,
      error: errors.errors[i] ?? null,
      lower: problem.lower[i] as number,
      upper: problem.upper[i] as number,
      atBound: minimum.atBound[i] ?? null,
    })),
    errorsFor: errors.indices.map((i) => paths[i] as string),
    correlation: errors.correlation,
    covariance: errors.covariance,
    goodness,
    chi2AtStart: minimum.chi2AtStart,
    dataset: data.id,
    energyRange_GeV: scenario.fit.energyRange_GeV,
    estimatedDistance: minimum.estimatedDistance,
    evaluations: minimum.evaluations + errors.evaluations,
    shares: computable ? shareReadouts(kernel, best) : [],
    budgets,
    scenario: best,
    elapsed_ms: now() - started,
  };
}

/** Fits at one go. */
export function fitScenario(kernel: Kernel, scenario: Scenario, options: FitOptions = {}): FitReport {
  const slices = fitSlices(kernel, scenario, options);
  for (;;) {
    const slice = slices.next();
    if (slice.done) return slice.value;
  }
}
