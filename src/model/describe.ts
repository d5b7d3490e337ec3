import { parameterAt } from './paths.ts';
import type { Scenario } from './scenario.ts';

/** A parameter in words: "efficiency of Geminga", "modulation potential". */
export function parameterInWords(scenario: Scenario, path: string): string {
  const label = parameterAt(scenario, path)?.label ?? path;
  const source = /^sources\[(.+)\]\./.exec(path)?.[1];
  return source === undefined ? label : `${label} of ${source}`;
}
