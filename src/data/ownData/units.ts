/** Units of energies and fluxes as files write them. */

export const ENERGY_UNITS = ['MeV', 'GeV', 'TeV'] as const;
export type EnergyUnit = (typeof ENERGY_UNITS)[number];

/** E^power times a flux per energy, area, second and steradian. */
export interface FluxUnit {
  readonly energy: EnergyUnit;
  readonly area: 'm2' | 'cm2';
  /** Power of the energy, in units of `energy`, that multiplies the flux. */
  readonly power: 0 | 1 | 2 | 3;
}

const ENERGY_NAMES: Readonly<Record<string, EnergyUnit>> = { MeV: 'MeV', GeV: 'GeV', TeV: 'TeV', GV: 'GeV' };
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** ASCII spelling: `GeV⁻¹·m⁻²` becomes `GeV-1 m-2`. */
function plain(text: string): string {
  return text
    .replace(/[⁻−–]/g, '-')
    .replace(/[⁰¹²³⁴-⁹]/g, (digit) => String(SUPERSCRIPTS.indexOf(digit)))
    .replace(/\*\*/g, '^')
    .replace(/[·*.]/g, ' ');
}

/**
 * Exponents of the units in a product such as `1 / (GeV m2 s sr)`, `GeV^-1 m^-2 s^-1 sr^-1` or `GeV2/(cm2 s sr)`; null
 * for anything else. A `/` divides by the next factor only.
 */
function exponentsOf(text: string): ReadonlyMap<string, number> | null {
  const tokens = plain(text).match(/[A-Za-z#%]+|\^\(-?\d+\)|\^?-?\d+|[()/]|\S/g) ?? [];
  const found = new Map<string, number>();
  const pending: number[] = [];
  let divided = false;
  let sign = 1;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as string;
    const factor = () => {
      const direction = divided ? -sign : sign;
      divided = false;
      return direction;
    };
    if (token === '/') {
      divided = true;
    } else if (token === '(') {
      pending.push(sign);
      const close = closing(tokens, i);
      const power = exponent(tokens[close + 1]);
      if (close < 0 || (power !== null && Math.abs(power) !== 1)) return null;
      sign = factor() * (power ?? 1);
    } else if (token === ')') {
      const outer = pending.pop();
      if (outer === undefined) return null;
      sign = outer;
      if (exponent(tokens[i + 1]) !== null) i++;
    } else if (/^[A-Za-z#%]+$/.test(token)) {
      const power = exponent(tokens[i + 1]);
      if (power !== null) i++;
      found.set(token, (found.get(token) ?? 0) + factor() * (power ?? 1));
    } else if (token === '1') {
      factor();
    } else {
      return null;
    }
  }
  return pending.length === 0 ? found : null;
}

function exponent(token: string | undefined): number | null {
  const digits = /^\^?\(?(-?\d+)\)?$/.exec(token ?? '')?.[1];
  return digits === undefined ? null : Number(digits);
}

function closing(tokens: readonly string[], open: number): number {
  let depth = 0;
  for (let i = open; i < tokens.length; i++) {
    if (tokens[i] === '(') depth++;
    else if (tokens[i] === ')' && --depth === 0) return i;
  }
  return -1;
}

/** The energy unit that a text is, `GV` of rigidities among them; null for anything else. */
export function readEnergyUnit(text: string): EnergyUnit | null {
  const name = text.trim();
  return Object.hasOwn(ENERGY_NAMES, name) ? (ENERGY_NAMES[name] as EnergyUnit) : null;
}

/** The flux unit that a text is; null for anything else. */
export function readFluxUnit(text: string): FluxUnit | null {
  const exponents = exponentsOf(text);
  if (!exponents) return null;
  const left = new Map(
    [...exponents].filter(([name, power]) => power !== 0 && !/^(#|particles?|counts?)$/i.test(name)),
  );
  const take = (name: string): number => {
    const power = left.get(name) ?? 0;
    left.delete(name);
    return power;
  };
  if (take('s') !== -1 || take('sr') !== -1) return null;
  const [metres, centimetres] = [take('m'), take('cm')];
  const area = metres === -2 && centimetres === 0 ? 'm2' : metres === 0 && centimetres === -2 ? 'cm2' : null;
  // A unit that cancels, GeV^3 GeV^-1 for instance, has been summed; without any energy the flux is times E.
  const [energy, energyPower] = left.size === 1 ? ([...left][0] as [string, number]) : ['', Number.NaN];
  const power = energyPower + 1;
  const unit = readEnergyUnit(energy);
  if (area === null || unit === null || (power !== 0 && power !== 1 && power !== 2 && power !== 3)) return null;
  return { energy: unit, area, power };
}

const FACTOR = String.raw`(?:[GMT]eV|GV|cm|m|sr|s)(?:\^|\*\*)?\(?[-−⁻]?[\d¹²³]{0,2}\)?`;
const PRODUCT = new RegExp(`(?<![A-Za-z])${FACTOR}(?:[ ·*.]{1,3}${FACTOR}){3}(?![A-Za-z])`, 'g');
const ENERGY = /(?:[[(]\s?|\bin )([GMT]eV|GV)(?=[\s\]),;]|$)/g;

function theOnly<T>(found: readonly T[], name: (unit: T) => string): T | null {
  return new Set(found.map(name)).size === 1 ? (found[0] as T) : null;
}

/** The flux unit that some lines of text speak of, when they speak of exactly one. */
export function fluxUnitIn(lines: readonly string[]): FluxUnit | null {
  const units = lines.flatMap((line) => [...line.matchAll(PRODUCT)].map(([text]) => readFluxUnit(text)));
  const found = units.filter((unit) => unit !== null);
  return theOnly(found, ({ energy, area, power }) => `${energy} ${area} ${power}`);
}

/** The energy unit that some lines of text speak of, when they speak of exactly one: `[GeV]`, `(GeV)`, `in GeV`. */
export function energyUnitIn(lines: readonly string[]): EnergyUnit | null {
  const names = lines.flatMap((line) => [...line.matchAll(ENERGY)].map(([, name]) => readEnergyUnit(name as string)));
  return theOnly(
    names.filter((name) => name !== null),
    (name) => name,
  );
}

const GEV_PER_UNIT: Readonly<Record<EnergyUnit, readonly [multiply: number, divide: number]>> = {
  MeV: [1, 1000],
  GeV: [1, 1],
  TeV: [1000, 1],
};

/** An energy in GeV. */
export function inGeV(value: number, unit: EnergyUnit): number {
  const [multiply, divide] = GEV_PER_UNIT[unit];
  return (value * multiply) / divide;
}

/** What a flux in this unit, at this energy, is multiplied by to be in GeV^-1 m^-2 s^-1 sr^-1: a factor and a divisor. */
export function fluxConversion(unit: FluxUnit, energy_GeV: number): readonly [multiply: number, divide: number] {
  const [perUnit, perGeV] = GEV_PER_UNIT[unit.energy];
  const energy = (energy_GeV * perGeV) / perUnit;
  let weight = 1;
  for (let i = 0; i < unit.power; i++) weight *= energy;
  return [perGeV * (unit.area === 'cm2' ? 1e4 : 1), perUnit * weight];
}
