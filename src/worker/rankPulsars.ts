/** The pulsars of a scenario by their flux, with the dipole; apart from the rest, since few need it. */
import { rankPulsars as rank } from '../analysis/catalogue.ts';
import { loadCatalogue } from '../data/catalogue.ts';
import { dataset } from '../data/datasets.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { Scenario } from '../model/scenario.ts';
import { dipoleAnisotropy } from '../predict/dipole.ts';
import type { RankedPulsars } from './protocol.ts';

/** Held against the positrons of AMS-02, whatever the scenario is fitted to. */
export async function rankPulsars(kernel: Kernel, scenario: Scenario, energy_GeV: number): Promise<RankedPulsars> {
  const catalogue = await loadCatalogue();
  return {
    ranking: rank(kernel, scenario, catalogue, energy_GeV, dataset('ams02-positrons-2019')),
    dipole:
      scenario.propagation.solver === 'greens'
        ? dipoleAnisotropy(kernel, scenario, catalogue, Float64Array.of(energy_GeV))
        : null,
  };
}
