/** Names under which people know a pulsar of the catalogue. */
import { InputError, quoteValue } from '../../model/inputError.ts';
import type { Catalogue, CataloguePulsar } from './catalogueTypes.ts';

const COMMON_NAMES: Readonly<Record<string, string>> = {
  'J0534+2200': 'Crab',
  'J0633+1746': 'Geminga',
  'J0659+1414': 'Monogem',
  'J0835-4510': 'Vela',
};

/** The name of a pulsar that has one of its own, `Geminga`; or null. */
export function commonName({ name }: CataloguePulsar): string | null {
  return COMMON_NAMES[name] ?? null;
}

/** How a pulsar is shown: `Geminga`, `B1055-52`, `J0357+3205`. */
export function shownName(pulsar: CataloguePulsar): string {
  return commonName(pulsar) ?? pulsar.alias ?? pulsar.name;
}

function namesOf(pulsar: CataloguePulsar): string[] {
  return [pulsar.name, pulsar.alias, commonName(pulsar)].filter((name) => name !== null);
}

/** `PSR b0656+14` and `B0656+14` are one name; so are a hyphen and a minus. */
function spelling(name: string): string {
  return name
    .trim()
    .replace(/^psr[ _]*/i, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .toLowerCase();
}

const indices = new WeakMap<Catalogue, Map<string, CataloguePulsar>>();

function indexOf(catalogue: Catalogue): Map<string, CataloguePulsar> {
  const known = indices.get(catalogue);
  if (known) return known;
  const entries = catalogue.pulsars.flatMap((pulsar) =>
    namesOf(pulsar).map((name) => [spelling(name), pulsar] as const),
  );
  const index = new Map(entries);
  indices.set(catalogue, index);
  return index;
}

/** The pulsar with this name (J2000, B1950 or common), or undefined. */
export function pulsarNamed(catalogue: Catalogue, name: string): CataloguePulsar | undefined {
  return indexOf(catalogue).get(spelling(name));
}

/** Fewest letters to insert, remove or exchange that make one text of the other. */
function editDistance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, i) => i);
  for (const [i, letter] of [...one].entries()) {
    const next = [i + 1];
    for (const [j, otherLetter] of [...other].entries()) {
      const exchanged = (row[j] as number) + (letter === otherLetter ? 0 : 1);
      next.push(Math.min(exchanged, (row[j + 1] as number) + 1, (next[j] as number) + 1));
    }
    row = next;
  }
  return row[other.length] as number;
}

/** The `count` names of the catalogue that are spelled most alike, nearest first. */
export function nearestNames(catalogue: Catalogue, name: string, count = 3): string[] {
  const wanted = spelling(name);
  return catalogue.pulsars
    .flatMap(namesOf)
    .map((candidate) => ({ candidate, distance: editDistance(wanted, spelling(candidate)) }))
    .sort((one, other) => one.distance - other.distance)
    .slice(0, count)
    .map(({ candidate }) => candidate);
}

/**
 * The pulsar with this name.
 *
 * @param path where the name stands, for the message
 * @throws {InputError} with the nearest names when there is none
 */
export function knownPulsar(catalogue: Catalogue, name: string, path: string): CataloguePulsar {
  const pulsar = pulsarNamed(catalogue, name);
  if (pulsar) return pulsar;
  const [first, second, third] = nearestNames(catalogue, name);
  throw new InputError(
    path,
    `${path} is ${quoteValue(name)}, which is no pulsar of the ${catalogue.label}; the nearest names are ${first}, ${second} and ${third}; correct it.`,
  );
}
