/** A pulsar of the catalogue together with what the scenario says of it. */
import type { Catalogue, CataloguePulsar } from '../../data/catalogue/catalogueTypes.ts';
import { commonName, pulsarNamed, shownName } from '../../data/catalogue/pulsarNames.ts';
import type { Population } from '../../model/scenario.ts';

/** Its name in the catalogue, then every name that the scenario uses for it. */
export function namesInUse(
  catalogue: Catalogue,
  { named, overrides }: Pick<Population, 'named' | 'overrides'>,
  pulsar: CataloguePulsar,
): readonly [string, ...string[]] {
  const given = [...named, ...overrides.map(({ name }) => name)];
  const own = given.filter((name) => name !== pulsar.name && pulsarNamed(catalogue, name) === pulsar);
  return [pulsar.name, ...new Set(own)];
}

/** The name by B1950 position where another one is shown: `B0656+14` for Monogem; null where there is no further one. */
export function furtherName(pulsar: CataloguePulsar): string | null {
  return pulsar.alias === shownName(pulsar) ? null : pulsar.alias;
}

/** Whether a search finds a pulsar by any of its names. */
export function isFound(pulsar: CataloguePulsar, text: string): boolean {
  const wanted = text.trim().toLowerCase().replace(/[−–]/g, '-');
  return [commonName(pulsar), pulsar.alias, pulsar.name].some((name) => name?.toLowerCase().includes(wanted));
}
