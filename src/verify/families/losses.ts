import { LOSSES_NAMES, scenarioOfCase } from '../caseScenario.ts';
import { CASE_ENERGY_LIMITS_GeV, type Family, relative } from '../family.ts';

/** b(E), total and by component (PHYSICS.md section 3). */
export const lossesFamily: Family = {
  name: 'losses',
  inputs: ['energies_GeV'],
  recognisedBy: ['losses'],
  parameters: LOSSES_NAMES,
  outputs: ['values', 'components_GeV_s'],
  evaluate(kernel, reader) {
    const { losses } = scenarioOfCase({ losses: reader.parameters });
    const { total, components } = kernel.lossRate(losses, reader.energies('energies_GeV', CASE_ENERGY_LIMITS_GeV));
    return {
      values: Array.from(total),
      components_GeV_s: Object.fromEntries(components.map(({ name, rate }) => [name, Array.from(rate)])),
    };
  },
  rule: relative(1e-6),
};
