import { CASE_ENERGY_LIMITS_GeV, type Family, relative } from '../family.ts';
import { listedComponents, PHOTON_ENERGY_LIMITS_GeV } from './radiationCase.ts';

const ELECTRONS = ['N(E) = (E/GeV)^-p exp(-E/Ec) GeV^-1 cm^-3 for E >= Emin'] as const;
/** Beyond this many cutoff energies there are no electrons: e^-45 = 3e-20. */
const CUTOFF_RANGE = 45;
const INDEX_LIMITS = [-5, 20] as const;

/** Inverse Compton emissivity of a population of electrons (PHYSICS.md section 9). */
export const powerLawInverseComptonFamily: Family = {
  name: 'ic-powerlaw',
  inputs: ['energies_GeV'],
  recognisedBy: ['electronSpectrum', 'radiationComponents'],
  parameters: ['electronSpectrum', 'p', 'minEnergy_GeV', 'cutoffEnergy_GeV', 'radiationComponents'],
  outputs: ['values'],
  evaluate(kernel, reader) {
    reader.choice('electronSpectrum', ELECTRONS);
    const index = reader.parameterWithin('p', INDEX_LIMITS, '');
    const lowest = reader.parameterWithin('minEnergy_GeV', CASE_ENERGY_LIMITS_GeV, 'GeV');
    const cutoff = reader.parameterWithin('cutoffEnergy_GeV', [lowest, CASE_ENERGY_LIMITS_GeV[1]], 'GeV');
    const photons = reader.energies('energies_GeV', PHOTON_ENERGY_LIMITS_GeV);
    const grid = kernel.radiation.energyGrid(lowest, CUTOFF_RANGE * cutoff);
    const density = kernel.powerLaw(1, index, 1, grid.nodes, 1 / cutoff);
    return { values: Array.from(kernel.radiation.emissivity(listedComponents(reader), grid, density, photons, 1)) };
  },
  rule: relative(1e-4),
};
