/** Free parameters in which the flux is linear, and which component each of them scales. */
import { pulsarNamed, shownName } from '../data/catalogue/pulsarNames.ts';
import { catalogueInMemory } from '../data/catalogue.ts';
import type { Dataset } from '../data/datasetTypes.ts';
import { MEASURED_QUANTITIES } from '../data/measuredQuantities.ts';
import { withValue } from '../model/paths.ts';
import type { Population, Scenario } from '../model/scenario.ts';
import type { ComponentSpectrum } from '../predict/spectrumTypes.ts';

/** `sources[Geminga].efficiency` is the key `efficiency` of the member `Geminga` of the block `sources`. */
const PATH = /^(.*?)(?:\[([^\]]*)\])?\.([^.[\]]+)$/;

function split(path: string): { block: string; member: string | undefined; key: string } {
  const [, block = '', member, key = ''] = PATH.exec(path) ?? [];
  return { block, member, key };
}

function isLinear(path: string): boolean {
  const { block, key } = split(path);
  switch (block) {
    case 'sources':
      return ['efficiency', 'diffuseCoefficient', 'sourceCoefficient'].includes(key);
    case 'population':
    case 'population.overrides':
      return key === 'efficiency';
    case 'background':
      return key === 'normalisation';
    case 'darkMatter':
      return key === 'crossSection_cm3_s';
    default:
      return false;
  }
}

/** Free parameters of a scenario that multiply a component of the flux, in the order of `fit.free`. */
export function linearPaths(scenario: Scenario): string[] {
  return scenario.fit.free.filter((path) => isLinear(path));
}

/**
 * Whether the residuals of a table are linear in the flux: no fraction, errors of one size on both sides, no limit
 * among the points.
 */
export function isLinearInFlux({ quantity, asymmetric, upperLimits }: Dataset, points: readonly number[]): boolean {
  return (
    !MEASURED_QUANTITIES[quantity].dimensionless &&
    asymmetric === null &&
    !points.some((i) => upperLimits?.[i] === true)
  );
}

/** The pulsars of a population that have an efficiency of their own become components of their own. */
function withOwnNamed(population: Population): Population {
  const catalogue = catalogueInMemory();
  const nameOf = (name: string) => pulsarNamed(catalogue, name)?.name ?? name;
  const shown = new Set(population.named.map(nameOf));
  const more = population.overrides.filter(
    ({ name, enabled, efficiency }) => enabled && efficiency !== null && !shown.has(nameOf(name)),
  );
  return { ...population, named: [...population.named, ...more.map(({ name }) => name)] };
}

/** The scenario whose components are the spectra for a value of 1 of each linear parameter. */
export function unitScenario(scenario: Scenario, linear: readonly string[]): Scenario {
  const { population } = scenario;
  const split = population ? { ...scenario, population: withOwnNamed(population) } : scenario;
  return linear.reduce((unit, path) => withValue(unit, path, 1), split);
}

/**
 * For every component of the unit scenario the place of the linear parameter that multiplies it; null for one that
 * none does.
 */
export function ownersOf(
  unit: Scenario,
  linear: readonly string[],
  components: readonly ComponentSpectrum[],
): (number | null)[] {
  const place = (path: string) => {
    const found = linear.indexOf(path);
    return found < 0 ? null : found;
  };
  const listed = unit.sources.filter(({ type, enabled }) => type === 'pulsar' && enabled);
  const ofPopulation = populationOwners(unit, place);
  const ofFormula = (name: string, kind: 'diffuse-term' | 'source-term') => {
    const source = unit.sources.find(
      (one) => one.type === 'ams02-fit-function' && name === `${one.name}: ${kind.replace('-', ' ')}`,
    );
    if (!source) return place('background.normalisation');
    return place(`sources[${source.name}].${kind === 'diffuse-term' ? 'diffuseCoefficient' : 'sourceCoefficient'}`);
  };
  const ownerOf = ({ name, kind }: ComponentSpectrum, k: number): number | null => {
    switch (kind) {
      case 'pulsar':
        if (k < listed.length) return place(`sources[${name}].efficiency`);
        // One whose own efficiency is fixed has no owner.
        return ofPopulation.has(name) ? (ofPopulation.get(name) ?? null) : place('population.efficiency');
      case 'population':
        return place('population.efficiency');
      case 'secondaries':
      case 'table':
        return place('background.normalisation');
      case 'dark-matter':
        return place('darkMatter.crossSection_cm3_s');
      case 'diffuse-term':
      case 'source-term':
        return ofFormula(name, kind);
    }
  };
  return components.map(ownerOf);
}

/** By the shown name of a pulsar with an efficiency of its own: the place of that, or null where it is not free. */
function populationOwners(
  { population }: Scenario,
  place: (path: string) => number | null,
): Map<string, number | null> {
  const owners = new Map<string, number | null>();
  for (const { name, enabled, efficiency } of population?.overrides ?? []) {
    if (!enabled || efficiency === null) continue;
    const pulsar = pulsarNamed(catalogueInMemory(), name);
    if (pulsar) owners.set(shownName(pulsar), place(`population.overrides[${name}].efficiency`));
  }
  return owners;
}
