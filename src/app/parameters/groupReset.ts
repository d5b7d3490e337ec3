/** One group of parameters as its preset has it. */
import { freePaths } from '../../model/paths.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { Group } from './groups.ts';

type Part = Pick<Group, 'kind' | 'blockPath'>;

/** The part of a scenario that a group shows, without what is free and what is known of it; undefined where it has none. */
function partOf(scenario: Scenario, { kind, blockPath }: Part): unknown {
  switch (kind) {
    case 'source':
      return scenario.sources.find(({ name }) => blockPath === `sources[${name}]`);
    case 'population':
      return scenario.population;
    case 'halo':
      return scenario.propagation.halo;
    case 'galaxy': {
      const { halo: _, ...galaxy } = scenario.propagation;
      return galaxy;
    }
    case 'losses':
      return scenario.losses;
    case 'background':
      return scenario.background;
    case 'dark-matter':
      return scenario.darkMatter;
    case 'sun':
      return scenario.sun;
    case 'fit': {
      const { free: _, priors: __, ...choices } = scenario.fit;
      return [choices, scenario.electrons];
    }
  }
}

function withPart(scenario: Scenario, origin: Scenario, { kind, blockPath }: Part): Scenario {
  switch (kind) {
    case 'source': {
      const original = origin.sources.find(({ name }) => blockPath === `sources[${name}]`);
      if (!original) return scenario;
      const sources = scenario.sources.map((source) => (source.name === original.name ? original : source));
      return { ...scenario, sources };
    }
    case 'population':
      return { ...scenario, population: origin.population };
    case 'halo':
      return { ...scenario, propagation: { ...scenario.propagation, halo: origin.propagation.halo } };
    case 'galaxy':
      return { ...scenario, propagation: { ...origin.propagation, halo: scenario.propagation.halo } };
    case 'losses':
      return { ...scenario, losses: origin.losses };
    case 'background':
      return { ...scenario, background: origin.background };
    case 'dark-matter':
      return { ...scenario, darkMatter: origin.darkMatter };
    case 'sun':
      return { ...scenario, sun: origin.sun };
    case 'fit': {
      const { free, priors } = scenario.fit;
      return { ...scenario, electrons: origin.electrons, fit: { ...origin.fit, free, priors } };
    }
  }
}

/** Whether a group differs from its preset; one that the preset does not have does not. */
export function groupIsChanged(scenario: Scenario, origin: Scenario, group: Part): boolean {
  if (scenario === origin) return false;
  const [now, then] = [partOf(scenario, group), partOf(origin, group)];
  // Edits copy only what they change: what is the very same object needs no comparison.
  return then !== undefined && now !== then && JSON.stringify(now) !== JSON.stringify(then);
}

/** The scenario with one group as its preset has it; what is free stays free where it still can be. */
export function withGroupReset(scenario: Scenario, origin: Scenario, group: Part): Scenario {
  const reset = withPart(scenario, origin, group);
  const allowed = new Set(freePaths(reset));
  const free = reset.fit.free.filter((path) => allowed.has(path));
  const priors = reset.fit.priors.filter(({ path }) => free.includes(path));
  return { ...reset, fit: { ...reset.fit, free, priors } };
}
