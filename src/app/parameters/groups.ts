/** The groups of the parameter panel: which rows belong together, and what each group says in one line. */
import { descriptionOf } from '../../data/datasets.ts';
import type { ChoiceParameter } from '../../model/parameters.ts';
import { isInUse as blockIsInUse, type PlacedParameter, placedParameters } from '../../model/paths.ts';
import { RADIATION_FIELDS } from '../../model/radiationFields.ts';
import type { Scenario } from '../../model/scenario.ts';
import { formatNumber } from '../format/number.ts';
import { applies } from '../state/edits.ts';
import { darkMatterInWords, haloInWords, populationInWords } from '../state/modifications.ts';
import { choiceOption, datasetLabel, parameterHelp, parameterLabel } from '../words/modelWords.ts';
import { parametersWords } from './parametersWords.ts';

export type GroupKind =
  | 'source'
  | 'population'
  | 'halo'
  | 'galaxy'
  | 'losses'
  | 'background'
  | 'dark-matter'
  | 'sun'
  | 'fit';

export interface Group {
  /** `sources[Geminga]`, `propagation`, … */
  readonly blockPath: string;
  readonly kind: GroupKind;
  readonly title: string;
  readonly rows: readonly PlacedParameter[];
}

type GroupTitle = 'otherPulsars' | 'halo' | 'galaxy' | 'losses' | 'background' | 'darkMatter' | 'sun' | 'fit';

interface FixedGroup {
  readonly blockPath: string;
  readonly kind: Exclude<GroupKind, 'source'>;
  readonly title: GroupTitle;
  /** Blocks whose rows stand here too. */
  readonly more?: readonly string[];
}

const FIXED_GROUPS: readonly FixedGroup[] = [
  { blockPath: 'population', kind: 'population', title: 'otherPulsars' },
  { blockPath: 'propagation.halo', kind: 'halo', title: 'halo' },
  { blockPath: 'propagation', kind: 'galaxy', title: 'galaxy', more: ['propagation.slab'] },
  { blockPath: 'losses', kind: 'losses', title: 'losses' },
  { blockPath: 'background', kind: 'background', title: 'background' },
  { blockPath: 'darkMatter', kind: 'dark-matter', title: 'darkMatter' },
  { blockPath: 'sun', kind: 'sun', title: 'sun' },
  { blockPath: 'fit', kind: 'fit', title: 'fit', more: ['electrons'] },
];

/** Groups that a switch turns on: without rows they are off. */
export const SWITCHED_GROUPS: readonly GroupKind[] = ['population', 'halo', 'dark-matter'];

/** The groups of a scenario, from the source outwards; the order never depends on values. */
export function parameterGroups(scenario: Scenario): Group[] {
  const words = parametersWords().groups;
  const rows = placedParameters(scenario).filter(({ path }) => applies(scenario, path));
  const sources = scenario.sources.map(({ name, type }) => ({
    blockPath: `sources[${name}]`,
    kind: 'source' as const,
    title: type === 'pulsar' ? words.pulsar : words.fitFunction,
  }));
  const hasPulsar = scenario.sources.some(({ type }) => type === 'pulsar');
  const others = FIXED_GROUPS.map(({ title, ...group }) => ({
    ...group,
    // Without a pulsar of its own beside it, the catalogue has no others.
    title: title === 'otherPulsars' && !hasPulsar ? words.pulsars : words[title],
  }));
  return [...sources, ...others].map(({ blockPath, kind, title, ...group }) => {
    const more = 'more' in group ? (group.more ?? []) : [];
    return {
      blockPath,
      kind,
      title,
      rows: [blockPath, ...more].flatMap((block) => rows.filter((row) => row.blockPath === block)),
    };
  });
}

/** Whose a row is, by its path, for the rows that have the label of a row before them. */
export function rowOwners(groups: readonly Group[]): ReadonlyMap<string, string> {
  const words = parametersWords().row;
  const owners = new Map<string, string>();
  const labels = new Set<string>();
  for (const { kind, blockPath, title, rows } of groups) {
    const owner =
      kind === 'source'
        ? blockPath.slice('sources['.length, -1)
        : kind === 'population'
          ? words.cataloguePulsars
          : title;
    const own = rows.map(({ path, parameter }) => [path, parameterLabel(parameter)] as const);
    for (const [path, label] of own) if (labels.has(label)) owners.set(path, owner);
    for (const [, label] of own) labels.add(label);
  }
  return owners;
}

