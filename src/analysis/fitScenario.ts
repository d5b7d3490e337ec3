/** Fits the free parameters of a scenario to its data. */
import type { Dataset } from '../data/datasetTypes.ts';
import type { ErrorAnalysis } from '../fit/errors.ts';
import type { Minimum } from '../fit/leastSquares.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { InputError } from '../model/inputError.ts';
import type { Scenario } from '../model/scenario.ts';
import type { FitProgress, FitReport, StartsReadout } from './analysisTypes.ts';
import { findingsOf, tooFewPoints, verdictOf } from './findings.ts';
import { type FitProblem, type FittedTable, fitProblem } from './fitProblem.ts';
import { chi2At, errorsAt, type FoundMinimum, type Starts, searchFromStarts, searchMinimum } from './fitSearch.ts';
import { type FitSpace, fitSpace } from './fitSpace.ts';
import { fittedDatasets } from './fittedDatasets.ts';
import { goodnessOfFit, sumOfSquares } from './goodness.ts';
import { ERROR_MODELS, type ErrorModel, modelAtPoints, residualsOfPoints } from './likelihood.ts';
import { energyBudgets, shareReadouts } from './readouts.ts';
import { sharedPositrons } from './sharedPositrons.ts';

export interface FitOptions {
  /** Data in place of the scenario's own. */
  readonly dataset?: Dataset;
  /** Searches from many starts. */
  readonly starts?: Starts;
  /** A clock in ms, for elapsed_ms. */
  readonly now?: () => number;
}

/**
 * Fits in slices: every `next()` is one step of the search, the last one computes the errors.
 *
 * chi2 is that of the points inside the energy range in the scenario's way of counting errors (likelihood.ts), with one
 * residual more for the energy scale of each experiment if it is fitted. Parameters in which the flux is linear are
 * solved exactly inside, those that range over decades are searched in their logarithms (fitSpace.ts). Errors are
 * sqrt(diag(2 H^-1)), H the second derivatives of chi2; a parameter at its bound is held. A fit that cannot succeed
 * gives a report that is not valid and says why.
 *
 * @throws {InputError} when nothing is free, or a table is not predicted
 */
export function* fitSlices(
  kernel: Kernel,
  scenario: Scenario,
  options: FitOptions = {},
): Generator<FitProgress, FitReport> {
  const now = options.now ?? (() => 0);
  const started = now();
  const datasets = fittedDatasets(scenario, options.dataset && [options.dataset]);
  const problem = fitProblem(kernel, scenario, datasets);
  const { paths, points } = problem;
  const space = fitSpace(kernel, problem);
  // Of more pulsars than points a fit may still choose a few; of all else it needs as many points as parameters.
  const chosen = space.linear.filter((place) => paths[place]?.startsWith('population.overrides[')).length;
  const hopeless = points === 0 || points < paths.length - chosen;
  if (hopeless) return reportOf(kernel, problem, notBegun(problem), null, now() - started);
  const { found, starts } = yield* search(problem, space, options.starts);
  const errors = errorsAt(problem, space, found);
  // The search takes whatever is thrown for a place without a model; a broken kernel is none.
  kernel.assertIntact();
  return reportOf(kernel, problem, { minimum: found.minimum, errors }, starts, now() - started);
}

function* search(
  problem: FitProblem,
  space: FitSpace,
  starts: Starts | undefined,
): Generator<FitProgress, { found: FoundMinimum; starts: StartsReadout | null }> {
  if (starts) return yield* searchFromStarts(problem, space, starts);
  return { found: yield* searchMinimum(problem, space), starts: null };
}

/** The scenario's own values, as the end of a search that was not begun. */
function notBegun(problem: FitProblem): { minimum: Minimum; errors: ErrorAnalysis | null } {
  const best = problem.start.slice();
  const chi2 = chi2At(problem, best);
  return {
    minimum: {
      best,
      chi2,
      chi2AtStart: chi2,
      atBound: Array.from(best, () => null),
      converged: false,
      reason: Number.isFinite(chi2) ? 'no progress' : 'not finite',
      iterations: 0,
      evaluations: 1,
      // chi2 is nowhere below 0.
      estimatedDistance: chi2,
      jacobian: null,
      thrown: null,
    },
    errors: null,
  };
}

