/** The pulsars of the catalogue: switching them on and off, and what one of them has of its own. */
import { defaultsOf, pulsarOverrideBlock } from '../../model/parameters.ts';
import type { Population, PulsarOverride, Scenario } from '../../model/scenario.ts';
import { withCatalogueSolver } from './haloEdits.ts';

/** One thing that a pulsar of the catalogue may have of its own. */
export type OverrideKey = keyof typeof pulsarOverrideBlock;

/** The scenario with pulsars of the catalogue, which need the exact Green's function, or without. */
export function populationSwitched(scenario: Scenario, population: Population | null): Scenario {
  const changed = { ...scenario, population };
  return population === null ? changed : withCatalogueSolver(changed);
}

function withPopulationValues(scenario: Scenario, change: (population: Population) => Population): Scenario {
  return scenario.population === null ? scenario : { ...scenario, population: change(scenario.population) };
}

/**
 * A pulsar shown by its name as a curve of its own, or counted among the others.
 *
 * @param names every name that the pulsar has; a list may hold any of them
 */
export function namedSwitched(scenario: Scenario, names: readonly [string, ...string[]], on: boolean): Scenario {
  return withPopulationValues(scenario, (population) => {
    const others = population.named.filter((name) => !names.includes(name));
    return { ...population, named: on ? [...others, names[0]] : others };
  });
}

/** The override of a pulsar under any of its names. */
export function overrideOf(population: Population, names: readonly string[]): PulsarOverride | undefined {
  return population.overrides.find(({ name }) => names.includes(name));
}

function saysSomething({ enabled, name: _, ...values }: PulsarOverride): boolean {
  return !enabled || Object.values(values).some((value) => value !== null);
}

/** A pulsar with another value of its own (null takes the catalogue's or the shared one), counted or left out. */
export function overrideChanged(
  scenario: Scenario,
  names: readonly [string, ...string[]],
  change: Partial<Omit<PulsarOverride, 'name'>>,
): Scenario {
  return withPopulationValues(scenario, (population) => {
    const present = overrideOf(population, names);
    const next = { ...(present ?? { name: names[0], enabled: true, ...defaultsOf(pulsarOverrideBlock) }), ...change };
    const kept = present
      ? population.overrides.map((override) => (override === present ? next : override))
      : [...population.overrides, next];
    return { ...population, overrides: kept.filter(saysSomething) };
  });
}
