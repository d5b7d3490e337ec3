import { type Family, spectrum } from '../family.ts';
import { readSlab, SLAB_CASE_NAMES, slabFlux } from './slabCase.ts';

const SOURCE = ['q(E) = q0 (E/GeV)^-p, GeV^-1 cm^-3 s^-1, for all E up to infinity'] as const;
/** Up to infinity only a source that falls faster than 1/E ends. */
const INDEX_LIMITS = [1.01, 20] as const;
const COEFFICIENT_LIMITS = [0, 1] as const;

/** Positrons from a power-law source in the Galactic disc (PHYSICS.md section 7). */
export const slabFluxFamily: Family = {
  name: 'flux-slab',
  inputs: ['energies_GeV'],
  recognisedBy: ['sourceTerm', 'haloHalfHeight_kpc', 'losses'],
  parameters: [...SLAB_CASE_NAMES, 'sourceTerm', 'q0_GeV_cm3_s', 'p', 'discHalfThickness_kpc'],
  outputs: ['values'],
  evaluate(kernel, reader) {
    reader.choice('sourceTerm', SOURCE);
    const source = {
      kind: 'power-law',
      coefficient_GeV_cm3_s: reader.parameterWithin('q0_GeV_cm3_s', COEFFICIENT_LIMITS, 'GeV^-1 cm^-3 s^-1'),
      index: reader.parameterWithin('p', INDEX_LIMITS, ''),
      pivot_GeV: 1,
      cutoffEnergy_GeV: null,
    } as const;
    return slabFlux(kernel, reader, source, readSlab(reader, 'discHalfThickness_kpc'));
  },
  rule: spectrum(1e-4),
};
