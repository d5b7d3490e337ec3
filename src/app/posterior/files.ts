/** Chains as files of the page, and saved runs read back. */
import type { PosteriorDraws, PosteriorReport } from '../../analysis/inferenceTypes.ts';
import { datasetOf, fittedTableIds } from '../../data/datasets.ts';
import { prepareData } from '../../data/prepare.ts';
import { chainOfDraws } from '../../export/chainOfDraws.ts';
import { exportChainCsv, exportChainEcsv, exportChainJson } from '../../export/exportChain.ts';
import { type ExportedFile, exportStem, textFile } from '../../export/exportedFile.ts';
import { readState, type SampleState, stateText } from '../../export/sampleState.ts';
import type { Scenario } from '../../model/scenario.ts';
import { pageContext } from '../exports/pageContext.ts';
import { PageInputError } from '../words/pageInputError.ts';
import { posteriorWords } from './posteriorWords.ts';

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
  const datasets = fittedTableIds(scenario).map((id) => datasetOf(scenario, id));
  const chain = chainOfDraws(scenario, draws, report, seed);
  return CHAIN_FORMATS[format](scenario, chain, { ...pageContext({ presetId: null }), datasets });
}

/** Everything that resumes the run, here or with `geminga sample --resume` under the name run.json. */
export function runFile(state: SampleState): ExportedFile {
  return textFile(exportStem(state.run.scenario, 'run'), 'json', stateText(state));
}

/** @throws {InputError} for a file that is no saved run */
export async function readRun(file: File): Promise<SampleState> {
  if (file.size > LARGEST_RUN) throw new PageInputError(file.name, posteriorWords().tooLarge(file.name, file.size));
  return readState(await file.text(), file.name);
}
