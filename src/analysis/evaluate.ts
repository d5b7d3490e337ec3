/** A scenario against its data: curves, residuals, chi-squared and the derived numbers. */
import { dataset } from '../data/datasets.ts';
import type { Dataset } from '../data/datasetTypes.ts';
import { logarithmicGrid } from '../kernel/grid.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { Scenario } from '../model/scenario.ts';
import { predictSpectrum } from '../predict/spectrum.ts';
import type { Comparison, Evaluation } from './analysisTypes.ts';
import { approximationsInUse } from './approximations.ts';
import { goodnessOfFit, pointsInRange, pulls, sumOfSquares } from './goodness.ts';
import { coolingTime, energyBudgets, shareReadouts, transportReadouts } from './readouts.ts';

/** Energies of the curves: from, to (GeV), count. */
export const CURVE_GRID = [0.5, 3000, 200] as const;

/** The model at the points of a data set, the scenario's own unless another is given. */
export function compare(kernel: Kernel, scenario: Scenario, data: Dataset = dataset(scenario.fit.dataset)): Comparison {
  const model = predictSpectrum(kernel, scenario, data.meanEnergy_GeV, { withError: true });
  const pull = pulls(data, model.total);
  const inFit = pointsInRange(data, scenario.fit.energyRange_GeV);
  const used = pull.filter((_, i) => inFit[i]);
  const goodness = goodnessOfFit(kernel, sumOfSquares(used), used.length, scenario.fit.free.length);
  return { dataset: data.id, model, pull, inFit, goodness };
}

/**
 * Everything that the page shows for one scenario.
 *
 * @param now a clock in ms, for elapsed_ms
 */
export function evaluateScenario(kernel: Kernel, scenario: Scenario, now: () => number = () => 0): Evaluation {
  const start = now();
  const curve = predictSpectrum(kernel, scenario, logarithmicGrid(kernel, ...CURVE_GRID), { withError: true });
  return {
    scenario,
    curve,
    comparison: compare(kernel, scenario),
    budgets: energyBudgets(kernel, scenario),
    transport: transportReadouts(kernel, scenario),
    coolingTime_kyr: coolingTime(kernel, scenario, curve.energies_GeV),
    shares: shareReadouts(kernel, scenario),
    approximations: approximationsInUse(kernel, scenario),
    elapsed_ms: now() - start,
  };
}
