import type { Evaluation } from '../analysis/analysisTypes.ts';
import type { ComponentSpectrum } from '../predict/spectrumTypes.ts';

/** How many looks each kind has; the stylesheet gives every one its own colour and dash. */
const LOOKS: Readonly<Record<ComponentSpectrum['kind'], number>> = {
  pulsar: 6,
  'source-term': 2,
  'diffuse-term': 2,
};

/** One component as the plot knows it. */
export interface Series {
  /** Stable while a parameter moves: kind and name. */
  readonly key: string;
  readonly name: string;
  readonly kind: ComponentSpectrum['kind'];
  /** Class that carries colour and dash: `series-pulsar-1`. */
  readonly className: string;
}

/** The components of a prediction in their order, each with its own look. */
export function seriesOf(components: readonly ComponentSpectrum[]): Series[] {
  const counts: Record<ComponentSpectrum['kind'], number> = { pulsar: 0, 'source-term': 0, 'diffuse-term': 0 };
  return components.map(({ kind, name }) => {
    const look = (counts[kind] % LOOKS[kind]) + 1;
    counts[kind] += 1;
    return { key: `${kind}:${name}`, name, kind, className: `series-${kind}-${look}` };
  });
}

/**
 * The source, not the diffuse term, that gives most of the flux at an energy; null where no source gives anything.
 *
 * @param energy_GeV one of the energies of `evaluation.shares`
 */
export function strongestSource(evaluation: Evaluation, energy_GeV: number, kind?: 'pulsar'): Series | null {
  const shares = evaluation.shares.find((entry) => entry.energy_GeV === energy_GeV)?.shares ?? [];
  let strongest: Series | null = null;
  let largest = 0;
  for (const series of seriesOf(evaluation.curve.components)) {
    const share = shares.find(({ name }) => name === series.name)?.share ?? 0;
    if (series.kind !== 'diffuse-term' && (kind === undefined || series.kind === kind) && share > largest) {
      strongest = series;
      largest = share;
    }
  }
  return strongest;
}
