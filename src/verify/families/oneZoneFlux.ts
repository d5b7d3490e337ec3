import { FLUX_ENERGY_LIMITS_GeV } from '../../model/parameters.ts';
import type { PulsarSource } from '../../model/scenario.ts';
import { LOSSES_NAMES, PROPAGATION_NAMES, PULSAR_NAMES, scenarioOfCase } from '../caseScenario.ts';
import { type Family, spectrum } from '../family.ts';

/** Interstellar positron flux at Earth of one pulsar, one zone (PHYSICS.md section 6A). */
export const oneZoneFluxFamily: Family = {
  name: 'flux-onezone',
  inputs: ['energies_GeV'],
  recognisedBy: ['distance_pc', 'D0_cm2_s', 'losses'],
  parameters: [...PULSAR_NAMES, ...PROPAGATION_NAMES, ...LOSSES_NAMES],
  outputs: ['values'],
  evaluate(kernel, reader) {
    const { parameters } = reader;
    const scenario = scenarioOfCase({ pulsars: [parameters], propagation: parameters, losses: parameters });
    const [source] = scenario.sources as [PulsarSource];
    const energies = reader.energies('energies_GeV', FLUX_ENERGY_LIMITS_GeV);
    return { values: Array.from(kernel.pulsarFlux(source, scenario.propagation, scenario.losses, energies)) };
  },
  rule: spectrum(1e-4),
};
