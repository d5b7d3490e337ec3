/** Regions of two parameters by probability, cut into tasks that may be done anywhere. */
import type { ConditionalMinimum } from '../fit/conditional.ts';
import { type ContourResult, ContourSearch } from '../fit/contour/contourSearch.ts';
import { type ContourTask, doTask } from '../fit/contour/ridge.ts';
import type { Elementary } from '../fit/elementary.ts';
import { derivativesAt } from '../fit/errors.ts';
import { type Minimum, runToEnd } from '../fit/leastSquares.ts';
import { Evaluator, type LeastSquaresProblem } from '../fit/problem.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { parameterName } from '../model/describe.ts';
import { InputError } from '../model/inputError.ts';
import { withValue } from '../model/paths.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Finding, FitProgress } from './analysisTypes.ts';
import { elementaryOf } from './elementaryOf.ts';
import { finding } from './findingSentences.ts';
import { minimumOf, type ProfiledSpace, profiledSpace } from './heldFit.ts';
import type { ContourReport, DeeperPlace } from './inferenceTypes.ts';
import { newMinimumFinding } from './profiles.ts';

/** What the search for a contour needs to know of a fit; plain data, apart from the model. */
export interface ContourStart {
  readonly scenario: Scenario;
  readonly paths: readonly [string, string];
  /** Coordinates of the two. */
  readonly indices: readonly [number, number];
  /** Free parameters that are coordinates, by their paths; null for energy scales. */
  readonly coordinates: readonly (string | null)[];
  readonly isLogarithmic: readonly boolean[];
  readonly bounds: Pick<LeastSquaresProblem, 'start' | 'lower' | 'upper' | 'typicalSize'>;
  readonly minimum: Minimum;
}

/** The space of a contour; the same for the same scenario, wherever it is made. */
export function contourSpace(kernel: Kernel, scenario: Scenario, paths: readonly [string, string]): ProfiledSpace {
  if (paths[0] === paths[1])
    throw new InputError('contour', `a contour needs two different parameters, not twice ${paths[0]}.`);
  return profiledSpace(kernel, scenario, paths);
}

/** Refines the best values, from which the search for a contour starts. */
export function* contourStart(
  kernel: Kernel,
  scenario: Scenario,
  paths: readonly [string, string],
): Generator<FitProgress, ContourStart> {
  const profiled = contourSpace(kernel, scenario, paths);
  const { space, problem, indices } = profiled;
  const { inSpace } = yield* minimumOf(kernel, profiled);
  const { start, lower, upper, typicalSize } = space.problem;
  return {
    scenario,
    paths,
    indices: [indices[0] as number, indices[1] as number],
    coordinates: space.places.map((place) => problem.paths[place] ?? null),
    isLogarithmic: space.isLogarithmic,
    bounds: { start, lower, upper, typicalSize },
    minimum: { ...inSpace, jacobian: inSpace.jacobian ?? jacobianAt(space.problem, inSpace) },
  };
}

/** Derivatives at a minimum: the search for a contour takes its first steps from them. */
function jacobianAt(problem: LeastSquaresProblem, { best }: Minimum): Minimum['jacobian'] {
  const evaluator = new Evaluator(problem);
  const point = evaluator.at(best);
  return (
    point &&
    derivativesAt(
      evaluator,
      point,
      Array.from(best, (_, i) => i),
    )
  );
}

/** Does some tasks of a contour; yields after each. */
export function* contourPlaces(
  kernel: Kernel,
  { space }: ProfiledSpace,
  tasks: readonly ContourTask[],
): Generator<void, (ConditionalMinimum | null)[]> {
  const places: (ConditionalMinimum | null)[] = [];
  for (const task of tasks) {
    places.push(doTask(space.problem, task));
    kernel.assertIntact();
    yield;
  }
  return places;
}

/** The search for a contour: take its `tasks`, have them done, give the results back, until there are none. */
export function contourSearch({ bounds, minimum, indices }: ContourStart, elementary: Elementary): ContourSearch {
  const problem: LeastSquaresProblem = {
    ...bounds,
    residuals: () => {
      throw new RangeError('the model of a contour is computed by its tasks');
    },
  };
  return new ContourSearch(problem, minimum, indices, elementary);
}

/** The contours in the units of the scenario. */
export function contourReport(start: ContourStart, result: ContourResult, elementary: Elementary): ContourReport {
  const { scenario, paths, indices, isLogarithmic, minimum } = start;
  const natural = (coordinate: number, index: number) =>
    isLogarithmic[index] ? elementary.exp(coordinate) : coordinate;
  const at = (place: readonly [number, number]) =>
    [natural(place[0], indices[0]), natural(place[1], indices[1])] as const;
  const deeper = result.newMinimum && deeperScenario(start, result.newMinimum, natural);
  const [one, other] = [parameterName(scenario, paths[0]), parameterName(scenario, paths[1])];
  const findings: Finding[] = [
    ...(deeper ? [newMinimumFinding(deeper, minimum.chi2)] : []),
    ...(result.atBound ? [finding('warn', 'regionCut', one, other)] : []),
    ...(result.incomplete ? [finding('warn', 'regionOpen', one, other)] : []),
  ];
  return {
    paths,
    best: at([minimum.best[indices[0]] as number, minimum.best[indices[1]] as number]),
    chi2: minimum.chi2,
    contours: result.contours.map(({ probability, deltaChi2, lines }) => ({
      probability,
      deltaChi2,
      lines: lines.map((line) => line.map(at)),
    })),
    findings,
    deeper,
    minimisations: result.minimisations,
  };
}

/** The place with the parameters that were searched; those solved exactly follow in a fit from there. */
function deeperScenario(
  { scenario, coordinates }: ContourStart,
  { chi2, parameters }: ConditionalMinimum,
  natural: (coordinate: number, index: number) => number,
): DeeperPlace {
  const moved = coordinates.reduce(
    (one, path, k) => (path === null ? one : withValue(one, path, natural(parameters[k] as number, k))),
    scenario,
  );
  return { chi2, scenario: moved };
}

/** Contours at one go. */
export function contourOf(kernel: Kernel, scenario: Scenario, paths: readonly [string, string]): ContourReport {
  const elementary = elementaryOf(kernel);
  const start = runToEnd(contourStart(kernel, scenario, paths));
  const profiled = contourSpace(kernel, scenario, paths);
  const search = contourSearch(start, elementary);
  for (let { tasks } = search; tasks.length > 0; { tasks } = search) {
    search.accept(runToEnd(contourPlaces(kernel, profiled, tasks)));
  }
  return contourReport(start, search.result(), elementary);
}
