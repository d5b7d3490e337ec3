import type { Evaluation } from '../analysis/analysisTypes.ts';
import type { ComponentKind, ComponentSpectrum } from '../predict/spectrumTypes.ts';

/** Which family of looks each kind has, and how many; the stylesheet gives every one its own colour and dash. */
const LOOKS: Readonly<Record<ComponentKind, readonly [family: string, count: number]>> = {
  pulsar: ['pulsar', 6],
  population: ['population', 1],
  'source-term': ['source-term', 2],
  'diffuse-term': ['diffuse-term', 2],
  secondaries: ['diffuse-term', 2],
  table: ['diffuse-term', 2],
  'dark-matter': ['dark-matter', 1],
};

/** Kinds that no source makes. */
const BACKGROUNDS: readonly ComponentKind[] = ['diffuse-term', 'secondaries', 'table'];

/** Whether a component is background to the sources. */
export function isBackground(kind: ComponentKind): boolean {
  return BACKGROUNDS.includes(kind);
}

/** One component as the plot knows it. */
export interface Series {
  /** Stable while a parameter moves: kind and name. */
  readonly key: string;
  readonly name: string;
  readonly kind: ComponentKind;
  /** Class that carries colour and dash: `series-pulsar-1`. */
  readonly className: string;
}

/** The components of a prediction in their order, each with its own look. */
export function seriesOf(components: readonly ComponentSpectrum[]): Series[] {
  const used = new Map<string, number>();
  return components.map(({ kind, name }) => {
    const [family, count] = LOOKS[kind];
    const before = used.get(family) ?? 0;
    used.set(family, before + 1);
    return { key: `${kind}:${name}`, name, kind, className: `series-${family}-${(before % count) + 1}` };
  });
}

/**
 * The source, not the background, that gives most of the flux at an energy; null where no source gives anything.
 *
 * @param energy_GeV one of the energies of `evaluation.shares`
 */
export function strongestSource(evaluation: Evaluation, energy_GeV: number, kind?: 'pulsar'): Series | null {
  const shares = evaluation.shares.find((entry) => entry.energy_GeV === energy_GeV)?.shares ?? [];
  let strongest: Series | null = null;
  let largest = 0;
  for (const series of seriesOf(evaluation.curve.components)) {
    const share = shares.find(({ name }) => name === series.name)?.share ?? 0;
    if (!isBackground(series.kind) && (kind === undefined || series.kind === kind) && share > largest) {
      strongest = series;
      largest = share;
    }
  }
  return strongest;
}
