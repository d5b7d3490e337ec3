import { type Family, spectrum } from '../family.ts';
import { emittingHalo, HALO_CASE_NAMES, HALO_PHOTON_LIMITS_GeV, rangeOf, readHaloCase } from './haloCase.ts';

const CONE_LIMITS_deg = [1e-3, 89] as const;

/** Photon flux of a halo inside a cone around its pulsar (PHYSICS.md section 9). */
export const haloSpectrumFamily: Family = {
  name: 'halo-sed',
  inputs: ['energies_GeV'],
  recognisedBy: ['distance_pc', 'radiating', 'maxAngle_deg'],
  parameters: [...HALO_CASE_NAMES, 'maxAngle_deg'],
  outputs: ['values'],
  evaluate(kernel, reader) {
    const halo = readHaloCase(reader);
    const maxAngle = reader.parameterWithin('maxAngle_deg', CONE_LIMITS_deg, 'deg');
    const photons = reader.energies('energies_GeV', HALO_PHOTON_LIMITS_GeV);
    const { grid, emissivity } = emittingHalo(kernel, halo, rangeOf(photons), null);
    return { values: Array.from(kernel.radiation.coneFlux(grid, emissivity(photons), maxAngle)) };
  },
  rule: spectrum(1e-3),
};
