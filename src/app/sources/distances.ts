/** How far a pulsar is, and how well that is known. */
import type { CataloguePulsar, DistanceModel } from '../../data/catalogue/catalogueTypes.ts';

const MODEL_NAMES: Readonly<Record<DistanceModel, string>> = {
  catalogue: 'catalogue',
  ymw16: 'YMW16',
  ne2001: 'NE2001',
  independent: 'independent',
};

/** From this factor between two models on a distance must be handled with care. */
export const DOUBTFUL_FACTOR = 3;

export interface ModelDistance {
  readonly model: DistanceModel;
  readonly name: string;
  readonly distance_pc: number;
}

/** The distances that are known, by what they rest on. */
export function knownDistances({ distance_kpc }: CataloguePulsar): ModelDistance[] {
  return (Object.keys(MODEL_NAMES) as DistanceModel[]).flatMap((model) => {
    const kpc = distance_kpc[model];
    return kpc === null ? [] : [{ model, name: MODEL_NAMES[model], distance_pc: Number((kpc * 1000).toPrecision(6)) }];
  });
}

/** Largest over smallest known distance; 1 where there are fewer than two. */
export function distanceSpread(pulsar: CataloguePulsar): number {
  const distances = knownDistances(pulsar).map(({ distance_pc }) => distance_pc);
  return distances.length < 2 ? 1 : Math.max(...distances) / Math.min(...distances);
}
