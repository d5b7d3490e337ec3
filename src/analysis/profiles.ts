/** Asymmetric errors and curves of single parameters from the profile likelihood. */
import { runToEnd } from '../fit/leastSquares.ts';
import { type ProfileEnd, profileEnd } from '../fit/profile.ts';
import { profileCurve, profileValues } from '../fit/profileCurve.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { parameterName } from '../model/describe.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Finding } from './analysisTypes.ts';
import { finding } from './findingSentences.ts';
import { deeperPlace, minimumOf, profiledSpace } from './heldFit.ts';
import type { DeeperPlace, ParameterProfile, ProfileReport, ProfileStep } from './inferenceTypes.ts';

/** Places of a curve on each side of the best value. */
const PLACES = 15;
const DEVIATIONS = 3;

/** The deepest of places; null without one. */
function deepest(places: readonly (DeeperPlace | null)[]): DeeperPlace | null {
  return places.reduce((best, place) => (best && place && best.chi2 <= place.chi2 ? best : (place ?? best)), null);
}

function findingsOf(scenario: Scenario, path: string, ends: readonly [ProfileEnd, ProfileEnd]): Finding[] {
  return (['lower', 'upper'] as const).flatMap((side, k): Finding[] => {
    const { outcome } = ends[k] as ProfileEnd;
    return outcome === 'crossed' ? [] : [finding('warn', 'profileEnd', parameterName(scenario, path), side, outcome)];
  });
}

/**
 * The profile of one free parameter: where chi2, minimised over all others, has risen by 1 on both sides, and its curve
 * over three standard errors. Yields after every minimisation.
 *
 * The scenario's values are refined first, so that they need not be the best ones.
 *
 * @throws {InputError} for a parameter that is not free, or a fit that does not converge
 */
export function* profileSlices(
  kernel: Kernel,
  scenario: Scenario,
  path: string,
): Generator<ProfileStep, ParameterProfile> {
  const profiled = profiledSpace(kernel, scenario, [path]);
  const { problem, space } = profiled;
  const index = profiled.indices[0] as number;
  let minimisations = 0;
  const refine = minimumOf(kernel, profiled);
  let refined = refine.next();
  for (; !refined.done; refined = refine.next()) yield { path, minimisations };
  const { found, inSpace } = refined.value;

  const follow = function* <Result>(search: Generator<unknown, Result>): Generator<ProfileStep, Result> {
    for (;;) {
      const next = search.next();
      if (next.done) return next.value;
      minimisations += 1;
      yield { path, minimisations };
    }
  };
  const lower = yield* follow(profileEnd(space.problem, inSpace, index, 'lower'));
  const upper = yield* follow(profileEnd(space.problem, inSpace, index, 'upper'));
  const values = profileValues(space.problem, inSpace, index, DEVIATIONS, PLACES);
  const curve = yield* follow(profileCurve(space.problem, inSpace, index, values));
  // The searches take whatever is thrown for a place without a model; a broken kernel is none.
  kernel.assertIntact();

  const parameterOf = (coordinate: number) => {
    const coordinates = inSpace.best.slice();
    coordinates[index] = coordinate;
    return space.logarithms.parameters(coordinates)[index] as number;
  };
  const best = parameterOf(inSpace.best[index] as number);
  const lowest = [lower.lowerPlace, upper.lowerPlace, curve.newMinimum];
  return {
    path,
    value: best,
    chi2: found.minimum.chi2,
    errorBelow: lower.value === null ? null : best - parameterOf(lower.value),
    errorAbove: upper.value === null ? null : parameterOf(upper.value) - best,
    curve: {
      values: curve.values.map(parameterOf),
      deltaChi2: curve.chi2.map((chi2) => (chi2 === null ? null : chi2 - found.minimum.chi2)),
    },
    findings: findingsOf(problem.scenario, path, [lower, upper]),
    deeper: deepest(lowest.map((place) => deeperPlace(profiled, place))),
  };
}

/** The profile of one parameter at one go. */
export function profileOf(kernel: Kernel, scenario: Scenario, path: string): ParameterProfile {
  return runToEnd(profileSlices(kernel, scenario, path));
}

/** Profiles together; a new minimum is said first, since errors mean nothing before a fit from there. */
export function profileReport(parameters: readonly ParameterProfile[]): ProfileReport {
  const deeper = deepest(parameters.map((one) => one.deeper));
  const chi2 = parameters[0]?.chi2 ?? 0;
  const newMinimum: Finding[] = deeper ? [newMinimumFinding(deeper, chi2)] : [];
  return { parameters, findings: [...newMinimum, ...parameters.flatMap(({ findings }) => findings)], deeper };
}

/** What to say of a place below the minimum. */
export function newMinimumFinding({ chi2 }: DeeperPlace, best: number): Finding {
  return finding('bad', 'deeperMinimum', chi2.toPrecision(6), best.toPrecision(6));
}
