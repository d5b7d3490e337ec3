import { HALO_NAMES, LOSSES_NAMES, PROPAGATION_NAMES, PULSAR_NAMES } from '../caseScenario.ts';
import { type Family, spectrum } from '../family.ts';
import { fluxAtEarth } from './pulsarCase.ts';

/** Interstellar positron flux at Earth of one pulsar inside a slow zone (PHYSICS.md section 6B). */
export const twoZoneFluxFamily: Family = {
  name: 'flux-twozone',
  inputs: ['energies_GeV'],
  recognisedBy: ['distance_pc', 'D0_cm2_s', 'losses', 'D0Halo_cm2_s'],
  parameters: [...PULSAR_NAMES, ...PROPAGATION_NAMES, ...HALO_NAMES, ...LOSSES_NAMES],
  outputs: ['values'],
  evaluate: fluxAtEarth,
  rule: spectrum(1e-4),
};
