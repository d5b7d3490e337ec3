/** The order of the ranked pulsars: by rank, or by what a person wants to look through. */
import type { RankedPulsar } from '../../analysis/catalogue.ts';

export const SORT_KEYS = ['rank', 'name', 'distance', 'age', 'power', 'share', 'ofTotal', 'dipole'] as const;
export type SortKey = (typeof SORT_KEYS)[number];

export interface Sorting {
  readonly key: SortKey;
  readonly descending: boolean;
}

/** As the analysis ranks them, the strongest first. */
export const BY_RANK: Sorting = { key: 'rank', descending: false };

/** Strong before weak, but near before far and young before old. */
const DESCENDING_FIRST: readonly SortKey[] = ['power', 'share', 'ofTotal', 'dipole'];

/** What a press on a column makes of the order. */
export function sortedBy(key: SortKey, present: Sorting): Sorting {
  if (present.key === key) return { key, descending: !present.descending };
  return { key, descending: DESCENDING_FIRST.includes(key) };
}

/** Names by their letters, and J0437 before J1057: the plain order of the signs, the same everywhere. */
const byName = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/**
 * The pulsars in another order; equal ones stay in the order of their ranks.
 *
 * @param dipoles anisotropy that each causes, by name; those without one come last, whichever way
 */
export function sortPulsars(
  pulsars: readonly RankedPulsar[],
  dipoles: ReadonlyMap<string, number>,
  { key, descending }: Sorting,
): readonly RankedPulsar[] {
  const sign = descending ? -1 : 1;
  if (key === 'name') return pulsars.toSorted((one, other) => sign * byName(one.name, other.name));
  const value = (pulsar: RankedPulsar): number | undefined => {
    switch (key) {
      case 'rank':
        return pulsar.rank;
      case 'distance':
        return pulsar.distance_pc;
      case 'age':
        return pulsar.age_kyr;
      case 'power':
        return pulsar.spinDownLuminosity_erg_s;
      case 'share':
        return pulsar.share;
      case 'ofTotal':
        return pulsar.shareOfTotal;
      case 'dipole':
        return dipoles.get(pulsar.name);
    }
  };
  return pulsars.toSorted((one, other) => {
    const [here, there] = [value(one), value(other)];
    if (here === undefined || there === undefined) return Number(here === undefined) - Number(there === undefined);
    return sign * (here - there);
  });
}
