/** How much each pulsar contributes at one energy, the strongest first. */
import type { Catalogue } from '../data/catalogue/catalogueTypes.ts';
import { type LeftOutReason, selectPulsars } from '../data/catalogue/selectPulsars.ts';
import type { Dataset } from '../data/datasetTypes.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { Scenario } from '../model/scenario.ts';
import { KILOMETRE_PER_SECOND_cm_s, KILOYEAR_s, PARSEC_cm } from '../model/units.ts';
import { countedPulsars, fluxesAtEarth } from '../predict/countedPulsars.ts';
import { tableSpectrum } from '../predict/tableSpectrum.ts';

/** One pulsar and its part of the flux. */
export interface RankedPulsar {
  /** 1 for the strongest. */
  readonly rank: number;
  /** Name of a listed source as it is given, else as people know the pulsar. */
  readonly name: string;
  /** J2000 name in the catalogue; null, as are the coordinates, for a listed source that it does not know. */
  readonly catalogueName: string | null;
  /** Whether it is one of the scenario's listed sources. */
  readonly listed: boolean;
  readonly longitude_deg: number | null;
  readonly latitude_deg: number | null;
  readonly distance_pc: number;
  readonly age_kyr: number;
  readonly spinDownLuminosity_erg_s: number;
  /** From the catalogue's proper motion at this distance; null where it is not measured. */
  readonly properMotion_km_s: number | null;
  /** Flux at the Earth, modulated by the Sun, GeV^-1 m^-2 s^-1 sr^-1. */
  readonly flux: number;
  /** Part of the flux of all pulsars. */
  readonly share: number;
  /** Part of this one and all stronger ones together. */
  readonly cumulativeShare: number;
  /** Part of everything that the scenario counts, the background included. */
  readonly shareOfTotal: number;
}

export interface PulsarRanking {
  /** Kinetic energy at the Earth, GeV. */
  readonly energy_GeV: number;
  readonly pulsars: readonly RankedPulsar[];
  /** Flux of all pulsars, GeV^-1 m^-2 s^-1 sr^-1, as are the next two. */
  readonly pulsarFlux: number;
  /** Flux of everything that the scenario counts. */
  readonly totalFlux: number;
  /** The measured flux, between two points a power law; null outside the table. */
  readonly measuredFlux: number | null;
  /** Names of the catalogue's pulsars that do not count, by reason. */
  readonly leftOut: Readonly<Record<LeftOutReason, readonly string[]>> | null;
}

/** 1 mas/yr at 1 pc [km/s]. */
const VELOCITY_PER_PROPER_MOTION =
  ((Math.PI / (180 * 3600 * 1000)) * PARSEC_cm) / ((KILOYEAR_s / 1000) * KILOMETRE_PER_SECOND_cm_s);

function measuredAt(kernel: Kernel, { meanEnergy_GeV, flux }: Dataset, energy_GeV: number): number | null {
  const [first, last] = [meanEnergy_GeV[0], meanEnergy_GeV.at(-1)] as [number, number];
  if (energy_GeV < first || energy_GeV > last) return null;
  return tableSpectrum(kernel, [...meanEnergy_GeV], [...flux], Float64Array.of(energy_GeV))[0] as number;
}

/**
 * Every enabled pulsar of a scenario, listed or of the catalogue, by its flux at one energy. The importance cut of the
 * population does not act here: every pulsar is computed.
 *
 * @param energy_GeV kinetic energy at the Earth
 * @param data a positron flux to compare with
 * @throws {InputError} for a name that the catalogue does not know, or an energy that no flux is computed for
 */
export function rankPulsars(
  kernel: Kernel,
  scenario: Scenario,
  catalogue: Catalogue,
  energy_GeV: number,
  data: Dataset,
): PulsarRanking {
  const counted = countedPulsars(scenario, catalogue);
  const { ofEach, total } = fluxesAtEarth(kernel, scenario, counted, Float64Array.of(energy_GeV));
  const fluxes = ofEach.map((row) => row[0] as number);
  const pulsarFlux = fluxes.reduce((sum, flux) => sum + flux, 0);
  const totalFlux = total[0] as number;
  const part = (flux: number, whole: number) => (whole > 0 ? flux / whole : 0);

  let cumulative = 0;
  const pulsars = counted
    .map((entry, i) => ({ ...entry, flux: fluxes[i] as number }))
    .sort((one, other) => other.flux - one.flux)
    .map(({ name, pulsar, listed, source, flux }, i): RankedPulsar => {
      cumulative += flux;
      const { distance_pc, age_kyr, spinDownLuminosity_erg_s } = source;
      const motion = pulsar?.properMotion_mas_yr ?? null;
      return {
        rank: i + 1,
        name,
        catalogueName: pulsar?.name ?? null,
        listed,
        longitude_deg: pulsar?.longitude_deg ?? null,
        latitude_deg: pulsar?.latitude_deg ?? null,
        distance_pc,
        age_kyr,
        spinDownLuminosity_erg_s,
        properMotion_km_s: motion === null ? null : motion * distance_pc * VELOCITY_PER_PROPER_MOTION,
        flux,
        share: part(flux, pulsarFlux),
        cumulativeShare: part(cumulative, pulsarFlux),
        shareOfTotal: part(flux, totalFlux),
      };
    });
  return {
    energy_GeV,
    pulsars,
    pulsarFlux,
    totalFlux,
    measuredFlux: measuredAt(kernel, data, energy_GeV),
    leftOut: scenario.population && selectPulsars(scenario.population, catalogue, scenario.sources).leftOut,
  };
}
