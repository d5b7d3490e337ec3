/** Positrons of the pulsars of a catalogue: the named ones one by one, all others as one component. */

import type { Catalogue, CataloguePulsar } from '../data/catalogue/catalogueTypes.ts';
import { shownName } from '../data/catalogue/pulsarNames.ts';
import { type SelectedPulsar, selectPulsars } from '../data/catalogue/selectPulsars.ts';
import { catalogueInMemory } from '../data/catalogue.ts';
import { logarithmicGrid } from '../kernel/grid.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { Population, PulsarSource, Scenario } from '../model/scenario.ts';
import { evenInterpolation } from './evenInterpolation.ts';

/** Name of the component that holds every pulsar that is not shown by its name. */
export const OTHER_PULSARS_NAME = 'other pulsars';

/** One component of a population. */
export interface PopulationComponent {
  /** `Geminga`, `B1055-52`, or OTHER_PULSARS_NAME. */
  readonly name: string;
  /** The pulsar in the catalogue; null for the sum of the others. */
  readonly pulsar: CataloguePulsar | null;
  /** How many pulsars it sums. */
  readonly count: number;
  /** Interstellar flux, GeV^-1 m^-2 s^-1 sr^-1, one per energy. */
  readonly flux: Float64Array;
  /** Estimate of its numerical error, in the same unit; null where it was not asked for. */
  readonly error: Float64Array | null;
}

/** Energies between which a draft is interpolated, GeV; the curve with the Sun's reach lies inside. */
const DRAFT_GRID = [0.5, 3010, 40] as const;

/** Interstellar flux of each source, GeV^-1 m^-2 s^-1 sr^-1: one row per source, one column per energy. */
export function fluxOfEach(
  kernel: Kernel,
  sources: readonly PulsarSource[],
  { propagation, losses }: Pick<Scenario, 'propagation' | 'losses'>,
  energies_GeV: Float64Array,
): Float64Array[] {
  return kernel.population.populationFlux(sources, propagation, losses, energies_GeV);
}

/** Sum of rows in their order; zeros where there is none. */
export function sumOfRows(rows: readonly Float64Array[], length: number): Float64Array {
  const sum = new Float64Array(length);
  for (const row of rows) for (let i = 0; i < length; i++) sum[i]! += row[i] as number;
  return sum;
}

/** Sum of the fluxes of many sources; and, where it is asked for, the errors of all of them added up. */
function summedFlux(
  kernel: Kernel,
  sources: readonly PulsarSource[],
  { propagation, losses }: Scenario,
  energies_GeV: Float64Array,
  withError: boolean,
): { flux: Float64Array; error: Float64Array | null } {
  const { population } = kernel;
  if (!withError) {
    return { flux: population.populationTotal(sources, propagation, losses, energies_GeV), error: null };
  }
  const rows = population.populationFlux(sources, propagation, losses, energies_GeV);
  const coarse = population.populationFlux(sources, propagation, losses, energies_GeV, { coarse: true });
  const errors = rows.map((row, k) => kernel.differenceError(propagation, row, coarse[k] as Float64Array));
  const count = energies_GeV.length;
  return { flux: sumOfRows(rows, count), error: sumOfRows(errors, count) };
}

export interface PopulationOptions {
  /** Whether the numerical error is estimated, which doubles the work; errors of many add up linearly. */
  readonly withError?: boolean;
  /** Whether the sum of the others is interpolated between a few energies, for a curve that follows a hand. */
  readonly draft?: boolean;
}

/** What others sum up to; not to be changed by who gets it. */
interface Sum {
  readonly flux: Float64Array;
  readonly error: Float64Array | null;
}

/** Sums that were computed last: most changes of a scenario leave the pulsars of the catalogue as they are. */
interface RememberedSum extends Sum {
  readonly circumstances: string;
  readonly energies_GeV: Float64Array;
}
/** The energies of the curve, of the tables and of the read-outs, with and without errors. */
const REMEMBERED = 8;
const memories = new WeakMap<Kernel, RememberedSum[]>();

function sameNumbers(one: Float64Array, other: Float64Array): boolean {
  return one.length === other.length && one.every((value, i) => value === other[i]);
}

/** The sum over the pulsars that are not shown by name; those that share the efficiency once for all efficiencies. */
function othersFlux(
  kernel: Kernel,
  others: readonly SelectedPulsar[],
  scenario: Scenario & { population: Population },
  energies_GeV: Float64Array,
  { withError = false, draft = false }: PopulationOptions,
): Sum {
  const { population, propagation, losses, sources } = scenario;
  const { efficiency, named, ...circumstances } = population;
  const listed = sources.filter(({ enabled }) => enabled).map(({ name }) => name);
  const key = JSON.stringify([circumstances, named, listed, propagation, losses, withError]);
  const energies = draft ? logarithmicGrid(kernel, ...DRAFT_GRID) : energies_GeV;
  const memory = memories.get(kernel) ?? [];
  memories.set(kernel, memory);
  let sum = memory.find((known) => known.circumstances === key && sameNumbers(known.energies_GeV, energies));
  if (!sum) {
    const sharing = others
      .filter(({ sharesEfficiency }) => sharesEfficiency)
      .map(({ source }) => ({ ...source, efficiency: 1 }));
    sum = {
      circumstances: key,
      energies_GeV: energies.slice(),
      ...summedFlux(kernel, sharing, scenario, energies, withError),
    };
    memory.unshift(sum);
    memory.splice(REMEMBERED);
  }
  const ofOwn = others.filter(({ sharesEfficiency }) => !sharesEfficiency).map(({ source }) => source);
  const rest = summedFlux(kernel, ofOwn, scenario, energies_GeV, withError);
  const shared = draft ? evenInterpolation(kernel, energies, sum.flux, energies_GeV) : sum.flux;
  const { error } = sum;
  return {
    flux: shared.map((flux, i) => efficiency * flux + (rest.flux[i] as number)),
    error: error?.map((value, i) => efficiency * value + (rest.error?.[i] ?? 0)) ?? null,
  };
}

/**
 * Interstellar positron fluxes of the pulsars of a scenario's population; none without a population.
 *
 * @param options.catalogue the one in memory unless another is given
 * @throws {InputError} for a name that the catalogue does not know
 */
export function populationComponents(
  kernel: Kernel,
  scenario: Scenario,
  energies_GeV: Float64Array,
  options: PopulationOptions & { readonly catalogue?: Catalogue } = {},
): PopulationComponent[] {
  const { population } = scenario;
  if (!population) return [];
  const { selected, named } = selectPulsars(population, options.catalogue ?? catalogueInMemory(), scenario.sources);
  const others = selected.filter((entry) => !named.includes(entry));

  const one = (entry: SelectedPulsar): PopulationComponent => ({
    name: shownName(entry.pulsar),
    pulsar: entry.pulsar,
    count: 1,
    ...summedFlux(kernel, [entry.source], scenario, energies_GeV, options.withError ?? false),
  });
  const rest = (): PopulationComponent => ({
    name: OTHER_PULSARS_NAME,
    pulsar: null,
    count: others.length,
    ...othersFlux(kernel, others, { ...scenario, population }, energies_GeV, options),
  });
  return [...named.map(one), ...(others.length > 0 ? [rest()] : [])];
}
