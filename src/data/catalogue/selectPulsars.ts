/** Which pulsars of the catalogue a scenario counts, each as a source of its own. */
import { InputError } from '../../model/inputError.ts';
import type { Population, PulsarOverride, PulsarSource, Source } from '../../model/scenario.ts';
import type { Catalogue, CataloguePulsar, DistanceModel } from './catalogueTypes.ts';
import { knownPulsar, pulsarNamed } from './pulsarNames.ts';
import { characteristicAge_kyr, spinDownAge_kyr, spinDownLuminosity_erg_s } from './spinDown.ts';

/** Why a pulsar is not counted; the first reason that holds, in this order. */
export const LEFT_OUT = {
  listed: 'stand among the listed sources',
  switchedOff: 'are switched off',
  kind: 'are not of the chosen kind',
  noDistance: 'have no known distance',
  tooFar: 'are farther than the farthest',
  noAge: 'would be born after today: 2 tau_c/(n-1) is below tau0',
  tooYoung: 'are younger than the youngest',
  tooOld: 'are older than the oldest',
  tooWeak: 'lose less energy than the weakest',
  notReleased: 'are younger than the release delay',
} as const;
export type LeftOutReason = keyof typeof LEFT_OUT;

/** A pulsar that counts, and the source that it is. */
export interface SelectedPulsar {
  readonly pulsar: CataloguePulsar;
  readonly source: PulsarSource;
  /** Whether its efficiency is the one of the population, not its own. */
  readonly sharesEfficiency: boolean;
}

export interface Selection {
  /** In the order of the catalogue. */
  readonly selected: readonly SelectedPulsar[];
  /** Those of `population.named` that count, in the order of that list. */
  readonly named: readonly SelectedPulsar[];
  /** Names of those that do not count, by reason. */
  readonly leftOut: Readonly<Record<LeftOutReason, readonly string[]>>;
}

function isOfKind(kinds: Population['kinds'], pulsar: CataloguePulsar): boolean {
  if (kinds === 'all') return true;
  if (kinds === 'no-magnetars') return !pulsar.kinds.includes('AXP');
  return pulsar.kinds.some((kind) => kind === 'HE' || kind === 'NRAD');
}

/** Distance of the chosen model, else the catalogue's own, pc; null where there is neither. */
function distanceOf(pulsar: CataloguePulsar, model: DistanceModel): number | null {
  const distance_kpc = pulsar.distance_kpc[model] ?? pulsar.distance_kpc.catalogue;
  return distance_kpc === null ? null : distance_kpc * 1000;
}

/** Age of the chosen model, kyr; not positive where it has none. */
function ageOf(
  pulsar: CataloguePulsar,
  {
    ageModel,
    brakingIndex,
    spinDownTimescale_kyr,
  }: Pick<Population, 'ageModel' | 'brakingIndex' | 'spinDownTimescale_kyr'>,
): number {
  return ageModel === 'characteristic'
    ? characteristicAge_kyr(pulsar)
    : spinDownAge_kyr(pulsar, brakingIndex, spinDownTimescale_kyr);
}

/** The pulsar as a source; written out, since a spread of many keys takes ten times as long for each of 1700 pulsars. */
function sourceOf(
  name: string,
  place: Pick<PulsarSource, 'distance_pc' | 'age_kyr' | 'spinDownLuminosity_erg_s'>,
  shared: Population,
  own: PulsarOverride | undefined,
): PulsarSource {
  return {
    type: 'pulsar',
    name,
    enabled: true,
    efficiency: own?.efficiency ?? shared.efficiency,
    spectralIndex: own?.spectralIndex ?? shared.spectralIndex,
    cutoffEnergy_GeV: own?.cutoffEnergy_GeV ?? shared.cutoffEnergy_GeV,
    distance_pc: place.distance_pc,
    age_kyr: place.age_kyr,
    spinDownLuminosity_erg_s: place.spinDownLuminosity_erg_s,
    spinDownTimescale_kyr: shared.spinDownTimescale_kyr,
    brakingIndex: shared.brakingIndex,
    injection: shared.injection,
    releaseDelay_kyr: shared.releaseDelay_kyr,
    breakEnergy_GeV: shared.breakEnergy_GeV,
    spectralIndex2: shared.spectralIndex2,
    minEnergy_GeV: shared.minEnergy_GeV,
    maxEnergy_GeV: shared.maxEnergy_GeV,
    transverseVelocity_km_s: shared.transverseVelocity_km_s,
  };
}

