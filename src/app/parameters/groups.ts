/** The groups of the parameter panel: which rows belong together, and what each group says in one line. */
import { datasets } from '../../data/datasets.ts';
import { isInUse as blockIsInUse, type PlacedParameter, placedParameters } from '../../model/paths.ts';
import { RADIATION_FIELDS } from '../../model/radiationFields.ts';
import type { FitChoice, Scenario } from '../../model/scenario.ts';
import { formatNumber } from '../format/number.ts';
import { applies } from '../state/edits.ts';
import { darkMatterInWords, haloInWords, populationInWords } from '../state/modifications.ts';

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

interface FixedGroup {
  readonly blockPath: string;
  readonly kind: GroupKind;
  readonly title: string;
  /** Blocks whose rows stand here too. */
  readonly more?: readonly string[];
}

const FIXED_GROUPS: readonly FixedGroup[] = [
  { blockPath: 'population', kind: 'population', title: 'Other pulsars' },
  { blockPath: 'propagation.halo', kind: 'halo', title: 'Halo' },
  { blockPath: 'propagation', kind: 'galaxy', title: 'Galaxy', more: ['propagation.slab'] },
  { blockPath: 'losses', kind: 'losses', title: 'Losses' },
  { blockPath: 'background', kind: 'background', title: 'Background' },
  { blockPath: 'darkMatter', kind: 'dark-matter', title: 'Dark matter' },
  { blockPath: 'sun', kind: 'sun', title: 'Sun' },
  { blockPath: 'fit', kind: 'fit', title: 'Fit', more: ['electrons'] },
];

/** Groups that a switch turns on: without rows they are off. */
export const SWITCHED_GROUPS: readonly GroupKind[] = ['population', 'halo', 'dark-matter'];

/** The groups of a scenario, from the source outwards; the order never depends on values. */
export function parameterGroups(scenario: Scenario): Group[] {
  const rows = placedParameters(scenario).filter(({ path }) => applies(scenario, path));
  const sources = scenario.sources.map(({ name, type }) => ({
    blockPath: `sources[${name}]`,
    kind: 'source' as const,
    title: type === 'pulsar' ? 'Pulsar' : 'Fit function',
  }));
  const hasPulsar = scenario.sources.some(({ type }) => type === 'pulsar');
  return [...sources, ...FIXED_GROUPS].map(({ blockPath, kind, title, more = [] }: FixedGroup) => ({
    blockPath,
    kind,
    // Without a pulsar of its own beside it, the catalogue has no others.
    title: kind === 'population' && !hasPulsar ? 'Pulsars' : title,
    rows: [blockPath, ...more].flatMap((block) => rows.filter((row) => row.blockPath === block)),
  }));
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
  if (losses.model === 'thomson') return 'Thomson, approximate';
  const field = losses.radiationField;
  const model = losses.model === 'kn-fit' ? 'Klein–Nishina, approximate' : 'Klein–Nishina';
  return `${model}, ${field === null || field === 'custom' ? 'custom' : RADIATION_FIELDS[field].label} field`;
}

function galaxySummary({ propagation }: Scenario): string {
  const slope = `slope δ ${formatNumber(propagation.delta, 3)}`;
  if (propagation.solver === 'finite-volume') return `${slope}, finite volumes`;
  return propagation.propagator === 'juettner' ? `${slope}, Jüttner` : slope;
}

function backgroundSummary({ background }: Scenario): string {
  switch (background.model) {
    case 'none':
      return 'none';
    case 'ams02-diffuse-term':
      return 'AMS-02 diffuse term';
    case 'secondaries':
      return 'secondaries, computed';
    case 'table':
      return background.name;
  }
}

function sourceSummary(scenario: Scenario, blockPath: string): string {
  const index = scenario.sources.findIndex(({ name }) => blockPath === `sources[${name}]`);
  const source = scenario.sources[index];
  if (!source) return '';
  const place = scenario.sources.length > 1 ? `, ${index + 1} of ${scenario.sources.length}` : '';
  return `${source.name}${place}${source.enabled ? '' : ', off'}`;
}

const ERRORS_IN_SHORT: Readonly<Record<FitChoice['errors'], string>> = {
  quadrature: 'stat ⊕ syst',
  statistical: 'stat only',
  covariance: 'syst correlated',
};

/** Whether a group does anything to the curve; a source says itself whether it is on. */
export function isInUse(scenario: Scenario, { kind, blockPath }: Pick<Group, 'kind' | 'blockPath'>): boolean {
  return kind === 'source' || blockIsInUse(scenario, blockPath);
}

const NOT_IN_USE: Readonly<Partial<Record<GroupKind, string>>> = {
  halo: 'not in use: no pulsar',
  sun: 'not in use: nothing crosses it',
};

/** The group in one line, for its head. */
export function groupSummary(scenario: Scenario, group: Pick<Group, 'kind' | 'blockPath'>): string {
  if (!isInUse(scenario, group)) return NOT_IN_USE[group.kind] ?? 'not in use: nothing diffuses';
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
      return `force field, ${formatNumber(scenario.sun.potential_MV)} MV`;
    case 'fit': {
      const { dataset, energyRange_GeV, errors } = scenario.fit;
      const [low, high] = energyRange_GeV;
      return `${datasets[dataset].label}, ${formatNumber(low)}–${formatNumber(high)} GeV, ${ERRORS_IN_SHORT[errors]}`;
    }
  }
}

/** Whether a row answers a search: its label, symbol, key, unit or help holds every word. */
export function matches({ path, parameter }: PlacedParameter, words: readonly string[]): boolean {
  const unit = parameter.kind === 'choice' ? '' : parameter.unit;
  const text =
    `${parameter.label} ${parameter.symbol} ${parameter.symbol.replace('_', '')} ${path} ${unit} ${parameter.help}`.toLowerCase();
  return words.every((word) => text.includes(word));
}
