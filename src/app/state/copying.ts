/** Values of one scenario put into another, one at a time. */
import { valueAt } from '../../model/paths.ts';
import { parseScenario } from '../../model/readScenario.ts';
import type { Population, Scenario } from '../../model/scenario.ts';
import {
  edit,
  withBackgroundOf,
  withDarkMatter,
  withDataset,
  withEnergyRange,
  withHalo,
  withPopulation,
  withSourceEnabled,
} from './edits.ts';
import { valueIfPlaced } from './modifications.ts';
import { content } from './store.ts';

function withSourceOf(scenario: Scenario, from: Scenario, name: string): Scenario {
  const source = from.sources.find((one) => one.name === name);
  if (!source) return scenario;
  return scenario.sources.some((one) => one.name === name)
    ? withSourceEnabled(scenario, name, source.enabled)
    : { ...scenario, sources: [...scenario.sources, source] };
}

/** The curves of their own, or what one pulsar has of its own. */
function withPopulationOf(scenario: Scenario, { population: other }: Scenario, override: string | null): Scenario {
  const { population } = scenario;
  if (population === null || other === null) return scenario;
  if (override === null) return withPopulation(scenario, { ...population, named: other.named });
  const is = ({ name }: Population['overrides'][number]) => name === override;
  const taken = other.overrides.filter(is);
  return withPopulation(scenario, {
    ...population,
    overrides: [...population.overrides.filter((one) => !is(one)), ...taken],
  });
}

/**
 * A scenario with the value that another one has at a path.
 *
 * @param path as `modifications` names what differs: a parameter, a choice, a block
 * @returns the scenario itself where it has no such place
 */
export function withValueOf(scenario: Scenario, from: Scenario, path: string): Scenario {
  const source = /^sources\[([^\]]*)\]$/.exec(path)?.[1];
  if (source !== undefined) return withSourceOf(scenario, from, source);
  const override = /^population\.overrides\[([^\]]*)\]$/.exec(path)?.[1];
  if (override !== undefined) return withPopulationOf(scenario, from, override);
  switch (path) {
    case 'propagation.halo':
      return withHalo(scenario, from.propagation.halo);
    case 'population':
      return withPopulation(scenario, from.population);
    case 'population.named':
      return withPopulationOf(scenario, from, null);
    case 'darkMatter':
      return withDarkMatter(scenario, from.darkMatter);
    case 'losses.radiationField':
    case 'losses.radiationComponents': {
      const { radiationField, radiationComponents } = from.losses;
      return { ...scenario, losses: { ...scenario.losses, radiationField, radiationComponents } };
    }
    case 'background.model':
      return withBackgroundOf(scenario, from);
    case 'fit.dataset':
      return withDataset({ ...scenario, ownData: from.ownData ?? scenario.ownData }, from.fit.dataset);
    case 'fit.energyRange_GeV':
      return withEnergyRange(scenario, from.fit.energyRange_GeV);
    case 'fit.furtherDatasets':
      return {
        ...scenario,
        ownData: from.ownData ?? scenario.ownData,
        fit: { ...scenario.fit, furtherDatasets: from.fit.furtherDatasets },
      };
    case 'fit.correlationLengths_dex':
      return { ...scenario, fit: { ...scenario.fit, correlationLengths_dex: from.fit.correlationLengths_dex } };
    case 'fit.priors':
      return { ...scenario, fit: { ...scenario.fit, priors: from.fit.priors } };
    case 'background.table':
      return withBackgroundOf(scenario, from);
    case 'darkMatter.spectrum':
      return withDarkMatter(
        scenario,
        scenario.darkMatter && { ...scenario.darkMatter, spectrum: from.darkMatter?.spectrum ?? null },
      );
  }
  return valueIfPlaced(scenario, path) === undefined ? scenario : edit(scenario, path, valueAt(from, path));
}

/** Whether `withValueOf` gives another scenario, and one that breaks no rule. */
export function canTakeValue(scenario: Scenario, from: Scenario, path: string): boolean {
  try {
    const next = withValueOf(scenario, from, path);
    parseScenario(next);
    return content(next) !== content(scenario);
  } catch {
    return false;
  }
}
