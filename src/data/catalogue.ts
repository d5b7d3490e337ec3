/** The pulsar catalogue that ships with the program; it is large, so it is fetched when something first needs it. */
import type { Catalogue } from './catalogue/catalogueTypes.ts';
import { readAtnf } from './catalogue/readCatalogue.ts';

let loaded: Catalogue | undefined;

/** Brings the catalogue into memory, once. */
export async function loadCatalogue(): Promise<Catalogue> {
  const { default: packed } = await import('./catalogue/atnf-2.65.packed.csv?raw');
  loaded ??= readAtnf(packed);
  return loaded;
}

/** Whether the catalogue is in memory. */
export function isCatalogueLoaded(): boolean {
  return loaded !== undefined;
}

/**
 * The catalogue, for computations that cannot wait.
 *
 * @throws {Error} when `loadCatalogue` has not finished before: a fault of the program
 */
export function catalogueInMemory(): Catalogue {
  if (!loaded) throw new Error('the pulsar catalogue was asked for before it was loaded');
  return loaded;
}
