/** Names and signs for a fit report. */
import type { Finding, FitReport } from '../../analysis/analysisTypes.ts';
import { descriptionOf, fittedTableIds } from '../../data/datasets.ts';
import { parameterAt } from '../../model/paths.ts';
import type { Scenario } from '../../model/scenario.ts';
import { datasetLabel, parameterLabel } from '../words/modelWords.ts';
import { spokenLanguage } from '../words/words.ts';
import { fitWords } from './fitWords.ts';

type State = Finding['state'];

export const VERDICT_SIGN: Readonly<Record<State, string>> = { good: '✓', warn: '!', bad: '✗' };

/** Valid, valid with advice, or not valid. */
export function verdictState({ valid, findings }: Pick<FitReport, 'valid' | 'findings'>): State {
  if (!valid) return 'bad';
  return findings.every(({ state }) => state === 'good') ? 'good' : 'warn';
}

/** The label of the parameter at a path, or of an energy scale, with its source where the scenario has several. */
export function parameterName(scenario: Scenario, path: string): string {
  const words = fitWords();
  const experiment = /^energy scale of (.+)$/.exec(path)?.[1];
  if (experiment !== undefined) return words.energyScaleOf(experiment);
  const parameter = parameterAt(scenario, path);
  const label = parameter ? parameterLabel(parameter) : path;
  const owner = ownerOf(scenario, path);
  return owner === null ? label : words.ofOwner(label, owner);
}

/** What a path belongs to, where other parameters have the same label; for tables that show the symbol apart. */
export function ownerOf({ sources, population }: Scenario, path: string): string | null {
  const override = /^population\.overrides\[(.+)\]\./.exec(path)?.[1];
  if (override !== undefined) return override;
  const several = sources.length + (population ? 1 : 0) > 1;
  if (!several) return null;
  if (path.startsWith('population.')) return fitWords().cataloguePulsars;
  return /^sources\[(.+)\]\./.exec(path)?.[1] ?? null;
}

/** `one, two and three` in the language of the page. */
export function listed(names: readonly string[]): string {
  return new Intl.ListFormat(spokenLanguage()).format(names);
}

/** The tables of a fit: `AMS-02 2019 and CALET 2023`. */
export function fittedTables(scenario: Scenario): string {
  return listed(fittedTableIds(scenario).map((id) => datasetLabel(descriptionOf(scenario, id))));
}

/** Whose measurements a fit takes, each once. */
export function fittedExperiments(scenario: Scenario): readonly string[] {
  return [...new Set(fittedTableIds(scenario).map((id) => descriptionOf(scenario, id).experiment))];
}
