/** The band of a posterior on the spectrum. */
import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { PosteriorBands } from '../../analysis/inferenceTypes.ts';
import type { Scenario } from '../../model/scenario.ts';
import { content, type Store } from './store.ts';

export interface PosteriorBand {
  readonly bands: PosteriorBands;
  /** What the posterior is of. */
  readonly scenario: Scenario;
}

/** The band as the spectrum draws it. */
export interface ShownBand {
  readonly energies_GeV: Float64Array;
  /** Quantiles of 16 and 84 % of the total. */
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly isOfAnother: boolean;
}

export interface BandState {
  readonly band: Signal<PosteriorBand | null>;
  readonly shown: ReadonlySignal<ShownBand | null>;
}

export function createBand(store: Store): BandState {
  const band = signal<PosteriorBand | null>(null);
  const isOfAnother = computed(
    () => band.value !== null && content(band.value.scenario) !== content(store.scenario.value),
  );
  const shown = computed(() => {
    const { parts, total, energies_GeV } = band.value?.bands ?? {};
    const [lower, upper] = [0.16, 0.84].map((part) => total?.quantiles[parts?.indexOf(part) ?? -1]);
    if (!energies_GeV || !lower || !upper) return null;
    return { energies_GeV, lower, upper, isOfAnother: isOfAnother.value };
  });
  return { band, shown };
}
