/** How a kernel worker does the jobs of profiles, contours and the posterior, slice by slice. */
import { contourPlaces, contourSpace, contourStart } from '../analysis/contours.ts';
import type { ProfiledSpace } from '../analysis/heldFit.ts';
import { type Posterior, posteriorOf, startPosterior } from '../analysis/posterior.ts';
import { drawnSpectra } from '../analysis/posteriorResults.ts';
import { profileSlices } from '../analysis/profiles.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { InferenceProgress, InferenceResults, InferenceTask } from './inferenceTasks.ts';

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
  }
}
