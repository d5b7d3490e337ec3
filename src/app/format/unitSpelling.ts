/** Units as people type them, `kpc`, `m²/s`, `GeV^-1 cm^-2 s^-1 sr^-1`, as powers of basic units and a factor. */
import { ERG_GeV, PARSEC_cm } from '../../model/units.ts';

/** Quantities that nothing here converts into each other. */
type Dimension = 'length' | 'time' | 'energy' | 'voltage' | 'temperature' | 'field' | 'angle' | 'decade';

/** What a unit is: 10^power times a factor, in cm, s, GeV, MV, K, µG, sr, dex to the given exponents. */
export interface UnitMeaning {
  readonly factor: number;
  /** Kept apart, so that 0.3 kpc is 300 pc to the last digit. */
  readonly power: number;
  readonly exponents: Readonly<Partial<Record<Dimension, number>>>;
}

/** 1 yr [s], Julian. */
const YEAR_s = 3.15576e7;
/** 1 AU [cm], IAU 2012. */
const ASTRONOMICAL_UNIT_cm = 1.495978707e13;
/** 1 light year [cm]. */
const LIGHT_YEAR_cm = 9.4607304725808e17;

type Row = readonly [dimension: Dimension | null, factor: number, power: number];
const BASIC: Readonly<Record<string, Row>> = {
  cm: ['length', 1, 0],
  m: ['length', 1, 2],
  km: ['length', 1, 5],
  AU: ['length', ASTRONOMICAL_UNIT_cm, 0],
  ly: ['length', LIGHT_YEAR_cm, 0],
  pc: ['length', PARSEC_cm, 0],
  kpc: ['length', PARSEC_cm, 3],
  Mpc: ['length', PARSEC_cm, 6],
  s: ['time', 1, 0],
  yr: ['time', YEAR_s, 0],
  kyr: ['time', YEAR_s, 3],
  Myr: ['time', YEAR_s, 6],
  Gyr: ['time', YEAR_s, 9],
  eV: ['energy', 1, -9],
  keV: ['energy', 1, -6],
  MeV: ['energy', 1, -3],
  GeV: ['energy', 1, 0],
  TeV: ['energy', 1, 3],
  PeV: ['energy', 1, 6],
  erg: ['energy', ERG_GeV, 0],
  J: ['energy', ERG_GeV, 7],
  V: ['voltage', 1, -6],
  kV: ['voltage', 1, -3],
  MV: ['voltage', 1, 0],
  GV: ['voltage', 1, 3],
  K: ['temperature', 1, 0],
  nG: ['field', 1, -3],
  µG: ['field', 1, 0],
  uG: ['field', 1, 0],
  mG: ['field', 1, 3],
  G: ['field', 1, 6],
  nT: ['field', 1, 1],
  T: ['field', 1, 10],
  sr: ['angle', 1, 0],
  dex: ['decade', 1, 0],
  '%': [null, 1, -2],
};

/** A name in its own spelling, or in another one that only it can mean: `gev`. */
function basicUnit(name: string): Row | null {
  // Two signs look like the micro of microgauss.
  const known = name.replace('μ', 'µ');
  if (Object.hasOwn(BASIC, known)) return BASIC[known] as Row;
  const alike = Object.keys(BASIC).filter((one) => one.toLowerCase() === known.toLowerCase());
  return alike.length === 1 ? (BASIC[alike[0] as string] as Row) : null;
}

const TOKEN = /\/|\(|\)|1(?![\d.])|([a-zµμ%]+)(?:(?:\^|\*\*)?\(?([+-]?\d+)\)?)?|[\s·*.]+/giy;

/**
 * Reads a product of units; `/` divides by the next factor, or by what stands in brackets after it.
 *
 * @param text with exponents as `2`, `^2` or `^-2`, never raised
 * @returns null for anything else
 */
export function readUnit(text: string): UnitMeaning | null {
  const exponents = new Map<Dimension, number>();
  let [factor, power, divides] = [1, 0, false];
  const outer: boolean[] = [];
  let inverted = false;
  let end = 0;
  for (const match of text.matchAll(TOKEN)) {
    const [token, name, exponent] = match;
    end = match.index + token.length;
    if (token === '/') {
      if (divides) return null;
      divides = true;
    } else if (token === '(') {
      outer.push(inverted);
      inverted = inverted !== divides;
      divides = false;
    } else if (token === ')') {
      const before = outer.pop();
      if (before === undefined || divides) return null;
      inverted = before;
    } else if (name !== undefined) {
      const unit = basicUnit(name);
      if (unit === null) return null;
      const times = Number(exponent ?? 1) * (inverted === divides ? 1 : -1);
      divides = false;
      factor *= unit[1] ** times;
      power += unit[2] * times;
      if (unit[0] !== null) exponents.set(unit[0], (exponents.get(unit[0]) ?? 0) + times);
    }
  }
  if (end !== text.length || divides || outer.length > 0) return null;
  return { factor, power, exponents: Object.fromEntries([...exponents].filter(([, exponent]) => exponent !== 0)) };
}

/** Whether one can be converted into the other. */
export function sameKind(one: UnitMeaning, other: UnitMeaning): boolean {
  const keys = new Set([...Object.keys(one.exponents), ...Object.keys(other.exponents)]) as Set<Dimension>;
  return [...keys].every((key) => (one.exponents[key] ?? 0) === (other.exponents[key] ?? 0));
}
