/** Whether a spectrum that was computed again is the one of a file, to the last bit. */
import type { PredictedSpectrum } from '../predict/spectrumTypes.ts';

export interface Reproduction {
  /** Numbers of the file that were held against new ones: the total and every component at every energy. */
  readonly values: number;
  /** How many of them have another bit. */
  readonly differing: number;
  /** Largest difference of one that differs, over the value of the file; 0 where none does. */
  readonly largest: number;
}

type Numbers = Pick<PredictedSpectrum, 'total' | 'components'>;

/** Pairs of number and number again; a component that is not there again has NaN in its place. */
function pairsOf(file: Numbers, again: Numbers): [number, number][] {
  const pair = (one: Float64Array, other: Float64Array | undefined) =>
    Array.from(one, (value, i): [number, number] => [value, other?.[i] ?? Number.NaN]);
  return [
    ...pair(file.total, again.total),
    ...file.components.flatMap(({ name, flux }) =>
      pair(flux, again.components.find((component) => component.name === name)?.flux),
    ),
  ];
}

/** Holds the numbers of a file against those of the same scenario at the same energies. */
export function reproductionOf(file: Numbers, again: Numbers): Reproduction {
  const pairs = pairsOf(file, again);
  const differing = pairs.filter(([one, other]) => !Object.is(one, other));
  const distance = ([one, other]: [number, number]) => {
    const relative = Math.abs(other - one) / Math.abs(one);
    return Number.isNaN(relative) ? Number.POSITIVE_INFINITY : relative;
  };
  return { values: pairs.length, differing: differing.length, largest: Math.max(0, ...differing.map(distance)) };
}
