/** The published fit function of the AMS-02 positron flux (PRL 122, 041102) as a problem, and its 74 points. */
import { readFileSync } from 'node:fs';

const FILE = new URL('../../src/data/tables/ams02_positron_flux_2019.csv', import.meta.url);
const rows = readFileSync(FILE, 'utf8')
  .split('\n')
  .filter((line) => /^\d/.test(line))
  .map((line) => line.split(',').map(Number));
const column = (place: number) => Float64Array.from(rows, (row) => row[place]!);

export const ams02 = {
  energy_GeV: column(2),
  flux: column(6),
  stat: column(7),
  systematics: [8, 9, 10, 11].map(column),
};

/**
 * Phi = E^2/Eh^2 [Cd (Eh/7)^gd + Cs (Eh/60)^gs exp(-Eh/Es)], Eh = E + phi; parameters phi, Cd, gd, Cs, gs, 1/Es
 * [1/TeV].
 */
export function ams02Function([phi, Cd, gd, Cs, gs, inverse]: ArrayLike<number> & Iterable<number>): Float64Array {
  return ams02.energy_GeV.map((E) => {
    const Eh = E + phi!;
    const sum = Cd! * (Eh / 7) ** gd! + Cs! * (Eh / 60) ** gs! * Math.exp((-Eh * inverse!) / 1000);
    return (E / Eh) ** 2 * sum;
  });
}

/** Published values: the start of every refit. */
export const PUBLISHED = [1.1, 6.51e-2, -4.07, 6.8e-5, -2.58, 1.23];
