/** The space in which a fit searches: decades as logarithms, without the parameters that are solved exactly. */

import { withSeparablePriors } from '../fit/likelihood/gaussianPriors.ts';
import { concatenated } from '../fit/likelihood/residuals.ts';
import { bestCoefficients, projected, type SeparableProblem } from '../fit/linear/separable.ts';
import { norm } from '../fit/linearAlgebra.ts';
import { inLogarithms, type LogarithmicProblem } from '../fit/logarithms.ts';
import type { LeastSquaresProblem } from '../fit/problem.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { withValue } from '../model/paths.ts';
import type { Scenario } from '../model/scenario.ts';
import { checkValues } from '../model/scenarioRules.ts';
import type { ComponentSpectrum } from '../predict/spectrumTypes.ts';
import { elementaryOf } from './elementaryOf.ts';
import type { FitProblem } from './fitProblem.ts';
import { componentsAtPoints, residualsOfPoints } from './likelihood.ts';
import { isLinearInFlux, linearPaths, ownersOf, unitScenario } from './linearPaths.ts';

/** A fit as the search sees it. Places count the free parameters, then the energy scales. */
export interface FitSpace {
  /** In coordinates: one for every place of `places`. */
  readonly problem: LeastSquaresProblem;
  /** Places that are searched. */
  readonly places: readonly number[];
  /** Places that are solved exactly at every point of the search. */
  readonly linear: readonly number[];
  /** Whether a coordinate is the logarithm of its parameter. */
  readonly isLogarithmic: readonly boolean[];
  /** The problem with its coefficients, in the parameters themselves; null where nothing is solved exactly. */
  readonly separable: SeparableProblem | null;
  /** Between coordinates and the parameters that are searched. */
  readonly logarithms: LogarithmicProblem;
  /** Values at all places for coordinates: what is linear takes its best values there. */
  values(coordinates: ArrayLike<number>): Float64Array;
  /** Coordinates of values at all places. */
  coordinates(values: ArrayLike<number>): Float64Array;
}

const pick = (vector: ArrayLike<number>, places: readonly number[]) =>
  Float64Array.from(places, (place) => vector[place] as number);

/**
 * The fit as residuals that are linear in some of its parameters.
 *
 * Columns are the components of one prediction with all those parameters at 1.
 */
function separableProblem(
  kernel: Kernel,
  problem: FitProblem,
  places: readonly number[],
  linear: readonly number[],
): SeparableProblem {
  const { scenario, paths, tables, scalePriors } = problem;
  const linearNames = linear.map((place) => paths[place] as string);
  const unit = unitScenario(scenario, linearNames);
  const searched = places.filter((place) => place < paths.length);
  const zeroes = tables.map(({ data, points }) =>
    residualsOfPoints(kernel, scenario, { ...data, flux: new Float64Array(data.flux.length) }, points),
  );
  let known: { components: readonly ComponentSpectrum[]; owners: readonly (number | null)[] } | null = null;
  const ownersFor = (changed: Scenario, components: readonly ComponentSpectrum[]) => {
    const same =
      known?.components.length === components.length &&
      components.every(
        ({ name, kind }, k) => name === known?.components[k]?.name && kind === known.components[k]?.kind,
      );
    if (!known || !same) known = { components, owners: ownersOf(changed, linearNames, components) };
    return known.owners;
  };
  const separable: SeparableProblem = {
    parts(values) {
      const changed = searched.reduce(
        (one, place, k) => withValue(one, paths[place] as string, values[k] as number),
        unit,
      );
      checkValues(changed);
      const ofTables = tables.map(({ data, points, residuals, scale }, t) => {
        const shift = scale === null ? 0 : (values[searched.length + scale] as number);
        const { components, rest } = componentsAtPoints(kernel, changed, data, points, shift);
        const owners = ownersFor(changed, components);
        const fixed = rest?.slice() ?? new Float64Array(points.length);
        const columns = linear.map(() => new Float64Array(points.length));
        components.forEach(({ flux }, k) => {
          const owner = owners[k] ?? null;
          const sum = owner === null ? fixed : (columns[owner] as Float64Array);
          for (let i = 0; i < sum.length; i++) sum[i]! += flux[i] as number;
        });
        const whiten = zeroes[t] as (model: Float64Array) => Float64Array;
        return { target: residuals(fixed), columns: columns.map((column) => whiten(column).map((value) => -value)) };
      });
      return {
        target: concatenated(ofTables.map(({ target }) => target)),
        columns: linear.map((_, k) => concatenated(ofTables.map(({ columns }) => columns[k] as Float64Array))),
      };
    },
    start: pick(problem.start, places),
    lower: pick(problem.lower, places),
    upper: pick(problem.upper, places),
    typicalSize: pick(problem.typicalSize, places),
    coefficients: { lower: pick(problem.lower, linear), upper: pick(problem.upper, linear) },
  };
  const parameters = scalePriors.map((prior) => ({ ...prior, index: prior.index - paths.length + searched.length }));
  return withSeparablePriors(separable, { parameters });
}

/** Places that can be solved exactly: those that act at the start, if every table is linear in the flux. */
function solvable(kernel: Kernel, problem: FitProblem, asCoordinates: readonly number[]): readonly number[] {
  const { scenario, paths, tables } = problem;
  if (!tables.every(({ data, points }) => isLinearInFlux(data, points))) return [];
  const names = linearPaths(scenario);
  const all = Array.from(problem.start, (_, place) => place);
  const linear = all.filter((place) => names.includes(paths[place] ?? '') && !asCoordinates.includes(place));
  if (linear.length === 0) return [];
  const searched = all.filter((place) => !linear.includes(place));
  try {
    const { columns } = separableProblem(kernel, problem, searched, linear).parts(pick(problem.start, searched));
    return linear.filter((_, k) => norm(columns[k] as Float64Array) > 0);
  } catch {
    // Where the start has no model the search says so.
    return [];
  }
}

/**
 * The space of a fit.
 *
 * @param asCoordinates places that are searched though they could be solved exactly: to take a profile of them
 */
export function fitSpace(kernel: Kernel, problem: FitProblem, asCoordinates: readonly number[] = []): FitSpace {
  const linear = solvable(kernel, problem, asCoordinates);
  const places = Array.from(problem.start, (_, place) => place).filter((place) => !linear.includes(place));
  const separable = linear.length > 0 ? separableProblem(kernel, problem, places, linear) : null;
  const natural: LeastSquaresProblem = separable ? projected(separable) : problem;
  const isLogarithmic = places.map((place) => problem.isLogarithmic[place] as boolean);
  const logarithms = inLogarithms(natural, isLogarithmic, elementaryOf(kernel));
  return {
    problem: logarithms.problem,
    places,
    linear,
    isLogarithmic,
    separable,
    logarithms,
    values(coordinates) {
      const parameters = logarithms.parameters(coordinates);
      const values = problem.start.slice();
      places.forEach((place, k) => {
        values[place] = parameters[k] as number;
      });
      if (separable) {
        const { coefficients } = bestCoefficients(separable, parameters);
        linear.forEach((place, k) => {
          values[place] = coefficients[k] as number;
        });
      }
      return values;
    },
    coordinates: (values) => logarithms.coordinates(pick(values, places)),
  };
}
