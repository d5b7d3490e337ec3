/** Words and signs for a fit report. */
import type { Finding, FitReport } from '../../analysis/analysisTypes.ts';
import { parameterAt } from '../../model/paths.ts';
import type { Scenario } from '../../model/scenario.ts';

type State = Finding['state'];

export const VERDICT_SIGN: Readonly<Record<State, string>> = { good: '✓', warn: '!', bad: '✗' };
export const VERDICT_WORD: Readonly<Record<State, string>> = {
  good: 'valid',
  warn: 'valid, with advice',
  bad: 'not valid',
};

/** Valid, valid with advice, or not valid. */
export function verdictState({ valid, findings }: Pick<FitReport, 'valid' | 'findings'>): State {
  if (!valid) return 'bad';
  return findings.every(({ state }) => state === 'good') ? 'good' : 'warn';
}

/** The label of the parameter at a path, with its source where the scenario has several. */
export function parameterName(scenario: Scenario, path: string): string {
  const label = parameterAt(scenario, path)?.label ?? path;
  const owner = ownerOf(scenario, path);
  return owner === null ? label : `${label} of ${owner}`;
}

/** What a path belongs to, where other parameters have the same label; for tables that show the symbol apart. */
export function ownerOf({ sources, population }: Scenario, path: string): string | null {
  const override = /^population\.overrides\[(.+)\]\./.exec(path)?.[1];
  if (override !== undefined) return override;
  const several = sources.length + (population ? 1 : 0) > 1;
  if (!several) return null;
  if (path.startsWith('population.')) return 'the catalogue’s pulsars';
  return /^sources\[(.+)\]\./.exec(path)?.[1] ?? null;
}
