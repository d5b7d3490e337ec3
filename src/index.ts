/** The library in Node: predict, evaluate and fit scenarios with the same kernel as the page, bit for bit. */
import type { Evaluation, FitProgress, FitReport } from './analysis/analysisTypes.ts';
import { evaluateScenario } from './analysis/evaluate.ts';
import { fitSlices } from './analysis/fitScenario.ts';
import type { PosteriorReport, PosteriorRun, ProfileReport } from './analysis/inferenceTypes.ts';
import type { SamplingChoice } from './analysis/posterior.ts';
import { datasetOf } from './data/datasets.ts';
import type { Dataset } from './data/datasetTypes.ts';
import { prepareData } from './data/prepare.ts';
import { walkersFor } from './fit/posterior/ensemble.ts';
import type { Kernel } from './kernel/kernel.ts';
import { loadNodeKernel } from './kernel/nodeKernel.ts';
import { parseScenario } from './model/readScenario.ts';
import type { Scenario } from './model/scenario.ts';
import { predictSpectrum } from './predict/spectrum.ts';
import type { PredictedSpectrum } from './predict/spectrumTypes.ts';

import {
  type PosteriorProgress,
  profileAll,
  reportOf,
  samplePosterior,
  startPosteriorRun,
} from './worker/inference.ts';
import { localRunner } from './worker/localRunner.ts';

export * from './library/surface.ts';

let loading: Promise<Kernel> | undefined;
const kernel = (): Promise<Kernel> => {
  loading ??= loadNodeKernel();
  return loading;
};

/** The scenario, read strictly, with the tables that it needs in memory. */
async function prepared(scenario: Scenario): Promise<Scenario> {
  const checked = parseScenario(scenario);
  await prepareData(checked);
  return checked;
}

/** The positron flux at Earth of a scenario, GeV^-1 m^-2 s^-1 sr^-1, in total and by component. */
export async function predict(
  scenario: Scenario,
  options: { readonly energies_GeV?: Float64Array; readonly signal?: AbortSignal } = {},
): Promise<PredictedSpectrum> {
  const checked = await prepared(scenario);
  options.signal?.throwIfAborted();
  return predictSpectrum(
    await kernel(),
    checked,
    options.energies_GeV ?? datasetOf(checked, checked.fit.dataset).meanEnergy_GeV,
  );
}

/** Curves, residuals, chi-squared and derived numbers of a scenario. */
export async function evaluate(scenario: Scenario): Promise<Evaluation> {
  return evaluateScenario(await kernel(), await prepared(scenario));
}

/** Asymmetric errors of the free parameters of a fitted scenario (`report.scenario`) by profile likelihood. */
export async function profile(
  scenario: Scenario,
  options: { readonly paths?: readonly string[]; readonly signal?: AbortSignal } = {},
): Promise<ProfileReport> {
  return profileAll(localRunner(await kernel()), await prepared(scenario), options);
}

/**
 * Draws from the posterior of the free parameters, from the best values of a fit on.
 *
 * @param options.walkers,options.steps,options.seed of a new run; the seed decides every draw
 * @param options.run a run to go on with instead; it gives what it would have given without the pause
 */
export async function sample(
  scenario: Scenario,
  options: Partial<SamplingChoice> & {
    readonly run?: PosteriorRun;
    readonly signal?: AbortSignal;
    readonly onProgress?: (progress: PosteriorProgress) => void;
  } = {},
): Promise<{ run: PosteriorRun; report: PosteriorReport }> {
  const { signal, onProgress } = options;
  const runner = localRunner(await kernel());
  const checked = await prepared(scenario);
  let begun = options.run;
  if (!begun) {
    const report = await fit(checked, signal ? { signal } : {});
    const { walkers = walkersFor(report.parameters.length + report.energyScales.length) } = options;
    begun = await startPosteriorRun(runner, report, { walkers, steps: options.steps ?? 5000, seed: options.seed ?? 1 });
  }
  const run = await samplePosterior(runner, begun, {
    ...(signal && { pause: signal }),
    ...(onProgress && { onProgress }),
  });
  return { run, report: await reportOf(runner, run) };
}

/** Fits the free parameters of a scenario to its data. Rejects with the signal's reason when aborted. */
export async function fit(
  scenario: Scenario,
  options: {
    readonly dataset?: Dataset;
    readonly signal?: AbortSignal;
    readonly onProgress?: (progress: FitProgress) => void;
  } = {},
): Promise<FitReport> {
  const slices = fitSlices(
    await kernel(),
    await prepared(scenario),
    options.dataset ? { dataset: options.dataset } : {},
  );
  for (;;) {
    options.signal?.throwIfAborted();
    const slice = slices.next();
    if (slice.done) return slice.value;
    options.onProgress?.(slice.value);
    // Lets an abort that is waiting in the event loop come through.
    await new Promise((resume) => setImmediate(resume));
  }
}