function reportOf(
  kernel: Kernel,
  problem: FitProblem,
  { minimum, errors }: { minimum: Minimum; errors: ErrorAnalysis | null },
  starts: StartsReadout | null,
  elapsed_ms: number,
): FitReport {
  const { scenario, paths, scales, tables, points } = problem;
  const best = problem.scenarioAt(minimum.best);
  const goodness = goodnessOfFit(kernel, minimum.chi2, points, paths.length);
  const names = [...paths, ...scales.map((experiment) => `energy scale of ${experiment}`)];
  const computable = minimum.reason !== 'not finite';
  const labels = tables.map(({ data }) => data.label);
  const words =
    errors === null
      ? tooFewPoints(problem, labels, scenario.fit.energyRange_GeV)
      : {
          ...verdictOf(problem, minimum, errors),
          findings: [...findingsOf(best, problem, minimum, errors, goodness, starts), ...sharedPositrons(tables)],
        };
  return {
    ...words,
    parameters: paths.map((path, i) => ({
      path,
      start: problem.start[i] as number,
      value: minimum.best[i] as number,
      error: errors?.errors[i] ?? null,
      lower: problem.lower[i] as number,
      upper: problem.upper[i] as number,
      atBound: minimum.atBound[i] ?? null,
    })),
    errorsFor: (errors?.indices ?? []).map((i) => names[i] as string),
    correlation: errors?.correlation ?? [],
    covariance: errors?.covariance ?? [],
    goodness,
    chi2AtStart: minimum.chi2AtStart,
    dataset: (tables[0] as FittedTable).data.id,
    ...(computable ? chi2ByTable(kernel, problem, best, minimum.best) : { tables: [], chi2ByErrorModel: [] }),
    energyScales: scales.map((experiment, k) => ({
      experiment,
      shift: minimum.best[paths.length + k] as number,
      error: errors?.errors[paths.length + k] ?? null,
    })),
    energyRange_GeV: scenario.fit.energyRange_GeV,
    estimatedDistance: minimum.estimatedDistance,
    evaluations: minimum.evaluations + (errors?.evaluations ?? 0),
    ...(starts && { starts }),
    shares: computable ? shareReadouts(kernel, best) : [],
    budgets: computable ? energyBudgets(kernel, best) : [],
    scenario: best,
    elapsed_ms,
  };
}

/** What each table adds to chi2 at the best values, and chi2 there in the other ways of counting errors. */
function chi2ByTable(
  kernel: Kernel,
  { tables, paths }: FitProblem,
  best: Scenario,
  values: Float64Array,
): Pick<FitReport, 'tables' | 'chi2ByErrorModel'> {
  const models = tables.map(({ data, points, scale }) =>
    modelAtPoints(kernel, best, data, points, scale === null ? 0 : (values[paths.length + scale] as number)),
  );
  const chi2With = (errors: ErrorModel) =>
    tables.reduce((sum, { data, points }, k) => {
      const residuals = residualsOfPoints(kernel, best, data, points, errors);
      return sum + sumOfSquares(residuals(models[k] as Float64Array));
    }, 0);
  return {
    tables: tables.map(({ data, points, residuals }, k) => ({
      dataset: data.id,
      label: data.label,
      points: points.length,
      chi2: sumOfSquares(residuals(models[k] as Float64Array)),
    })),
    chi2ByErrorModel: ERROR_MODELS.map((errors) => {
      try {
        return { errors, chi2: chi2With(errors) };
      } catch (error) {
        // A table may lack the errors that one of the ways needs.
        if (error instanceof InputError) return { errors, chi2: null };
        throw error;
      }
    }),
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
