/** Every pulsar that a scenario counts, whether it is listed or stands in the catalogue. */
import type { Catalogue, CataloguePulsar } from '../data/catalogue/catalogueTypes.ts';
import { pulsarNamed, shownName } from '../data/catalogue/pulsarNames.ts';
import { selectPulsars } from '../data/catalogue/selectPulsars.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { PulsarSource, Scenario } from '../model/scenario.ts';
import { fluxOfEach, sumOfRows } from './population.ts';
import { predictSpectrum } from './spectrum.ts';

/** One pulsar of a scenario. */
export interface CountedPulsar {
  /** Name of a listed source as it is given, else as people know the pulsar. */
  readonly name: string;
  readonly source: PulsarSource;
  /** The pulsar in the catalogue; null for a listed source that it does not know. */
  readonly pulsar: CataloguePulsar | null;
  /** Whether it is one of the scenario's listed sources. */
  readonly listed: boolean;
}

/** Enabled listed pulsars in the order of the scenario, then those of its population in the order of the catalogue. */
export function countedPulsars(scenario: Scenario, catalogue: Catalogue): CountedPulsar[] {
  const listed = scenario.sources.flatMap((source) =>
    source.type === 'pulsar' && source.enabled
      ? { name: source.name, source, pulsar: pulsarNamed(catalogue, source.name) ?? null, listed: true }
      : [],
  );
  const { population } = scenario;
  if (!population) return listed;
  const { selected } = selectPulsars(population, catalogue, scenario.sources);
  return [
    ...listed,
    ...selected.map(({ pulsar, source }) => ({ name: shownName(pulsar), source, pulsar, listed: false })),
  ];
}

/** Fluxes at the Earth, GeV^-1 m^-2 s^-1 sr^-1. */
export interface PulsarFluxes {
  /** One row per pulsar, one column per energy. */
  readonly ofEach: readonly Float64Array[];
  /** Everything that the scenario counts, other sources and the background included. */
  readonly total: Float64Array;
}

/** Interstellar flux of each pulsar: listed ones as the scenario's solver has them, the others together. */
export function interstellarFluxes(
  kernel: Kernel,
  scenario: Scenario,
  pulsars: readonly CountedPulsar[],
  energies_GeV: Float64Array,
): Float64Array[] {
  const { propagation, losses } = scenario;
  const ofCatalogue = pulsars.filter(({ listed }) => !listed).map(({ source }) => source);
  const rows = fluxOfEach(kernel, ofCatalogue, scenario, energies_GeV).values();
  return pulsars.map(({ listed, source }) =>
    listed ? kernel.pulsarFlux(source, propagation, losses, energies_GeV) : (rows.next().value as Float64Array),
  );
}

/** Flux of each pulsar and of the whole scenario at kinetic energies at the Earth, modulated by the Sun. */
export function fluxesAtEarth(
  kernel: Kernel,
  scenario: Scenario,
  pulsars: readonly CountedPulsar[],
  energies_GeV: Float64Array,
): PulsarFluxes {
  const listedOnly = predictSpectrum(kernel, { ...scenario, population: null }, energies_GeV).total;
  const sun = kernel.modulation(scenario.sun.potential_MV, energies_GeV);
  const ofEach = interstellarFluxes(kernel, scenario, pulsars, sun.energies_GeV).map((row) =>
    row.map((flux, i) => flux * (sun.factor[i] as number)),
  );
  const ofCatalogue = ofEach.filter((_, i) => !pulsars[i]?.listed);
  return { ofEach, total: sumOfRows([listedOnly, ...ofCatalogue], energies_GeV.length) };
}
