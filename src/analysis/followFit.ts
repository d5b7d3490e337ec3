/** Fit while dragging: the other free parameters follow the one that a hand moves. */
import { runToEnd } from '../fit/leastSquares.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { Scenario } from '../model/scenario.ts';
import { fitProblem } from './fitProblem.ts';
import { searchMinimum } from './fitSearch.ts';
import { fitSpace } from './fitSpace.ts';
import { fittedDatasets } from './fittedDatasets.ts';

/** Steps that a pointer's move is worth: the next move goes on from where this one ended. */
const ITERATIONS = 5;
/** Standard errors to which the others are good: less than a pixel. */
const TOLERANCE = 0.02;

/**
 * The scenario with the free parameters but one at their best values; those are searched from the scenario's own, which
 * are the best ones for the last place of the drag. The scenario itself where nothing else is free, or has no model.
 *
 * @param heldPath the parameter that stays as it is, free or not
 */
export function followFit(kernel: Kernel, scenario: Scenario, heldPath: string): Scenario {
  const free = scenario.fit.free.filter((path) => path !== heldPath);
  if (free.length === 0) return scenario;
  const problem = fitProblem(kernel, { ...scenario, fit: { ...scenario.fit, free } }, fittedDatasets(scenario));
  const space = fitSpace(kernel, problem);
  if (problem.points < space.places.length) return scenario;
  const { minimum } = runToEnd(searchMinimum(problem, space, { iterationLimit: ITERATIONS, tolerance: TOLERANCE }));
  kernel.assertIntact();
  return Number.isFinite(minimum.chi2) ? { ...problem.scenarioAt(minimum.best), fit: scenario.fit } : scenario;
}
