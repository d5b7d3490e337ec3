/** Edits of a scenario that keep it consistent: what one value forces on others changes with it. */
import { TABLE_IDS, type TableId } from '../../model/datasetIds.ts';
import {
  darkMatterBlock,
  defaultsOf,
  diffuseTermBlock,
  lossesBlock,
  type Parameter,
  propagationBlock,
  pulsarBlock,
  secondariesBlock,
} from '../../model/parameters.ts';
import { freePaths, valueAt, withValue } from '../../model/paths.ts';
import { RADIATION_FIELDS, type RadiationComponent, type RadiationFieldName } from '../../model/radiationFields.ts';
import type {
  Background,
  DarkMatter,
  Halo,
  Losses,
  Population,
  PulsarOverride,
  Scenario,
} from '../../model/scenario.ts';
import { haloSwitched, needsGreens, withSolverFor, withWhatItNeeds } from './haloEdits.ts';
import { namedSwitched, overrideChanged, populationSwitched } from './populationEdits.ts';

type Value = number | string | null;

/** Pairs that stand together: a break needs its energy and its index. */
const PAIRS: readonly {
  readonly block: RegExp;
  readonly keys: readonly [string, string];
  readonly starts: readonly [number, number];
}[] = [
  {
    block: /^sources\[|^population$/,
    keys: ['breakEnergy_GeV', 'spectralIndex2'],
    starts: [pulsarBlock.breakEnergy_GeV.start, pulsarBlock.spectralIndex2.start],
  },
  {
    block: /^propagation$/,
    keys: ['breakEnergy_GeV', 'deltaAboveBreak'],
    starts: [propagationBlock.breakEnergy_GeV.start, propagationBlock.deltaAboveBreak.start],
  },
];

function split(path: string): { block: string; key: string } {
  const dot = path.lastIndexOf('.');
  return { block: path.slice(0, dot), key: path.slice(dot + 1) };
}

/** The scenario with these parameters free; a prior of one that is not free any more goes with it. */
function withFreedom(scenario: Scenario, free: string[]): Scenario {
  const priors = scenario.fit.priors.filter(({ path }) => free.includes(path));
  return { ...scenario, fit: { ...scenario.fit, free, priors } };
}

/** Drops from the free parameters what a fit of this scenario cannot free any more. */
function withoutLostFreedom(scenario: Scenario): Scenario {
  const allowed = new Set(freePaths(scenario));
  const atRest = scenario.propagation.solver === 'finite-volume';
  const free = scenario.fit.free.filter((path) => allowed.has(path) && !(atRest && needsGreens(path)));
  return free.length === scenario.fit.free.length ? scenario : withFreedom(scenario, free);
}

function withPartner(scenario: Scenario, path: string, value: Value): Scenario {
  const { block, key } = split(path);
  const pair = PAIRS.find((candidate) => candidate.block.test(block) && candidate.keys.includes(key));
  if (!pair) return scenario;
  const other = pair.keys[0] === key ? 1 : 0;
  const otherPath = `${block}.${pair.keys[other]}`;
  if (value === null) return withValue(scenario, otherPath, null);
  return valueAt(scenario, otherPath) === null ? withValue(scenario, otherPath, pair.starts[other]) : scenario;
}

/** The two forms of D(E), the flattening and the break, exclude each other. */
function withOneFormOfDiffusion(scenario: Scenario, path: string, value: Value): Scenario {
  if (value === null) return scenario;
  if (path === 'propagation.referenceEnergy_GeV') {
    return withValue(withValue(scenario, 'propagation.breakEnergy_GeV', null), 'propagation.deltaAboveBreak', null);
  }
  if (path === 'propagation.breakEnergy_GeV' || path === 'propagation.deltaAboveBreak') {
    return withValue(scenario, 'propagation.referenceEnergy_GeV', null);
  }
  return scenario;
}

function lossesOf(model: Losses['model'], present: Losses): Losses {
  if (model === 'thomson') {
    return {
      model,
      magneticField_uG: null,
      radiationField: null,
      radiationComponents: null,
      b0_GeV_s: present.b0_GeV_s ?? lossesBlock.b0_GeV_s.start,
    };
  }
  return {
    model,
    magneticField_uG: present.magneticField_uG ?? lossesBlock.magneticField_uG.start,
    radiationField: present.radiationField ?? 'hooper2017',
    radiationComponents: present.radiationComponents,
    b0_GeV_s: null,
  };
}

/** Annihilation has a cross section, decay a lifetime; only the channel "table" has a table. */
function withKeysOfDarkMatter(scenario: Scenario, path: string): Scenario {
  const { darkMatter } = scenario;
  if (darkMatter === null) return scenario;
  if (path === 'darkMatter.process') {
    const annihilates = darkMatter.process === 'annihilation';
    const { crossSection_cm3_s, lifetime_s } = darkMatterBlock;
    return {
      ...scenario,
      darkMatter: {
        ...darkMatter,
        crossSection_cm3_s: annihilates ? (darkMatter.crossSection_cm3_s ?? crossSection_cm3_s.start) : null,
        lifetime_s: annihilates ? null : (darkMatter.lifetime_s ?? lifetime_s.start),
      },
    };
  }
  if (path === 'darkMatter.channel' && darkMatter.channel !== 'table')
    return { ...scenario, darkMatter: { ...darkMatter, spectrum: null } };
  return scenario;
}

/**
 * A copy of the scenario with another value at a path and with everything that this value forces on others: both halves
 * of a break, one form of D(E), the keys of a loss model or of a process of dark matter, a solver that can do it, no free
 * parameter that is not there.
 */
export function edit(scenario: Scenario, path: string, value: Value): Scenario {
  if (path === 'losses.model') {
    return withoutLostFreedom({ ...scenario, losses: lossesOf(value as Losses['model'], scenario.losses) });
  }
  const changed = withOneFormOfDiffusion(withPartner(withValue(scenario, path, value), path, value), path, value);
  return withoutLostFreedom(withKeysOfDarkMatter(withWhatItNeeds(changed, path, value), path));
}

/** Numbers that a choice beside them switches: a loss model, a process of dark matter. */
const DECIDED_ELSEWHERE: Readonly<Record<string, (scenario: Scenario) => boolean>> = {
  'losses.b0_GeV_s': ({ losses }) => losses.model === 'thomson',
  'losses.magneticField_uG': ({ losses }) => losses.model !== 'thomson',
  'darkMatter.crossSection_cm3_s': ({ darkMatter }) => darkMatter?.process === 'annihilation',
  'darkMatter.lifetime_s': ({ darkMatter }) => darkMatter?.process === 'decay',
};

/** Whether a parameter means anything for this scenario: Thomson losses have no field, decay no cross section. */
export function applies(scenario: Scenario, path: string): boolean {
  return DECIDED_ELSEWHERE[path]?.(scenario) ?? true;
}

/** Whether a parameter may be switched off here. */
export function canSwitch(path: string, parameter: Parameter): boolean {
  return parameter.kind === 'nullable-number' && !(path in DECIDED_ELSEWHERE);
}

/** Another radiation field; a custom one starts from the blackbodies of the field before it. */
export function withRadiationField(scenario: Scenario, name: RadiationFieldName): Scenario {
  const present = scenario.losses.radiationField;
  const start = present === null || present === 'custom' ? 'hooper2017' : present;
  const components: RadiationComponent[] | null =
    name === 'custom'
      ? (scenario.losses.radiationComponents ??
        RADIATION_FIELDS[start].components.map((component) => ({ ...component })))
      : null;
  return { ...scenario, losses: { ...scenario.losses, radiationField: name, radiationComponents: components } };
}

/** A custom field with one of its blackbodies replaced, added (`index` at the end) or removed (`component` null). */
export function withRadiationComponent(
  scenario: Scenario,
  index: number,
  component: RadiationComponent | null,
): Scenario {
  const components = [...(scenario.losses.radiationComponents ?? [])];
  components.splice(index, 1, ...(component === null ? [] : [component]));
  return { ...scenario, losses: { ...scenario.losses, radiationComponents: components } };
}

/** A halo with these values (as far as the solver can do them), or one zone. */
export function withHalo(scenario: Scenario, halo: Halo | null): Scenario {
  return withoutLostFreedom(haloSwitched(scenario, halo));
}

/** Pulsars of the catalogue with these values, or none. */
export function withPopulation(scenario: Scenario, population: Population | null): Scenario {
  return withoutLostFreedom(populationSwitched(scenario, population));
}

/** A pulsar of the catalogue as a curve of its own, or among the others; `names` are all that it has. */
export function withNamed(scenario: Scenario, names: readonly [string, ...string[]], on: boolean): Scenario {
  return namedSwitched(scenario, names, on);
}

/** A pulsar of the catalogue with other values of its own, counted or left out; `names` are all that it has. */
export function withOverride(
  scenario: Scenario,
  names: readonly [string, ...string[]],
  change: Partial<Omit<PulsarOverride, 'name'>>,
): Scenario {
  return withoutLostFreedom(overrideChanged(scenario, names, change));
}

/** The dark matter of the declaration. */
export const DEFAULT_DARK_MATTER: DarkMatter = { ...defaultsOf(darkMatterBlock), spectrum: null };

/** Dark matter with these values, or none. */
export function withDarkMatter(scenario: Scenario, darkMatter: DarkMatter | null): Scenario {
  return withoutLostFreedom({ ...scenario, darkMatter });
}

/** A background with its default values; a table comes from a file and is not made here. */
function defaultBackground(model: Exclude<Background['model'], 'table'>): Background {
  if (model === 'none') return { model };
  return model === 'secondaries'
    ? { model, ...defaultsOf(secondariesBlock) }
    : { model, ...defaultsOf(diffuseTermBlock) };
}

/** Another background, with its default values. */
export function withBackground(scenario: Scenario, model: Background['model']): Scenario {
  if (model === scenario.background.model || model === 'table') return scenario;
  return withoutLostFreedom({ ...scenario, background: defaultBackground(model) });
}

/** The background of another scenario, whatever it is. */
export function withBackgroundOf(scenario: Scenario, { background }: Pick<Scenario, 'background'>): Scenario {
  return withoutLostFreedom({ ...scenario, background });
}

/** A source switched on or off; switched off it has no free parameters. */
export function withSourceEnabled(scenario: Scenario, name: string, enabled: boolean): Scenario {
  return withoutLostFreedom({
    ...scenario,
    sources: scenario.sources.map((source) => (source.name === name ? { ...source, enabled } : source)),
  });
}

/** A parameter freed in the fit, or fixed. The order of the declaration is kept. */
export function withFree(scenario: Scenario, path: string, free: boolean): Scenario {
  const wanted = new Set(scenario.fit.free);
  if (free) wanted.add(path);
  else wanted.delete(path);
  const able = free ? withSolverFor(scenario, path) : scenario;
  return withFreedom(
    able,
    freePaths(able).filter((candidate) => wanted.has(candidate)),
  );
}

/** Another data set to fit. */
export function withDataset(scenario: Scenario, dataset: TableId): Scenario {
  const furtherDatasets = scenario.fit.furtherDatasets.filter((id) => id !== dataset);
  return { ...scenario, fit: { ...scenario.fit, dataset, furtherDatasets } };
}

/** A table fitted together with the first one, or no longer; the order of the list of tables is kept. */
export function withFurtherDataset(scenario: Scenario, dataset: TableId, wanted: boolean): Scenario {
  const ids = TABLE_IDS.filter((id) => (id === dataset ? wanted : scenario.fit.furtherDatasets.includes(id)));
  return { ...scenario, fit: { ...scenario.fit, furtherDatasets: ids } };
}

/** Other energies to fit. */
export function withEnergyRange(scenario: Scenario, range: readonly [number, number]): Scenario {
  return { ...scenario, fit: { ...scenario.fit, energyRange_GeV: [range[0], range[1]] } };
}
