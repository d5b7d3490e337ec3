/** The families of reference cases that this version evaluates, and how a case is recognised. */
import { InputError, quoteValue } from '../model/inputError.ts';
import { binAverageFamily } from './families/binAverage.ts';
import { chiSquaredFamily } from './families/chiSquared.ts';
import { darkMatterFluxFamily } from './families/darkMatterFlux.ts';
import { forceFieldFamily } from './families/forceField.ts';
import { haloSpectrumFamily } from './families/haloSpectrum.ts';
import { haloSurfaceBrightnessFamily } from './families/haloSurfaceBrightness.ts';
import { kleinNishinaFactorFamily } from './families/kleinNishinaFactor.ts';
import { linearFitFamily } from './families/linearFit.ts';
import { lossesFamily } from './families/losses.ts';
import { lossIntegralsFamily } from './families/lossIntegrals.ts';
import { monoenergeticInverseComptonFamily } from './families/monoenergeticInverseCompton.ts';
import { nonlinearFitFamily } from './families/nonlinearFit.ts';
import { oneZoneFluxFamily } from './families/oneZoneFlux.ts';
import { powerLawInverseComptonFamily } from './families/powerLawInverseCompton.ts';
import { profilesFamily } from './families/profiles.ts';
import { slabFluxFamily } from './families/slabFlux.ts';
import { slabKernelFamily } from './families/slabKernel.ts';
import { twoZoneFluxFamily } from './families/twoZoneFlux.ts';
import { twoZoneGreenFamily } from './families/twoZoneGreen.ts';
import type { Family } from './family.ts';
import { KEYS_ABOUT_TABLE, type ReferenceCase, type ReferenceDocument } from './referenceDocument.ts';

/** Of two families with the same inputs the more specific one stands first. */
export const FAMILIES: readonly Family[] = [
  kleinNishinaFactorFamily,
  lossIntegralsFamily,
  nonlinearFitFamily,
  twoZoneGreenFamily,
  haloSpectrumFamily,
  haloSurfaceBrightnessFamily,
  twoZoneFluxFamily,
  oneZoneFluxFamily,
  profilesFamily,
  slabKernelFamily,
  slabFluxFamily,
  darkMatterFluxFamily,
  monoenergeticInverseComptonFamily,
  powerLawInverseComptonFamily,
  forceFieldFamily,
  lossesFamily,
  chiSquaredFamily,
  linearFitFamily,
  binAverageFamily,
];

/** Keys of a case that say nothing about its family. */
const COMMON_KEYS = ['id', 'parameters', 'note', ...KEYS_ABOUT_TABLE];

function fits(family: Family, referenceCase: ReferenceCase): boolean {
  const inputs = Object.keys(referenceCase).filter(
    (key) => !COMMON_KEYS.includes(key) && !family.outputs.includes(key),
  );
  return (
    inputs.length === family.inputs.length &&
    family.inputs.every((key) => inputs.includes(key)) &&
    family.recognisedBy.every((name) => name in referenceCase.parameters)
  );
}

/**
 * The family of a case, recognised by its inputs alone: the keys beside `parameters` (all that the family has, no other)
 * and the parameters that the family cannot do without. `quantity` and the file's name play no part.
 *
 * @throws {InputError} for a case of no known family, and for one with a parameter that its family does not have
 */
export function familyOf(referenceCase: ReferenceCase, document: ReferenceDocument, file: string): Family {
  const place = `case "${referenceCase.id}" of ${file}`;
  const quantity = `the file's quantity is ${quoteValue(document['quantity'])}`;
  const family = FAMILIES.find((candidate) => fits(candidate, referenceCase));
  if (family === undefined) {
    throw new InputError(
      place,
      `${place} is of no family that this version evaluates (${quantity}); they are ${FAMILIES.map(({ name }) => name).join(', ')}.`,
    );
  }
  const unknown = Object.keys(referenceCase.parameters).find((name) => !family.parameters.includes(name));
  if (unknown !== undefined) {
    throw new InputError(
      place,
      `${place} has the parameter "${unknown}", which the family ${family.name} does not have in this version (${quantity}); correct its spelling or leave the case out.`,
    );
  }
  return family;
}