/**
 * Whether a row has anything to do with the curve or the fit as they are: a slab without secondaries or dark matter has not,
 * nor has the correlation length of independent errors. The row comes with the choice that uses it.
 */
export function rowActs(scenario: Scenario, path: string): boolean {
  if (path.startsWith('propagation.slab.')) return blockIsInUse(scenario, 'propagation.slab');
  if (path !== 'fit.correlationLength_dex') return true;
  return scenario.fit.errors === 'covariance' && scenario.fit.correlationLengths_dex === null;
}

function lossesSummary({ losses }: Scenario): string {
  const words = parametersWords().groups;
  if (losses.model === 'thomson') return words.thomson;
  const field = losses.radiationField;
  const model = losses.model === 'kn-fit' ? words.kleinNishinaFit : words.kleinNishina;
  const isOwn = field === null || field === 'custom';
  return words.lossesIn(model, isOwn ? words.customField : RADIATION_FIELDS[field].label);
}

function galaxySummary({ propagation }: Scenario): string {
  const words = parametersWords().groups;
  const slope = words.slope(formatNumber(propagation.delta, 3));
  if (propagation.solver === 'finite-volume') return `${slope}, ${words.finiteVolumes}`;
  return propagation.propagator === 'juettner' ? `${slope}, ${words.juettner}` : slope;
}

function backgroundSummary({ background }: Scenario): string {
  return background.model === 'table' ? background.name : parametersWords().background.options[background.model];
}

function sourceSummary(scenario: Scenario, blockPath: string): string {
  const words = parametersWords().groups;
  const index = scenario.sources.findIndex(({ name }) => blockPath === `sources[${name}]`);
  const source = scenario.sources[index];
  if (!source) return '';
  const place = scenario.sources.length > 1 ? [words.placeInList(index + 1, scenario.sources.length)] : [];
  return [source.name, ...place, ...(source.enabled ? [] : [words.off])].join(', ');
}

/** Whether a group does anything to the curve; a source says itself whether it is on. */
export function isInUse(scenario: Scenario, { kind, blockPath }: Pick<Group, 'kind' | 'blockPath'>): boolean {
  return kind === 'source' || blockIsInUse(scenario, blockPath);
}

function notInUse(kind: GroupKind): string {
  const words = parametersWords().groups;
  if (kind === 'halo') return words.noPulsar;
  return kind === 'sun' ? words.nothingCrosses : words.nothingDiffuses;
}

/** The group in one line, for its head. */
export function groupSummary(scenario: Scenario, group: Pick<Group, 'kind' | 'blockPath'>): string {
  if (!isInUse(scenario, group)) return notInUse(group.kind);
  const words = parametersWords().groups;
  switch (group.kind) {
    case 'source':
      return sourceSummary(scenario, group.blockPath);
    case 'population':
      return populationInWords(scenario.population);
    case 'halo':
      return haloInWords(scenario.propagation);
    case 'galaxy':
      return galaxySummary(scenario);
    case 'losses':
      return lossesSummary(scenario);
    case 'background':
      return backgroundSummary(scenario);
    case 'dark-matter':
      return darkMatterInWords(scenario);
    case 'sun':
      return words.forceField(formatNumber(scenario.sun.potential_MV));
    case 'fit': {
      const { dataset, energyRange_GeV, errors } = scenario.fit;
      const [low, high] = energyRange_GeV;
      return `${datasetLabel(descriptionOf(scenario, dataset))}, ${formatNumber(low)}–${formatNumber(high)} GeV, ${words.errors[errors]}`;
    }
  }
}

/** Whether a row answers a search: its label, symbol, key, unit, help or one of its options holds every word. */
export function matches({ path, parameter }: PlacedParameter, words: readonly string[]): boolean {
  const { symbol } = parameter;
  const rest = parameter.kind === 'choice' ? optionTexts(parameter) : parameter.unit;
  // The names of the declaration are found in every language: papers have them.
  const texts = [parameterLabel(parameter), parameter.label, parameterHelp(parameter), parameter.help];
  const text = [...texts, symbol, symbol.replace('_', ''), path, rest].join(' ').toLowerCase();
  return words.every((word) => text.includes(word));
}

function optionTexts(parameter: ChoiceParameter): string {
  return Object.keys(parameter.options)
    .map((option) => choiceOption(parameter, option))
    .join(' ');
}