/** Overrides by the pulsar's name in the catalogue. */
function overridesByName(population: Population, catalogue: Catalogue): Map<string, PulsarOverride> {
  const overrides = new Map<string, PulsarOverride>();
  for (const [index, override] of population.overrides.entries()) {
    const path = `population.overrides[${index}].name`;
    const { name } = knownPulsar(catalogue, override.name, path);
    if (overrides.has(name))
      throw new InputError(path, `${path} is "${override.name}", a second name of ${name}; name every pulsar once.`);
    overrides.set(name, override);
  }
  return overrides;
}

/** Names in the catalogue of the pulsars to be shown one by one. */
function namesShown(population: Population, catalogue: Catalogue): string[] {
  const names: string[] = [];
  for (const [index, given] of population.named.entries()) {
    const path = `population.named[${index}]`;
    const { name } = knownPulsar(catalogue, given, path);
    if (names.includes(name))
      throw new InputError(path, `${path} is "${given}", a second name of ${name}; name every pulsar once.`);
    names.push(name);
  }
  return names;
}

/**
 * The pulsars that a population counts.
 *
 * Cuts act on the distance, age and power in force, overrides included. A pulsar that an enabled listed source describes,
 * recognised by its J2000, B1950 or common name, is not counted again.
 *
 * @throws {InputError} when `named` or `overrides` holds a name that the catalogue does not know, or two names of one pulsar
 */
export function selectPulsars(population: Population, catalogue: Catalogue, sources: readonly Source[]): Selection {
  const overrides = overridesByName(population, catalogue);
  const shown = namesShown(population, catalogue);
  const listed = new Set(
    sources.flatMap((source) =>
      source.type === 'pulsar' && source.enabled ? (pulsarNamed(catalogue, source.name)?.name ?? []) : [],
    ),
  );
  const leftOut: Record<LeftOutReason, string[]> = {
    listed: [],
    switchedOff: [],
    kind: [],
    noDistance: [],
    tooFar: [],
    noAge: [],
    tooYoung: [],
    tooOld: [],
    tooWeak: [],
    notReleased: [],
  };

  function judge(pulsar: CataloguePulsar): PulsarSource | LeftOutReason {
    if (listed.has(pulsar.name)) return 'listed';
    const own = overrides.get(pulsar.name);
    if (own?.enabled === false) return 'switchedOff';
    if (!isOfKind(population.kinds, pulsar)) return 'kind';
    const distance = own?.distance_pc ?? distanceOf(pulsar, population.distanceModel as DistanceModel);
    if (distance === null) return 'noDistance';
    if (distance > population.maxDistance_kpc * 1000) return 'tooFar';
    const age = own?.age_kyr ?? ageOf(pulsar, population);
    if (!(age > 0)) return 'noAge';
    if (age < population.minAge_kyr) return 'tooYoung';
    if (age > population.maxAge_kyr) return 'tooOld';
    const luminosity = own?.spinDownLuminosity_erg_s ?? spinDownLuminosity_erg_s(pulsar);
    if (luminosity < population.minSpinDownLuminosity_erg_s) return 'tooWeak';
    if (age <= population.releaseDelay_kyr) return 'notReleased';
    const place = { distance_pc: distance, age_kyr: age, spinDownLuminosity_erg_s: luminosity };
    return sourceOf(pulsar.name, place, population, own);
  }

  const selected: SelectedPulsar[] = [];
  for (const pulsar of catalogue.pulsars) {
    const source = judge(pulsar);
    if (typeof source === 'string') leftOut[source].push(pulsar.name);
    else {
      const own = overrides.get(pulsar.name)?.efficiency ?? null;
      selected.push({ pulsar, source, sharesEfficiency: own === null });
    }
  }
  const named = shown.flatMap((name) => selected.find(({ pulsar }) => pulsar.name === name) ?? []);
  return { selected, named, leftOut };
}
