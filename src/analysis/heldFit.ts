/** Fits that profiles, contours and a hand on a slider ask for: some parameters as coordinates of the search. */
import type { ConditionalMinimum } from '../fit/conditional.ts';
import type { Minimum } from '../fit/leastSquares.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { InputError } from '../model/inputError.ts';
import { inputError } from '../model/inputSentences.ts';
import type { Scenario } from '../model/scenario.ts';
import type { FitProgress } from './analysisTypes.ts';
import { type FitProblem, fitProblem } from './fitProblem.ts';
import { type FoundMinimum, searchMinimum } from './fitSearch.ts';
import { type FitSpace, fitSpace } from './fitSpace.ts';
import { fittedDatasets } from './fittedDatasets.ts';
import type { DeeperPlace } from './inferenceTypes.ts';

/** A problem, its space in which the asked parameters are coordinates, and which coordinates they are. */
export interface ProfiledSpace {
  readonly problem: FitProblem;
  readonly space: FitSpace;
  /** Coordinates of the asked parameters. */
  readonly indices: readonly number[];
}

/** The space in which profiles of some free parameters are taken. */
export function profiledSpace(kernel: Kernel, scenario: Scenario, paths: readonly string[]): ProfiledSpace {
  const problem = fitProblem(kernel, scenario, fittedDatasets(scenario));
  const places = paths.map((path) => {
    const place = problem.paths.indexOf(path);
    if (place >= 0) return place;
    throw inputError(path, 'notFreeForProfile', problem.paths.join(', '));
  });
  const space = fitSpace(kernel, problem, places);
  return { problem, space, indices: places.map((place) => space.places.indexOf(place)) };
}

/**
 * The minimum from which profiles rise: the scenario's own values, refined.
 *
 * @throws {InputError} where the fit does not converge
 */
export function* minimumOf(
  kernel: Kernel,
  { problem, space }: ProfiledSpace,
): Generator<FitProgress, { found: FoundMinimum; inSpace: Minimum }> {
  const points = problem.points;
  if (points < space.places.length || points === 0) {
    throw inputError('fit.energyRange_GeV', 'fewPointsForProfile', points, problem.paths.length);
  }
  const found = yield* searchMinimum(problem, space);
  kernel.assertIntact();
  if (!found.minimum.converged) {
    throw new InputError('fit.free', 'the fit does not converge, so that there are no profiles; fit first.');
  }
  return { found, inSpace: found.inSpace };
}

/** A place of the space as a scenario, if there is one. */
export function deeperPlace(
  { problem, space }: ProfiledSpace,
  place: Pick<ConditionalMinimum, 'chi2' | 'parameters'> | null,
): DeeperPlace | null {
  return place && { chi2: place.chi2, scenario: problem.scenarioAt(space.values(place.parameters)) };
}
