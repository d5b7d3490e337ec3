/** The posterior of a scenario: its logarithm in the coordinates of walkers, and where walkers begin. */

import { inLogarithms } from '../fit/logarithms.ts';
import { initialWalkers } from '../fit/posterior/initialWalkers.ts';
import { type LogPrior, logPosterior, uniformPrior } from '../fit/posterior/priors.ts';
import { startRun } from '../fit/posterior/sampling.ts';
import { Random } from '../fit/random.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { InputError } from '../model/inputError.ts';
import type { Scenario } from '../model/scenario.ts';
import type { FitReport } from './analysisTypes.ts';
import { elementaryOf } from './elementaryOf.ts';
import { fitProblem } from './fitProblem.ts';
import { fittedDatasets } from './fittedDatasets.ts';
import type { PosteriorRun, PriorInForce } from './inferenceTypes.ts';
import { priorInCoordinate, priorsInForce } from './priors.ts';

/** Steps of a walker at the start are not longer than this in a logarithm. */
const LONGEST_IN_LOGARITHM = 0.5;
/** Halvings of a displacement that leads to where there is no model. */
const MOST_HALVINGS = 30;

export interface Posterior {
  /** Paths of the free parameters, then energy scales. */
  readonly names: readonly string[];
  readonly isLogarithmic: readonly boolean[];
  readonly priors: readonly PriorInForce[];
  /** Ends of the priors, in coordinates. */
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly typicalSize: Float64Array;
  /** ln of the density in coordinates, up to a constant: -chi2 / 2 + ln of the priors; -Infinity where it vanishes. */
  logProbability(coordinates: ArrayLike<number>): number;
  coordinates(values: ArrayLike<number>): Float64Array;
}

export function energyScaleName(experiment: string): string {
  return `energy scale of ${experiment}`;
}

/**
 * The posterior of the free parameters of a scenario. Energy scales have their Gaussian priors inside chi2.
 *
 * @throws {InputError} when nothing is free, a table is not predicted, or a prior is outside the physical range
 */
export function posteriorOf(kernel: Kernel, scenario: Scenario): Posterior {
  const elementary = elementaryOf(kernel);
  const problem = fitProblem(kernel, scenario, fittedDatasets(scenario));
  const { paths, scales, isLogarithmic } = problem;
  const priors = priorsInForce(scenario);
  const logarithms = inLogarithms(problem, isLogarithmic, elementary);
  const ends = (side: 'low' | 'high') =>
    logarithms.coordinates([
      ...priors.map((prior) => prior[side]),
      ...scales.map((_, k) => (side === 'low' ? problem.lower : problem.upper)[paths.length + k] as number),
    ]);
  const [lower, upper] = [ends('low'), ends('high')];
  const inCoordinates: LogPrior[] = [
    ...priors.map((prior, i) => priorInCoordinate(prior, isLogarithmic[i] as boolean, elementary)),
    ...scales.map((_, k) => uniformPrior(lower[paths.length + k] as number, upper[paths.length + k] as number)),
  ];
  return {
    names: [...paths, ...scales.map(energyScaleName)],
    isLogarithmic,
    priors,
    lower,
    upper,
    typicalSize: logarithms.problem.typicalSize,
    logProbability: logPosterior(logarithms.problem, inCoordinates),
    coordinates: logarithms.coordinates,
  };
}

export interface SamplingChoice {
  /** An even number, two per parameter at least. */
  readonly walkers: number;
  /** Steps after which the run ends, converged or not. */
  readonly steps: number;
  /** An integer from 0 to 4294967295. */
  readonly seed: number;
}

/** @throws {InputError} for a number that cannot be */
export function checkSampling({ walkers, steps, seed }: SamplingChoice, parameters: number): void {
  const refuse = (what: string, allowed: string): never => {
    throw new InputError(what, `${what} must be ${allowed}; correct it.`);
  };
  if (!Number.isInteger(walkers) || walkers % 2 !== 0 || walkers < 2 * parameters)
    refuse('walkers', `an even number of at least two per parameter, ${2 * parameters} here, not ${walkers}`);
  if (!Number.isInteger(steps) || steps < 1) refuse('steps', `a whole number from 1, not ${steps}`);
  if (!Number.isInteger(seed) || seed < 0 || seed > 4294967295)
    refuse('seed', `a whole number from 0 to 4294967295, not ${seed}`);
}

/** Best values and covariance of a fit in coordinates, inside the priors. */
function surroundings(posterior: Posterior, { parameters, energyScales, errorsFor, covariance }: FitReport) {
  const values = [...parameters.map(({ value }) => value), ...energyScales.map(({ shift }) => shift)];
  const coordinates = posterior
    .coordinates(values)
    .map((value, i) => Math.min(Math.max(value, posterior.lower[i] as number), posterior.upper[i] as number));
  const indices = errorsFor.map((name) => posterior.names.indexOf(name));
  const scales = indices.map((place, k) => {
    if (!posterior.isLogarithmic[place]) return 1;
    const relative = 1 / (values[place] as number);
    const error = Math.sqrt((covariance[k] as readonly number[])[k] as number) * relative;
    return relative * Math.min(1, LONGEST_IN_LOGARITHM / error);
  });
  const scaled = covariance.map((row, a) =>
    row.map((value, b) => value * (scales[a] as number) * (scales[b] as number)),
  );
  return { coordinates, indices, covariance: scaled };
}

/**
 * A run of the sampler before its first step, its walkers scattered around the best values of a fit as its errors say;
 * yields after every value of the posterior.
 *
 * @param report of the fit of this scenario; parameters without an error are scattered a little
 * @throws {InputError} for a fit that has no place to start from, or a choice that cannot be
 */
export function* startPosterior(
  kernel: Kernel,
  report: FitReport,
  choice: SamplingChoice,
): Generator<void, PosteriorRun> {
  const { scenario } = report;
  const posterior = posteriorOf(kernel, scenario);
  const { names, isLogarithmic, priors } = posterior;
  checkSampling(choice, names.length);
  if (!Number.isFinite(report.goodness.chi2) || report.goodness.points === 0)
    throw new InputError('fit', `the posterior has no place to start from: ${report.verdict}.`);
  const seeds = Random.seeded(choice.seed);
  const [walkerSeed, runSeed] = [seeds.word(), seeds.word()];
  const { coordinates, indices, covariance } = surroundings(posterior, report);
  const start = initialWalkers(
    posterior,
    coordinates,
    { indices, covariance },
    choice.walkers,
    walkerSeed,
    elementaryOf(kernel),
  );
  const logProbabilities: number[] = [];
  for (const [k, drawn] of start.entries()) {
    let walker = drawn;
    let value = posterior.logProbability(walker);
    for (let halving = 0; !(value > Number.NEGATIVE_INFINITY) && halving < MOST_HALVINGS; halving++) {
      walker = walker.map((coordinate, i) => 0.5 * (coordinate + (coordinates[i] as number)));
      value = posterior.logProbability(walker);
      yield;
    }
    start[k] = walker;
    logProbabilities.push(value);
    yield;
  }
  kernel.assertIntact();
  if (logProbabilities.some((value) => !Number.isFinite(value)))
    throw new InputError('fit', 'the posterior vanishes around the best values; fit again, or widen the priors.');
  return {
    format: 'geminga-posterior-run',
    version: 1,
    scenario,
    seed: choice.seed,
    names,
    isLogarithmic,
    priors,
    run: startRun(start, logProbabilities, runSeed, choice.steps),
  };
}
