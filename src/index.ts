/** The library in Node: predict, evaluate and fit scenarios with the same kernel as the page, bit for bit. */
import type { Evaluation, FitProgress, FitReport } from './analysis/analysisTypes.ts';
import { evaluateScenario } from './analysis/evaluate.ts';
import { fitSlices } from './analysis/fitScenario.ts';
import { dataset } from './data/datasets.ts';
import type { Dataset } from './data/datasetTypes.ts';
import { prepareData } from './data/prepare.ts';
import type { Kernel } from './kernel/kernel.ts';
import { loadNodeKernel } from './kernel/nodeKernel.ts';
import { parseScenario } from './model/readScenario.ts';
import type { Scenario } from './model/scenario.ts';
import { predictSpectrum } from './predict/spectrum.ts';
import type { PredictedSpectrum } from './predict/spectrumTypes.ts';

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
  return predictSpectrum(await kernel(), checked, options.energies_GeV ?? dataset(checked.fit.dataset).meanEnergy_GeV);
}

/** Curves, residuals, chi-squared and derived numbers of a scenario. */
export async function evaluate(scenario: Scenario): Promise<Evaluation> {
  return evaluateScenario(await kernel(), await prepared(scenario));
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
