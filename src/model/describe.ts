import { parameterAt } from './paths.ts';
import type { Scenario } from './scenario.ts';

/** A parameter in words: "efficiency of Geminga", "modulation potential". */
export function parameterInWords(scenario: Scenario, path: string): string {
  const label = parameterAt(scenario, path)?.label ?? path;
  const one = /\[(.+)\]\./.exec(path)?.[1];
  if (one !== undefined) return `${label} of ${one}`;
  return path.startsWith('population.') ? `${label} of the catalogue’s pulsars` : label;
}
