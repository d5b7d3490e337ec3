/** Edits of a scenario that keep it consistent: what one value forces on others changes with it. */
import type { DatasetId } from '../../model/datasetIds.ts';
import { lossesBlock, type Parameter, propagationBlock, pulsarBlock } from '../../model/parameters.ts';
import { freePaths, valueAt, withValue } from '../../model/paths.ts';
import { RADIATION_FIELDS, type RadiationComponent, type RadiationFieldName } from '../../model/radiationFields.ts';
import type { Halo, Losses, Scenario } from '../../model/scenario.ts';
import { haloSwitched, needsGreens, withSolverFor, withWhatItNeeds } from './haloEdits.ts';

type Value = number | string | null;

/** Pairs that stand together: a break needs its energy and its index. */
const PAIRS: readonly {
  readonly block: RegExp;
  readonly keys: readonly [string, string];
  readonly starts: readonly [number, number];
}[] = [
  {
    block: /^sources\[/,
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

/** Drops from the free parameters what a fit of this scenario cannot free any more. */
function withoutLostFreedom(scenario: Scenario): Scenario {
  const allowed = new Set(freePaths(scenario));
  const atRest = scenario.propagation.solver === 'finite-volume';
  const free = scenario.fit.free.filter((path) => allowed.has(path) && !(atRest && needsGreens(path)));
  return free.length === scenario.fit.free.length ? scenario : { ...scenario, fit: { ...scenario.fit, free } };
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

/**
 * A copy of the scenario with another value at a path and with everything that this value forces on others: both halves
 * of a break, one form of D(E), the keys of a loss model, a solver that can do it, no free parameter that is not there.
 */
export function edit(scenario: Scenario, path: string, value: Value): Scenario {
  if (path === 'losses.model') {
    return withoutLostFreedom({ ...scenario, losses: lossesOf(value as Losses['model'], scenario.losses) });
  }
  const changed = withOneFormOfDiffusion(withPartner(withValue(scenario, path, value), path, value), path, value);
  return withoutLostFreedom(withWhatItNeeds(changed, path, value));
}

/** Whether a parameter means anything for this scenario: Thomson losses have no field, Klein–Nishina losses no b₀. */
export function applies(scenario: Scenario, path: string): boolean {
  if (path === 'losses.b0_GeV_s') return scenario.losses.model === 'thomson';
  if (path === 'losses.magneticField_uG') return scenario.losses.model !== 'thomson';
  return true;
}

/** Whether a parameter may be switched off here; the loss model decides over its own two. */
export function canSwitch(path: string, parameter: Parameter): boolean {
  return parameter.kind === 'nullable-number' && path !== 'losses.b0_GeV_s' && path !== 'losses.magneticField_uG';
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

/** Another background; the diffuse term comes back with normalisation 1. */
export function withBackground(scenario: Scenario, model: Scenario['background']['model']): Scenario {
  if (model === scenario.background.model) return scenario;
  return withoutLostFreedom({
    ...scenario,
    background: model === 'none' ? { model } : { model, normalisation: 1 },
  });
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
  return { ...able, fit: { ...able.fit, free: freePaths(able).filter((candidate) => wanted.has(candidate)) } };
}

/** Another data set to fit. */
export function withDataset(scenario: Scenario, dataset: DatasetId): Scenario {
  return { ...scenario, fit: { ...scenario.fit, dataset } };
}

/** Other energies to fit. */
export function withEnergyRange(scenario: Scenario, range: readonly [number, number]): Scenario {
  return { ...scenario, fit: { ...scenario.fit, energyRange_GeV: [range[0], range[1]] } };
}
