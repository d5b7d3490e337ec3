import { HALO_NAMES, LOSSES_NAMES, PROPAGATION_NAMES, PULSAR_NAMES } from '../caseScenario.ts';
import { CASE_RADIUS_LIMITS_pc, type Family, profile } from '../family.ts';
import { readPulsarCase } from './pulsarCase.ts';

/** Density of positrons around one pulsar at rest, and how many there are (PHYSICS.md section 6). */
export const profilesFamily: Family = {
  name: 'profiles',
  inputs: ['energies_GeV', 'radii_pc'],
  recognisedBy: ['distance_pc', 'D0_cm2_s', 'losses'],
  parameters: [...PULSAR_NAMES, ...PROPAGATION_NAMES, ...HALO_NAMES, ...LOSSES_NAMES],
  outputs: ['values', 'totalNumber_per_GeV'],
  evaluate(kernel, reader) {
    const { source, propagation, losses, energies } = readPulsarCase(reader);
    const velocity = source.transverseVelocity_km_s;
    if (velocity !== 0)
      reader.refuse(
        'parameters.transverseVelocity_km_s',
        velocity,
        '0: a moving pulsar has no profile in radius alone',
      );
    const radii = reader.numbersWithin('radii_pc', CASE_RADIUS_LIMITS_pc, 'pc');
    return {
      values: kernel.pulsarProfile(source, propagation, losses, energies, radii).map((row) => Array.from(row)),
      totalNumber_per_GeV: Array.from(kernel.pulsarNumber(source, propagation, losses, energies)),
    };
  },
  rule: profile(1e-4),
};
