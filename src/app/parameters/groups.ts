/** The groups of the parameter panel: which rows belong together, and what each group says in one line. */
import { datasets } from '../../data/datasets.ts';
import { type PlacedParameter, placedParameters } from '../../model/paths.ts';
import { RADIATION_FIELDS } from '../../model/radiationFields.ts';
import type { Scenario } from '../../model/scenario.ts';
import { formatNumber } from '../format/number.ts';
import { applies } from '../state/edits.ts';
import { haloInWords } from '../state/modifications.ts';

export type GroupKind = 'source' | 'halo' | 'galaxy' | 'losses' | 'background' | 'sun' | 'fit';

export interface Group {
  /** `sources[Geminga]`, `propagation`, … */
  readonly blockPath: string;
  readonly kind: GroupKind;
  readonly title: string;
  readonly rows: readonly PlacedParameter[];
}

const FIXED_GROUPS: readonly { readonly blockPath: string; readonly kind: GroupKind; readonly title: string }[] = [
  { blockPath: 'propagation.halo', kind: 'halo', title: 'Halo' },
  { blockPath: 'propagation', kind: 'galaxy', title: 'Galaxy' },
  { blockPath: 'losses', kind: 'losses', title: 'Losses' },
  { blockPath: 'background', kind: 'background', title: 'Background' },
  { blockPath: 'sun', kind: 'sun', title: 'Sun' },
  { blockPath: 'fit', kind: 'fit', title: 'Fit' },
];

/** The groups of a scenario, from the source outwards; the order never depends on values. */
export function parameterGroups(scenario: Scenario): Group[] {
  const rows = placedParameters(scenario).filter(({ path }) => applies(scenario, path));
  const sources = scenario.sources.map(({ name, type }) => ({
    blockPath: `sources[${name}]`,
    kind: 'source' as const,
    title: type === 'pulsar' ? 'Pulsar' : 'Fit function',
  }));
  return [...sources, ...FIXED_GROUPS].map((group) => ({
    ...group,
    rows: rows.filter(({ blockPath }) => blockPath === group.blockPath),
  }));
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

function sourceSummary(scenario: Scenario, blockPath: string): string {
  const index = scenario.sources.findIndex(({ name }) => blockPath === `sources[${name}]`);
  const source = scenario.sources[index];
  if (!source) return '';
  const place = scenario.sources.length > 1 ? `, ${index + 1} of ${scenario.sources.length}` : '';
  return `${source.name}${place}${source.enabled ? '' : ', off'}`;
}

/** Whether a group does anything to the curve: diffusion and losses act on the positrons of pulsars only. */
export function isInUse(scenario: Scenario, kind: GroupKind): boolean {
  if (kind !== 'halo' && kind !== 'galaxy' && kind !== 'losses') return true;
  return scenario.sources.some(({ type, enabled }) => type === 'pulsar' && enabled);
}

/** The group in one line, for its head. */
export function groupSummary(scenario: Scenario, { kind, blockPath }: Pick<Group, 'kind' | 'blockPath'>): string {
  if (!isInUse(scenario, kind)) return 'not in use: no pulsar';
  switch (kind) {
    case 'source':
      return sourceSummary(scenario, blockPath);
    case 'halo':
      return haloInWords(scenario.propagation);
    case 'galaxy':
      return galaxySummary(scenario);
    case 'losses':
      return lossesSummary(scenario);
    case 'background':
      return scenario.background.model === 'none' ? 'none' : 'AMS-02 diffuse term';
    case 'sun':
      return `force field, ${formatNumber(scenario.sun.potential_MV)} MV`;
    case 'fit': {
      const [low, high] = scenario.fit.energyRange_GeV;
      return `${datasets[scenario.fit.dataset].label}, ${formatNumber(low)}–${formatNumber(high)} GeV, stat ⊕ syst`;
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
