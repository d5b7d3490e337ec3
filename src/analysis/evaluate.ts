/** A scenario against its data: curves, residuals, chi-squared and the derived numbers. */
import { datasetOf } from '../data/datasets.ts';
import type { Dataset } from '../data/datasetTypes.ts';
import { logarithmicGrid } from '../kernel/grid.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { Scenario } from '../model/scenario.ts';
import { predictObservable } from '../predict/observables.ts';
import { predictSpectrum, type SpectrumOptions } from '../predict/spectrum.ts';
import type { Comparison, Evaluation, GoodnessOfFit } from './analysisTypes.ts';
import { approximationsInUse } from './approximations.ts';
import { fittedDatasets } from './fittedDatasets.ts';
import { goodnessOfFit, sumOfSquares } from './goodness.ts';
import { modelAtPoints, pointsInFit, pulls, residualsOfPoints } from './likelihood.ts';
import { coolingTime, energyBudgets, shareReadouts, transportReadouts } from './readouts.ts';

/** Energies of the curves: from, to (GeV), count. */
export const CURVE_GRID = [0.5, 3000, 200] as const;

/** The model at the points of a data set, the scenario's own unless another is given. */
export function compare(
  kernel: Kernel,
  scenario: Scenario,
  data: Dataset = datasetOf(scenario, scenario.fit.dataset),
  options: SpectrumOptions = { withError: true },
): Comparison {
  const all = Array.from(data.flux, (_, i) => i);
  const model = predictObservable(kernel, scenario, data.quantity, data.meanEnergy_GeV, options);
  const expected = scenario.fit.fluxAt === 'mean-energy' ? model.total : modelAtPoints(kernel, scenario, data, all);
  const inFit = pointsInFit(kernel, scenario, data);
  const points = all.filter((i) => inFit[i]);
  const residuals = residualsOfPoints(kernel, scenario, data, points);
  const chi2 = sumOfSquares(residuals(Float64Array.from(points, (i) => expected[i] as number)));
  return {
    dataset: data.id,
    model,
    expected,
    covered: model.covered,
    pull: pulls(scenario, data, expected, model.covered),
    inFit,
    goodness: goodnessOfFit(kernel, chi2, points.length, scenario.fit.free.length),
  };
}

/** chi2 of all fitted tables together. */
export function jointGoodness(kernel: Kernel, scenario: Scenario, comparisons: readonly Comparison[]): GoodnessOfFit {
  const sum = (pick: (goodness: GoodnessOfFit) => number) =>
    comparisons.reduce((total, { goodness }) => total + pick(goodness), 0);
  return goodnessOfFit(
    kernel,
    sum(({ chi2 }) => chi2),
    sum(({ points }) => points),
    scenario.fit.free.length,
  );
}

/**
 * Everything that the page shows for one scenario.
 *
 * @param options.now a clock in ms, for elapsed_ms
 * @param options.draft whether it is for a curve that follows a hand: without numerical errors, catalogues interpolated
 */
export function evaluateScenario(
  kernel: Kernel,
  scenario: Scenario,
  { now = () => 0, draft = false }: { readonly now?: () => number; readonly draft?: boolean } = {},
): Evaluation {
  const start = now();
  const options = { withError: !draft, draft };
  const comparisons = fittedDatasets(scenario).map((data) => compare(kernel, scenario, data, options));
  const curve = predictSpectrum(kernel, scenario, logarithmicGrid(kernel, ...CURVE_GRID), options);
  return {
    scenario,
    draft,
    curve,
    comparison: comparisons[0] as Comparison,
    comparisons,
    goodness: jointGoodness(kernel, scenario, comparisons),
    budgets: energyBudgets(kernel, scenario),
    transport: transportReadouts(kernel, scenario),
    coolingTime_kyr: coolingTime(kernel, scenario, curve.energies_GeV),
    shares: shareReadouts(kernel, scenario, { draft }),
    approximations: approximationsInUse(kernel, scenario),
    elapsed_ms: now() - start,
  };
}
