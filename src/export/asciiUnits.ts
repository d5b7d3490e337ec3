import type { Unit } from '../model/parameters.ts';

/** Units as files write them: ASCII, one space between factors, `^` before an exponent. */
export const UNIT_ASCII: Readonly<Record<Unit, string>> = {
  none: '',
  pc: 'pc',
  kyr: 'kyr',
  erg_s: 'erg s^-1',
  cm2_s: 'cm^2 s^-1',
  GeV: 'GeV',
  GeV_s: 'GeV s^-1',
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
