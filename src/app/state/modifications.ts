/** What differs between the present scenario and the one that it came from. */
import { descriptionOf } from '../../data/datasets.ts';
import { darkMatterBlock, pulsarOverrideBlock } from '../../model/parameters.ts';
import { freePaths, type PlacedParameter, placedParameters, valueAt } from '../../model/paths.ts';
import { RADIATION_FIELDS } from '../../model/radiationFields.ts';
import type { Population, PulsarOverride, Scenario, TableBackground } from '../../model/scenario.ts';
import { significantText } from '../../plot/numberText.ts';
import { formatNumber } from '../format/number.ts';
import { withUnit } from '../format/units.ts';
import { choiceOption, datasetLabel, parameterLabel } from '../words/modelWords.ts';
import { stateWords } from './stateWords.ts';

/** One value that differs. */
export interface Modification {
  /** Path of the parameter, or the name of a choice such as `losses.radiationField`. */
  readonly path: string;
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

interface PlacedValue extends PlacedParameter {
  readonly value: number | string | null;
}

/** Every row of the page asks after every move; a scenario never changes, so that one walk over it answers all. */
const valuesOfScenarios = new WeakMap<Scenario, ReadonlyMap<string, PlacedValue>>();

function placedValues(scenario: Scenario): ReadonlyMap<string, PlacedValue> {
  const known = valuesOfScenarios.get(scenario);
  if (known) return known;
  const values = new Map(
    placedParameters(scenario).map((placed) => [placed.path, { ...placed, value: valueAt(scenario, placed.path) }]),
  );
  valuesOfScenarios.set(scenario, values);
  return values;
}

/** The value at a path; undefined where the scenario has no such place. */
export function valueIfPlaced(scenario: Scenario, path: string): number | string | null | undefined {
  return placedValues(scenario).get(path)?.value;
}

function fieldName(scenario: Scenario): string {
  const name = scenario.losses.radiationField;
  if (name === null) return stateWords().none;
  return name === 'custom' ? stateWords().custom : RADIATION_FIELDS[name].label;
}

function energies([low, high]: readonly [number, number]): string {
  return `${formatNumber(low)}–${formatNumber(high)} GeV`;
}

function parameterModifications(scenario: Scenario, origin: Scenario): Modification[] {
  return [...placedValues(scenario).values()].flatMap(({ path, parameter, value: after }) => {
    const before = valueIfPlaced(origin, path);
    if (before === undefined || before === after) return [];
    const inWords = (value: number | string | null) => {
      if (parameter.kind === 'choice') return choiceOption(parameter, String(value));
      return typeof value === 'number' ? withUnit(formatNumber(value, 5), parameter.unit) : stateWords().off;
    };
    return [{ path, label: parameterLabel(parameter), before: inWords(before), after: inWords(after) }];
  });
}

/** A halo in one line: `50 pc, D 1.0 × 10²⁶`. */
export function haloInWords({ halo }: Scenario['propagation']): string {
  const words = stateWords();
  if (!halo) return words.oneZone;
  const inWords = words.haloOf(formatNumber(halo.radius_pc, 3), significantText(halo.D0_cm2_s, 2));
  return halo.greensFunction === 'exact' ? inWords : `${inWords}, ${words.closedForm}`;
}

/** The pulsars of a catalogue in one line: `catalogue within 10 kpc, η 0.1`. */
export function populationInWords(population: Population | null): string {
  if (!population) return stateWords().listedOnly;
  const { efficiency, maxDistance_kpc } = population;
  return stateWords().catalogueWithin(formatNumber(maxDistance_kpc, 3), formatNumber(efficiency, 3));
}

/** Dark matter in one line: `annihilation into μ⁺μ⁻, 1000 GeV`. */
export function darkMatterInWords({ darkMatter }: Pick<Scenario, 'darkMatter'>): string {
  const words = stateWords();
  if (!darkMatter) return words.none;
  const { process, channel, mass_GeV, spectrum } = darkMatter;
  const into = channel === 'table' ? (spectrum?.name ?? words.aTable) : choiceOption(darkMatterBlock.channel, channel);
  return words[process === 'annihilation' ? 'annihilationInto' : 'decayInto'](into, formatNumber(mass_GeV, 3));
}

/** The table that a person brought in one line: `mine, 72 points`. */
function ownDataInWords({ ownData }: Scenario): string {
  const { none, ownDataOf } = stateWords();
  return ownData === null ? none : ownDataOf(ownData.label, ownData.energies_GeV.length);
}

/** What a pulsar has of its own: `250 pc, η 0.2`, or that it is left out. */
function overrideInWords(override: PulsarOverride | undefined): string {
  const words = stateWords();
  if (override === undefined) return words.asTheOthers;
  if (!override.enabled) return words.leftOut;
  const own = Object.entries(pulsarOverrideBlock).flatMap(([key, parameter]) => {
    const value = override[key as keyof typeof pulsarOverrideBlock];
    return value === null ? [] : `${parameterLabel(parameter)} ${withUnit(formatNumber(value), parameter.unit)}`;
  });
  return own.join(', ') || words.asTheOthers;
}

function populationModifications(scenario: Scenario, origin: Scenario): Modification[] {
  const { labels, none } = stateWords();
  const [now, then] = [scenario.population, origin.population];
  if (now === null || then === null) {
    const [before, after] = [populationInWords(then), populationInWords(now)];
    return before === after ? [] : [{ path: 'population', label: labels.population, before, after }];
  }
  const names = new Set([...then.overrides, ...now.overrides].map(({ name }) => name));
  const found = [...names].flatMap((name) => {
    const [was, is] = [then, now].map(({ overrides }) => overrides.find((one) => one.name === name));
    // Where both have values of their own the rows tell what differs.
    if (was && is && was.enabled === is.enabled) return [];
    const [before, after] = [overrideInWords(was), overrideInWords(is)];
    return before === after ? [] : [{ path: `population.overrides[${name}]`, label: name, before, after }];
  });
  const curves = ({ named }: Population) => named.join(', ') || none;
  const [before, after] = [curves(then), curves(now)];
  return before === after ? found : [...found, { path: 'population.named', label: labels.ownCurves, before, after }];
}

/** Every value of the scenario that differs from its origin, in the order of the panel. Free and fixed are not values. */
export function modifications(scenario: Scenario, origin: Scenario): Modification[] {
  if (scenario === origin) return [];
  const { on, off, none, labels, backgrounds, ownDataOf } = stateWords();
  const found = parameterModifications(scenario, origin);
  const add = (path: string, label: string, before: string, after: string) => {
    if (before !== after) found.push({ path, label, before, after });
  };
  /** The words are short: what differs may not be seen in them. */
  const addWhole = <Value>(
    path: string,
    label: string,
    before: Value,
    after: Value,
    inWords: (value: Value) => string,
  ) => {
    if (JSON.stringify(before) !== JSON.stringify(after))
      found.push({ path, label, before: inWords(before), after: inWords(after) });
  };
  const pointsOf = (table: { readonly name: string; readonly energies_GeV: readonly number[] } | null) =>
    table === null ? none : ownDataOf(table.name, table.energies_GeV.length);
  for (const source of scenario.sources) {
    const same = origin.sources.find(({ name }) => name === source.name);
    if (same) add(`sources[${source.name}]`, source.name, same.enabled ? on : off, source.enabled ? on : off);
  }
  if ((origin.propagation.halo === null) !== (scenario.propagation.halo === null)) {
    add('propagation.halo', labels.halo, haloInWords(origin.propagation), haloInWords(scenario.propagation));
  }
  found.push(...populationModifications(scenario, origin));
  if ((origin.darkMatter === null) !== (scenario.darkMatter === null)) {
    add('darkMatter', labels.darkMatter, darkMatterInWords(origin), darkMatterInWords(scenario));
  }
  add('losses.radiationField', labels.radiationField, fieldName(origin), fieldName(scenario));
  const components = (of: Scenario) =>
    (of.losses.radiationComponents ?? [])
      .map((one) => `${one.name} ${one.temperature_K} K ${one.energyDensity_eV_cm3} eV cm⁻³`)
      .join(', ');
  if (origin.losses.radiationField === 'custom' && scenario.losses.radiationField === 'custom') {
    add('losses.radiationComponents', labels.blackbodies, components(origin), components(scenario));
  }
  add(
    'background.model',
    labels.background,
    backgrounds[origin.background.model],
    backgrounds[scenario.background.model],
  );
  const tables = [origin, scenario].map(({ background }) => (background.model === 'table' ? background : null));
  if (tables.every((one) => one !== null)) {
    addWhole('background.table', labels.backgroundTable, ...(tables as [TableBackground, TableBackground]), pointsOf);
  }
  const [spectrumBefore, spectrum] = [origin.darkMatter?.spectrum ?? null, scenario.darkMatter?.spectrum ?? null];
  if (origin.darkMatter && scenario.darkMatter)
    addWhole('darkMatter.spectrum', labels.spectrum, spectrumBefore, spectrum, pointsOf);
  add('ownData', labels.ownData, ownDataInWords(origin), ownDataInWords(scenario));
  const table = (of: Scenario) => datasetLabel(descriptionOf(of, of.fit.dataset));
  add('fit.dataset', labels.dataset, table(origin), table(scenario));
  add(
    'fit.energyRange_GeV',
    labels.fitRange,
    energies(origin.fit.energyRange_GeV),
    energies(scenario.fit.energyRange_GeV),
  );
  const [then, now] = [origin.fit, scenario.fit];
  const further = (of: Scenario) =>
    of.fit.furtherDatasets.map((id) => datasetLabel(descriptionOf(of, id))).join(', ') || none;
  add('fit.furtherDatasets', labels.furtherDatasets, further(origin), further(scenario));
  addWhole(
    'fit.correlationLengths_dex',
    labels.correlationLengths,
    then.correlationLengths_dex,
    now.correlationLengths_dex,
    (lengths) => lengths?.map((length) => formatNumber(length)).join(', ') ?? none,
  );
  addWhole('fit.priors', labels.priors, then.priors, now.priors, (priors) => String(priors.length));
  return found;
}

/** The origin's scenario with what is free in the fit now. */
export function withOriginValues(scenario: Scenario, origin: Scenario): Scenario {
  const allowed = freePaths(origin);
  const free = scenario.fit.free.filter((path) => allowed.includes(path));
  return {
    ...origin,
    fit: { ...origin.fit, free, priors: origin.fit.priors.filter(({ path }) => free.includes(path)) },
  };
}
