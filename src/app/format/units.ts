/** Units as they are spoken. */
import { UNIT_TEXT, type Unit } from '../../model/parameters.ts';

const SPOKEN: Readonly<Record<Unit, string>> = {
  none: '',
  pc: 'parsec',
  kpc: 'kiloparsec',
  kyr: 'thousand years',
  erg_s: 'erg per second',
  cm2_s: 'square centimetres per second',
  GeV: 'giga-electronvolt',
  GeV_s: 'giga-electronvolt per second',
  GeV_cm3: 'giga-electronvolt per cubic centimetre',
  per_cm3: 'per cubic centimetre',
  cm3_s: 'cubic centimetres per second',
  s: 'seconds',
  dex: 'decades',
  uG: 'microgauss',
  km_s: 'kilometres per second',
  MV: 'megavolt',
  K: 'kelvin',
  eV_cm3: 'electronvolt per cubic centimetre',
  per_TeV: 'per tera-electronvolt',
  flux: 'per giga-electronvolt, square metre, second and steradian',
};

/** `square centimetres per second`, for screen readers. */
export function spokenUnit(unit: Unit): string {
  return SPOKEN[unit];
}

/** A text followed by its unit, if it has one. */
export function withUnit(text: string, unit: Unit): string {
  return UNIT_TEXT[unit] ? `${text} ${UNIT_TEXT[unit]}` : text;
}
