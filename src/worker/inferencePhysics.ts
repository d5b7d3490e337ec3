/** How a kernel worker does the jobs of profiles, contours and the posterior, slice by slice. */

import { contourPlaces, contourSpace, contourStart } from '../analysis/contours.ts';
import { elementaryOf } from '../analysis/elementaryOf.ts';
import type { ProfiledSpace } from '../analysis/heldFit.ts';
import type { PosteriorDraws } from '../analysis/inferenceTypes.ts';
import { type Posterior, posteriorOf, startPosterior } from '../analysis/posterior.ts';
import { bandDraws, drawnSpectra, posteriorDraws, posteriorReport } from '../analysis/posteriorResults.ts';
import { profileSlices } from '../analysis/profiles.ts';
import { checkConvergence } from '../fit/posterior/convergence.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { chainOf, runOf } from './flatRun.ts';
import type { InferenceProgress, InferenceResults, InferenceTask, PosteriorPicture } from './inferenceTasks.ts';

/** Keeps what was made last for a kernel: chunks of one search or run ask for the same thing again and again. */
class LastMade<Value> {
  readonly #made = new WeakMap<Kernel, { readonly key: string; readonly value: Value }>();

  of(kernel: Kernel, question: unknown, make: () => Value): Value {
    const key = JSON.stringify(question);
    const known = this.#made.get(kernel);
    if (known?.key === key) return known.value;
    const value = make();
    this.#made.set(kernel, { key, value });
    return value;
  }
}

const posteriors = new LastMade<Posterior>();
const contourSpaces = new LastMade<ProfiledSpace>();

function* logProbabilities(
  kernel: Kernel,
  { scenario, points }: Extract<InferenceTask, { kind: 'logProbabilities' }>,
): Generator<void, Float64Array> {
  const posterior = posteriors.of(kernel, scenario, () => posteriorOf(kernel, scenario));
  const result = new Float64Array(points.length);
  for (const [k, point] of points.entries()) {
    result[k] = posterior.logProbability(point);
    yield;
  }
  // The posterior takes whatever is thrown for a place without a model; a broken kernel is none.
  kernel.assertIntact();
  return result;
}

/** Every n-th draw, so that there are at most so many. */
function thinned({ names, values, logProbability, walkers }: PosteriorDraws, most: number): PosteriorDraws {
  const every = Math.max(1, Math.ceil(logProbability.length / most));
  if (every === 1) return { names, values, logProbability, walkers };
  const rows = Array.from({ length: Math.ceil(logProbability.length / every) }, (_, k) => k * every);
  const kept = new Float64Array(rows.length * names.length);
  rows.forEach((row, k) => {
    kept.set(values.subarray(row * names.length, (row + 1) * names.length), k * names.length);
  });
  return {
    names,
    walkers,
    values: kept,
    logProbability: Float64Array.from(rows, (row) => logProbability[row] as number),
  };
}

function posteriorPicture(
  kernel: Kernel,
  { flat, most }: Extract<InferenceTask, { kind: 'posteriorPicture' }>,
): PosteriorPicture {
  const [run, elementary] = [runOf(flat), elementaryOf(kernel)];
  const report = posteriorReport(run, elementary);
  return { report, draws: thinned(posteriorDraws(run, elementary, report.check.burnIn), most) };
}

/** A job that is one slice. */
// biome-ignore lint/correctness/useYield: it has nothing to pause for
function* atOnce<Result>(compute: () => Result): Generator<void, Result> {
  return compute();
}

/** The slices of one job. */
export function inferenceSlices(
  kernel: Kernel,
  task: InferenceTask,
): Generator<InferenceProgress | unknown, InferenceResults[InferenceTask['kind']]> {
  switch (task.kind) {
    case 'profile':
      return profileSlices(kernel, task.scenario, task.path);
    case 'contourStart':
      return contourStart(kernel, task.scenario, task.paths);
    case 'contourPlaces': {
      const { scenario, paths } = task;
      const space = contourSpaces.of(kernel, [scenario, paths], () => contourSpace(kernel, scenario, paths));
      return contourPlaces(kernel, space, task.tasks);
    }
    case 'posteriorStart':
      return startPosterior(kernel, task.report, task.choice);
    case 'logProbabilities':
      return logProbabilities(kernel, task);
    case 'spectra':
      return drawnSpectra(kernel, task.scenario, task.draws);
    case 'convergence':
      return atOnce(() => checkConvergence(chainOf(task.chain), task.last));
    case 'posteriorReport':
      return atOnce(() => posteriorReport(runOf(task.flat), elementaryOf(kernel)));
    case 'posteriorDraws':
      return atOnce(() => posteriorDraws(runOf(task.flat), elementaryOf(kernel), task.fromStep));
    case 'posteriorPicture':
      return atOnce(() => posteriorPicture(kernel, task));
    case 'bandDraws':
      return atOnce(() => bandDraws(runOf(task.flat), elementaryOf(kernel), task.count));
  }
}
