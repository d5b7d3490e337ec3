/** Draws from the posterior as a table: one row per step of every walker. */
import type { Scenario } from '../model/scenario.ts';
import { unitOf } from './asciiUnits.ts';
import { csvText } from './csv.ts';
import { exportEcsv } from './ecsv.ts';
import { type ExportedFile, exportStem, textFile } from './exportedFile.ts';
import type { ExportContext, PosteriorChain } from './exportTypes.ts';
import { jsonText } from './jsonText.ts';
import { provenance, provenanceLines } from './provenance.ts';
import { chainColumns } from './resultColumns.ts';
import { scenarioValues } from './scenarioLines.ts';

const TITLE = 'draws from the posterior';
const FORMAT = 'geminga-chain';
const PART = 'chain';

/** Columns step, walker, one per parameter in its unit, log_probability. */
export function exportChainCsv(scenario: Scenario, chain: PosteriorChain, context: ExportContext = {}): ExportedFile {
  const units = chain.paths.map((path) => unitOf(scenario, path)).map((unit) => unit || 'a pure number');
  const comments = [
    ...provenanceLines(TITLE, scenario, context),
    ...Object.entries(chain.run ?? {}).map(([key, value]) => `run, ${key}: ${value}`),
    ...chain.paths.map((path, index) => `column ${path}: ${units[index]}`),
    'columns: step and walker count from 1; log_probability is the natural logarithm of the posterior, up to a constant',
  ];
  const text = csvText(comments, chainColumns(scenario, chain));
  return textFile(exportStem(scenario, PART, context.date), 'csv', text);
}

/** The same table as ECSV. */
export function exportChainEcsv(scenario: Scenario, chain: PosteriorChain, context: ExportContext = {}): ExportedFile {
  const columns = chainColumns(scenario, chain);
  const meta = chain.run === undefined ? {} : { run: chain.run };
  return exportEcsv(scenario, { format: FORMAT, title: TITLE, part: PART, columns, meta }, context);
}

/** The same numbers as one JSON document, a list per parameter. */
export function exportChainJson(scenario: Scenario, chain: PosteriorChain, context: ExportContext = {}): ExportedFile {
  const { paths, run } = chain;
  const { positions, logProbabilities } = chain.chain;
  const document = {
    format: FORMAT,
    version: 1,
    title: TITLE,
    ...provenance(scenario, context),
    ...(run === undefined ? {} : { run }),
    walkers: positions[0]?.length ?? 0,
    steps: positions.length,
    order: 'step by step, within it walker by walker',
    parameters: paths.map((path, index) => ({
      path,
      unit: unitOf(scenario, path),
      values: positions.flatMap((walkers) => walkers.map((values) => values[index])),
    })),
    logProbability: logProbabilities.flat(),
    scenarioValues: scenarioValues(scenario),
  };
  return textFile(exportStem(scenario, PART, context.date), 'json', jsonText(document));
}
