import { CASE_ENERGY_LIMITS_GeV, type Family, relative } from '../family.ts';
import { listedComponents, PHOTON_ENERGY_LIMITS_GeV } from './radiationCase.ts';

/** Photons per time and energy from one electron (PHYSICS.md section 9). */
export const monoenergeticInverseComptonFamily: Family = {
  name: 'ic-monoenergetic',
  inputs: ['energies_GeV'],
  recognisedBy: ['electronEnergy_GeV', 'radiationComponents'],
  parameters: ['electronEnergy_GeV', 'radiationComponents'],
  outputs: ['values'],
  evaluate(kernel, reader) {
    const electron = reader.parameterWithin('electronEnergy_GeV', CASE_ENERGY_LIMITS_GeV, 'GeV');
    const photons = reader.energies('energies_GeV', PHOTON_ENERGY_LIMITS_GeV);
    return { values: Array.from(kernel.radiation.photonRate(listedComponents(reader), electron, photons)) };
  },
  rule: relative(1e-4),
};
