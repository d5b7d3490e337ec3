import { LOSSES_NAMES, PROPAGATION_NAMES, PULSAR_NAMES } from '../caseScenario.ts';
import { type Family, spectrum } from '../family.ts';
import { fluxAtEarth } from './pulsarCase.ts';

/** Interstellar positron flux at Earth of one pulsar, one zone (PHYSICS.md section 6A). */
export const oneZoneFluxFamily: Family = {
  name: 'flux-onezone',
  inputs: ['energies_GeV'],
  recognisedBy: ['distance_pc', 'D0_cm2_s', 'losses'],
  parameters: [...PULSAR_NAMES, ...PROPAGATION_NAMES, ...LOSSES_NAMES],
  outputs: ['values'],
  evaluate: fluxAtEarth,
  rule: spectrum(1e-4),
};
