/** Units as files write them. */
import type { Dataset } from '../data/datasetTypes.ts';
import { MEASURED_QUANTITIES } from '../data/measuredQuantities.ts';
import type { Unit } from '../model/parameters.ts';
import { parameterAt } from '../model/paths.ts';
import type { Scenario } from '../model/scenario.ts';

/** Units as files write them: ASCII, one space between factors, `^` before an exponent. */
export const UNIT_ASCII: Readonly<Record<Unit, string>> = {
  none: '',
  pc: 'pc',
  kpc: 'kpc',
  kyr: 'kyr',
  erg_s: 'erg s^-1',
  cm2_s: 'cm^2 s^-1',
  GeV: 'GeV',
  GeV_s: 'GeV s^-1',
  GeV_cm3: 'GeV cm^-3',
  per_cm3: 'cm^-3',
  cm3_s: 'cm^3 s^-1',
  s: 's',
  dex: 'dex',
  uG: 'uG',
  km_s: 'km s^-1',
  MV: 'MV',
  K: 'K',
  eV_cm3: 'eV cm^-3',
  per_TeV: 'TeV^-1',
  flux: 'GeV^-1 m^-2 s^-1 sr^-1',
};

/** Unit of every flux that a file holds. */
export const FLUX_UNIT = UNIT_ASCII.flux;
/** The same unit as the end of a column's name. */
export const FLUX_SUFFIX = 'per_GeV_m2_s_sr';

/** Unit of the values that a table measures; empty for a ratio. */
export function measuredUnit({ quantity }: Pick<Dataset, 'quantity'>): string {
  return MEASURED_QUANTITIES[quantity].dimensionless ? '' : FLUX_UNIT;
}

/** Unit of a parameter in ASCII, empty where it has none. */
export function unitOf(scenario: Scenario, path: string): string {
  const parameter = parameterAt(scenario, path);
  return parameter === undefined || parameter.kind === 'choice' ? '' : UNIT_ASCII[parameter.unit];
}

/** The same unit as astropy writes and reads it: `cm^2 s^-1` is `cm2 / s`, `GeV^-1 m^-2 s^-1 sr^-1` is `1 / (GeV m2 s sr)`. */
export function astropyUnit(ascii: string): string {
  const factors = ascii.split(' ').map((factor) => {
    const [, name = '', exponent = '1'] = /^([^^]+)(?:\^(-?\d+))?$/.exec(factor) ?? [];
    return { name, exponent: Number(exponent) };
  });
  const product = (sign: 1 | -1) =>
    factors
      .filter(({ exponent }) => Math.sign(exponent) === sign)
      .map(({ name, exponent }) => `${name}${Math.abs(exponent) === 1 ? '' : Math.abs(exponent)}`);
  const [above, below] = [product(1), product(-1)];
  const numerator = above.length === 0 ? '1' : above.join(' ');
  if (below.length === 0) return above.join(' ');
  return `${numerator} / ${below.length === 1 ? below[0] : `(${below.join(' ')})`}`;
}
