/** Reading of what the families about gamma rays share. */
import type { RadiationComponent } from '../../model/radiationFields.ts';
import { scenarioOfCase } from '../caseScenario.ts';
import type { CaseReader } from '../referenceDocument.ts';

/** Photon energies, GeV: from the radio to beyond every electron. */
export const PHOTON_ENERGY_LIMITS_GeV = [1e-15, 1e9] as const;

/** The photon field that a case lists. */
export function listedComponents(reader: CaseReader): readonly RadiationComponent[] {
  const { losses } = scenarioOfCase({
    losses: {
      losses: 'klein-nishina',
      magneticField_uG: 0,
      radiationField: 'custom',
      radiationComponents: reader.parameters['radiationComponents'],
    },
  });
  return losses.radiationComponents as RadiationComponent[];
}
