import { parameterAt } from './paths.ts';
import type { Scenario } from './scenario.ts';

/** The name of a parameter in its parts. */
export interface ParameterName {
  /** Label of the declaration, or the path of what is not declared. */
  readonly label: string;
  /** The source or pulsar that it belongs to, all of a catalogue, or nothing that needs a name. */
  readonly owner: { readonly kind: 'one'; readonly name: string } | { readonly kind: 'population' } | null;
}

/** The name of the parameter at a path. */
export function parameterName(scenario: Scenario, path: string): ParameterName {
  const label = parameterAt(scenario, path)?.label ?? path;
  const name = /\[(.+)\]\./.exec(path)?.[1];
  if (name !== undefined) return { label, owner: { kind: 'one', name } };
  return { label, owner: path.startsWith('population.') ? { kind: 'population' } : null };
}

/** A name in words: "efficiency of Geminga", "modulation potential". */
export function nameInWords({ label, owner }: ParameterName): string {
  if (owner === null) return label;
  return owner.kind === 'one' ? `${label} of ${owner.name}` : `${label} of the catalogue’s pulsars`;
}

/** A parameter in words: "efficiency of Geminga", "modulation potential". */
export function parameterInWords(scenario: Scenario, path: string): string {
  return nameInWords(parameterName(scenario, path));
}
