/** What experiments measure beside the positron flux: its part of electrons and positrons, and both together. */
import { datasetOf } from '../data/datasets.ts';
import { MEASURED_QUANTITIES, type MeasuredQuantity } from '../data/measuredQuantities.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { Scenario } from '../model/scenario.ts';
import { predictSpectrum, type SpectrumOptions } from './spectrum.ts';
import type { ComponentSpectrum, PredictedSpectrum } from './spectrumTypes.ts';
import { tableSpectrum } from './tableSpectrum.ts';

/** Electrons at Earth, as measured. */
export interface MeasuredElectrons {
  /** GeV^-1 m^-2 s^-1 sr^-1, one per energy; 0 where the measurement does not reach. */
  readonly flux: Float64Array;
  /** Whether the energy lies between the first and the last mean energy of the table. */
  readonly covered: readonly boolean[];
}

/** A quantity that a table measures, as a scenario predicts it. */
export interface PredictedObservable {
  readonly quantity: MeasuredQuantity;
  /** Kinetic energies at Earth, GeV. */
  readonly energies_GeV: Float64Array;
  /** Flux in GeV^-1 m^-2 s^-1 sr^-1, or fraction; 0 where `covered` is false: there is no prediction to compare with. */
  readonly total: Float64Array;
  /** What each component of the positrons adds to the total; with the electrons, where they count, they make it up. */
  readonly components: readonly ComponentSpectrum[];
  /** The electrons that went into it; null for the positron flux, which needs none. */
  readonly electrons: Float64Array | null;
  /** Whether electrons were measured at the energy. Points elsewhere take no part in a comparison. */
  readonly covered: readonly boolean[];
  /** Estimate of the numerical error of the total, relative to it; null where it was not asked for. */
  readonly relativeError: Float64Array | null;
}

/**
 * The electrons that a scenario takes from a measurement, between its mean energies as power laws.
 *
 * The table has to be loaded (`loadDatasets`).
 */
export function measuredElectrons(kernel: Kernel, scenario: Scenario, energies_GeV: Float64Array): MeasuredElectrons {
  const { meanEnergy_GeV, flux } = datasetOf(scenario, scenario.electrons.flux);
  const first = meanEnergy_GeV[0] as number;
  const last = meanEnergy_GeV.at(-1) as number;
  const covered = Array.from(energies_GeV, (energy) => energy >= first && energy <= last);
  const within = tableSpectrum(
    kernel,
    Array.from(meanEnergy_GeV),
    Array.from(flux),
    energies_GeV.filter((_, i) => covered[i]),
  );
  let next = 0;
  return { flux: energies_GeV.map((_, i) => (covered[i] ? (within[next++] as number) : 0)), covered };
}

/**
 * Positron fraction e+ / (e+ + e-), flux of e+ + e-, positron flux or electron flux at Earth.
 *
 * Electrons are those that AMS-02 measured at Earth: modulated already, and with whatever pulsars contribute to them.
 * They are therefore no prediction, do not change with the scenario, and a fraction or a sum is one only as far as its
 * positrons go; pulsars make electrons as well, which are not added a second time. The errors of the electrons
 * (statistical and systematic) are not propagated into the result, and data of the same experiment share them.
 *
 * @param quantity what is measured; the electron flux is the measurement itself
 * @param energies_GeV kinetic energies at Earth, GeV
 * @param known positrons or electrons at the same energies, where they have been computed already
 * @throws {InputError} for an energy outside FLUX_ENERGY_LIMITS_GeV
 * @throws {Error} when electrons are needed and their table is not loaded
 */
export function predictObservable(
  kernel: Kernel,
  scenario: Scenario,
  quantity: MeasuredQuantity,
  energies_GeV: Float64Array,
  known: {
    readonly positrons?: PredictedSpectrum | undefined;
    readonly electrons?: MeasuredElectrons | undefined;
  } & SpectrumOptions = {},
): PredictedObservable {
  const positronsNow = (): PredictedSpectrum =>
    known.positrons ?? predictSpectrum(kernel, scenario, energies_GeV, known);
  if (quantity === 'positron-flux') {
    const covered = Array.from(energies_GeV, () => true);
    return { ...positronsNow(), quantity, electrons: null, covered };
  }

  const electrons = known.electrons ?? measuredElectrons(kernel, scenario, energies_GeV);
  const shared = { quantity, energies_GeV, electrons: electrons.flux, covered: electrons.covered };
  if (!MEASURED_QUANTITIES[quantity].predicted) {
    return { ...shared, total: electrons.flux, components: [], relativeError: null };
  }

  const fraction = quantity === 'positron-fraction';
  const positrons = positronsNow();
  const sum = positrons.total.map((flux, i) => flux + (electrons.flux[i] as number));
  // One over the sum for a fraction, one for a flux; nothing where electrons are unknown.
  const factor = sum.map((flux, i) => (electrons.covered[i] ? 1 / (fraction ? flux : 1) : 0));
  const times = (flux: Float64Array): Float64Array => flux.map((value, i) => value * (factor[i] as number));
  return {
    ...shared,
    total: times(fraction ? positrons.total : sum),
    components: positrons.components.map((component) => ({ ...component, flux: times(component.flux) })),
    // d ln f = (1 - f) d ln p for a fraction f = p / (p + e), d ln (p + e) = f d ln p for a sum.
    relativeError:
      positrons.relativeError?.map((error, i) => {
        const share = (positrons.total[i] as number) / (sum[i] as number);
        return electrons.covered[i] ? error * (fraction ? 1 - share : share) : 0;
      }) ?? null,
  };
}
