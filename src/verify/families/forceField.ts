import { scenarioOfCase } from '../caseScenario.ts';
import { CASE_ENERGY_LIMITS_GeV, type Family, spectrum } from '../family.ts';
import { GIVEN_SPECTRUM_NAMES, givenSpectrum } from './givenSpectrum.ts';

/** Force-field modulation of a given interstellar spectrum (PHYSICS.md section 8). */
export const forceFieldFamily: Family = {
  name: 'force-field',
  inputs: ['energies_GeV'],
  recognisedBy: ['spectrum', 'modulationPotential_MV'],
  parameters: [...GIVEN_SPECTRUM_NAMES, 'modulationPotential_MV'],
  outputs: ['values'],
  evaluate(kernel, reader) {
    const { sun } = scenarioOfCase({ sun: reader.parameters });
    const { energies_GeV, factor } = kernel.modulation(
      sun.potential_MV,
      reader.energies('energies_GeV', CASE_ENERGY_LIMITS_GeV),
    );
    const interstellar = givenSpectrum(kernel, reader)(energies_GeV);
    return { values: Array.from(interstellar, (flux, index) => flux * (factor[index] as number)) };
  },
  rule: spectrum(1e-4),
};
