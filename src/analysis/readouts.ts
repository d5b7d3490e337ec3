/** Derived numbers that answer "why does the curve look so?": cooling, diffusion length, energy budget, shares. */
import { dataset } from '../data/datasets.ts';
import type { Dataset } from '../data/datasetTypes.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { Scenario } from '../model/scenario.ts';
import { ERG_GeV, KILOYEAR_s, PARSEC_cm } from '../model/units.ts';
import { predictSpectrum, type SpectrumOptions } from '../predict/spectrum.ts';
import type { EnergyBudget, ShareReadout, TransportReadout } from './analysisTypes.ts';

/** Energies of the read-outs, GeV. */
export const TRANSPORT_ENERGIES_GeV = [100, 1000] as const;
export const SHARE_ENERGIES_GeV = [100, 300, 800] as const;

/** Cooling time E / b(E), kyr. */
export function coolingTime(kernel: Kernel, scenario: Scenario, energies_GeV: Float64Array): Float64Array {
  const rate = kernel.lossRate(scenario.losses, energies_GeV).total;
  return energies_GeV.map((energy, i) => energy / (rate[i] as number) / KILOYEAR_s);
}

/** Cooling time, and how far positrons get in it: sqrt(4 D E / b). */
export function transportReadouts(kernel: Kernel, scenario: Scenario): TransportReadout[] {
  const energies = Float64Array.from(TRANSPORT_ENERGIES_GeV);
  const cooling = coolingTime(kernel, scenario, energies);
  const diffusion = kernel.diffusionCoefficient(scenario.propagation, energies);
  return Array.from(energies, (energy_GeV, i) => ({
    energy_GeV,
    coolingTime_kyr: cooling[i] as number,
    diffusionLength_pc: Math.sqrt(4 * (diffusion[i] as number) * (cooling[i] as number) * KILOYEAR_s) / PARSEC_cm,
    diffusionCoefficient_cm2_s: diffusion[i] as number,
  }));
}

/** What each enabled pulsar spends on pairs, and what its rotation gave. */
export function energyBudgets(kernel: Kernel, scenario: Scenario): EnergyBudget[] {
  return scenario.sources.flatMap((source) => {
    if (source.type !== 'pulsar' || !source.enabled) return [];
    const spinDown = kernel.spinDown(source);
    return {
      source: source.name,
      efficiency: source.efficiency,
      spinDownEnergy_erg: spinDown.energy_GeV / ERG_GeV,
      lostSinceBirth_erg: spinDown.lostSinceBirth_GeV / ERG_GeV,
      pairEnergy_erg: (source.efficiency * spinDown.energy_GeV) / ERG_GeV,
    };
  });
}

/** The bin of a measured flux that holds an energy. */
function binOf({ binLow_GeV, binHigh_GeV }: Dataset, energy_GeV: number): number {
  return binLow_GeV.findIndex((low, i) => low <= energy_GeV && energy_GeV < (binHigh_GeV[i] as number));
}

/** Each component's share of the total flux, and of the measured one, at a few energies; 0 where nothing arrives. */
export function shareReadouts(kernel: Kernel, scenario: Scenario, options: SpectrumOptions = {}): ShareReadout[] {
  const data = dataset('ams02-positrons-2019');
  const bins = SHARE_ENERGIES_GeV.map((energy) => binOf(data, energy));
  const energies = Float64Array.from(
    SHARE_ENERGIES_GeV.flatMap((energy, k) => [energy, data.meanEnergy_GeV[bins[k] as number] as number]),
  );
  const { components, total } = predictSpectrum(kernel, scenario, energies, options);
  const sharesAt = (i: number, whole: number) =>
    components.map(({ name, flux }) => ({ name, share: whole > 0 ? (flux[i] as number) / whole : 0 }));
  return SHARE_ENERGIES_GeV.map((energy_GeV, k) => {
    const [here, inBin] = [2 * k, 2 * k + 1];
    return {
      energy_GeV,
      shares: sharesAt(here, total[here] as number),
      measured: {
        meanEnergy_GeV: energies[inBin] as number,
        shares: sharesAt(inBin, data.flux[bins[k] as number] as number),
      },
    };
  });
}
