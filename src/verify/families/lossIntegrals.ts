import { LOSSES_NAMES, PROPAGATION_NAMES, scenarioOfCase } from '../caseScenario.ts';
import { CASE_ENERGY_LIMITS_GeV, type Family, relative } from '../family.ts';

/** t_loss and Lambda between pairs of energies (PHYSICS.md section 6). */
export const lossIntegralsFamily: Family = {
  name: 'loss-integrals',
  inputs: ['energies_GeV', 'sourceEnergies_GeV'],
  recognisedBy: ['losses', 'D0_cm2_s'],
  parameters: [...LOSSES_NAMES, ...PROPAGATION_NAMES],
  outputs: ['values', 'Lambda_cm2'],
  evaluate(kernel, reader) {
    const { losses, propagation } = scenarioOfCase({ losses: reader.parameters, propagation: reader.parameters });
    const energies = reader.energies('energies_GeV', CASE_ENERGY_LIMITS_GeV);
    const sourceEnergies = reader.energies('sourceEnergies_GeV', CASE_ENERGY_LIMITS_GeV, energies.length);
    const below = sourceEnergies.findIndex((energy, index) => energy < (energies[index] as number));
    if (below >= 0)
      reader.refuse(
        `sourceEnergies_GeV[${below}]`,
        sourceEnergies[below],
        `at least ${energies[below]} GeV, its energy`,
      );
    const { lossTime_s, Lambda_cm2 } = kernel.lossIntegrals(losses, propagation, energies, sourceEnergies);
    return { values: Array.from(lossTime_s), Lambda_cm2: Array.from(Lambda_cm2) };
  },
  rule: relative(1e-6),
};
