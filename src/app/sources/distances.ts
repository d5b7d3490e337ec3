/** How far a pulsar is, and how well that is known. */
import type { CataloguePulsar, DistanceModel } from '../../data/catalogue/catalogueTypes.ts';

const MODELS: readonly DistanceModel[] = ['catalogue', 'ymw16', 'ne2001', 'independent'];

/** From this factor between two models on a distance must be handled with care. */
export const DOUBTFUL_FACTOR = 3;

export interface ModelDistance {
  readonly model: DistanceModel;
  readonly distance_pc: number;
}

/** The distances that are known, by what they rest on. */
export function knownDistances({ distance_kpc }: CataloguePulsar): ModelDistance[] {
  return MODELS.flatMap((model) => {
    const kpc = distance_kpc[model];
    return kpc === null ? [] : [{ model, distance_pc: Number((kpc * 1000).toPrecision(6)) }];
  });
}

/** Largest over smallest known distance; 1 where there are fewer than two. */
export function distanceSpread(pulsar: CataloguePulsar): number {
  const distances = knownDistances(pulsar).map(({ distance_pc }) => distance_pc);
  return distances.length < 2 ? 1 : Math.max(...distances) / Math.min(...distances);
}
