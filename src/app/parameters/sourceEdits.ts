/** The list of sources: another pulsar, one less, another name. */
import { defaultsOf, pulsarBlock } from '../../model/parameters.ts';
import type { Scenario } from '../../model/scenario.ts';
import { edit } from '../state/edits.ts';

/** The scenario with one more pulsar, with the values of the declaration, at the end of the list. */
export function withSourceAdded(scenario: Scenario, name: string): Scenario {
  const pulsar = { type: 'pulsar' as const, name, enabled: true, ...defaultsOf(pulsarBlock) };
  return { ...scenario, sources: [...scenario.sources, pulsar] };
}

/** The scenario without a source; what was free of it, or of what nothing crosses any more, is so no longer. */
export function withSourceRemoved(scenario: Scenario, name: string): Scenario {
  const sources = scenario.sources.filter((source) => source.name !== name);
  // An edit that changes nothing drops what can be free no more.
  return edit({ ...scenario, sources }, 'sun.potential_MV', scenario.sun.potential_MV);
}

/** The scenario with another name for a source; what is free of it and known of it goes with the name. */
export function withSourceRenamed(scenario: Scenario, name: string, next: string): Scenario {
  const renamed = (path: string) =>
    path.startsWith(`sources[${name}].`) ? `sources[${next}].${path.slice(`sources[${name}].`.length)}` : path;
  return {
    ...scenario,
    sources: scenario.sources.map((source) => (source.name === name ? { ...source, name: next } : source)),
    fit: {
      ...scenario.fit,
      free: scenario.fit.free.map(renamed),
      priors: scenario.fit.priors.map((prior) => ({ ...prior, path: renamed(prior.path) })),
    },
  };
}

/** The first name of its kind that no source has. */
export function newSourceName({ sources }: Scenario, named: (number: number) => string): string {
  for (let number = sources.length + 1; ; number++) {
    const name = named(number);
    if (!sources.some((source) => source.name === name)) return name;
  }
}
