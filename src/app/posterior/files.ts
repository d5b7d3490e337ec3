/** Chains as files of the page, and saved runs read back. */
import type { PosteriorDraws, PosteriorReport } from '../../analysis/inferenceTypes.ts';
import { dataset } from '../../data/datasets.ts';
import { prepareData } from '../../data/prepare.ts';
import { exportChainCsv, exportChainEcsv, exportChainJson } from '../../export/exportChain.ts';
import { type ExportedFile, exportStem, textFile } from '../../export/exportedFile.ts';
import { runFacts } from '../../export/exportPosterior.ts';
import { readState, type SampleState, stateText } from '../../export/sampleState.ts';
import { InputError } from '../../model/inputError.ts';
import type { Scenario } from '../../model/scenario.ts';

export const CHAIN_FORMATS = { CSV: exportChainCsv, ECSV: exportChainEcsv, JSON: exportChainJson } as const;

/** Largest file that is read, bytes: a million steps of twenty walkers would not fit into a page either. */
const LARGEST_RUN = 500_000_000;

/** The chain after its burn-in. */
export async function chainFile(
  format: keyof typeof CHAIN_FORMATS,
  scenario: Scenario,
  draws: PosteriorDraws,
  report: PosteriorReport,
  seed: number,
): Promise<ExportedFile> {
  await prepareData(scenario);
  const { names, walkers, values, logProbability } = draws;
  const width = walkers * names.length;
  const steps = logProbability.length / walkers;
  const chain = {
    positions: Array.from({ length: steps }, (_, step) =>
      Array.from({ length: walkers }, (__, walker) => {
        const from = step * width + walker * names.length;
        return Array.from(values.subarray(from, from + names.length));
      }),
    ),
    logProbabilities: Array.from({ length: steps }, (_, step) =>
      Array.from(logProbability.subarray(step * walkers, (step + 1) * walkers)),
    ),
  };
  const datasets = [scenario.fit.dataset, ...scenario.fit.furtherDatasets].map(dataset);
  return CHAIN_FORMATS[format](scenario, { paths: names, chain, run: runFacts(scenario, report, seed) }, { datasets });
}

/** Everything that resumes the run, here or with `geminga sample --resume` under the name run.json. */
export function runFile(state: SampleState): ExportedFile {
  return textFile(exportStem(state.run.scenario, 'run'), 'json', stateText(state));
}

/** @throws {InputError} for a file that is no saved run */
export async function readRun(file: File): Promise<SampleState> {
  if (file.size > LARGEST_RUN)
    throw new InputError(
      file.name,
      `${file.name} has ${file.size} bytes, too many for a saved run; choose another file.`,
    );
  return readState(await file.text(), file.name);
}
