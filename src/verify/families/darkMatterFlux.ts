import { type DarkMatter, darkMatterSource } from '../../kernel/slab.ts';
import { type Family, spectrum } from '../family.ts';
import type { CaseReader } from '../referenceDocument.ts';
import { readSlab, SLAB_CASE_NAMES, slabFlux } from './slabCase.ts';

const MASS_LIMITS_GeV = [0.5, 1e7] as const;
const DENSITY_LIMITS_GeV_cm3 = [0, 1e6] as const;
const CROSS_SECTION_LIMITS_cm3_s = [0, 1e-10] as const;
const LIFETIME_LIMITS_s = [1e10, 1e40] as const;

function readProcess(reader: CaseReader): DarkMatter['process'] {
  const mode = reader.choice('mode', ['annihilation', 'decay']);
  const unused = mode === 'annihilation' ? 'lifetime_s' : 'crossSection_cm3_s';
  if (reader.parameters[unused] !== undefined)
    reader.refuse(`parameters.${unused}`, reader.parameters[unused], `left out for mode "${mode}"`);
  return mode === 'annihilation'
    ? { mode, crossSection_cm3_s: reader.parameterWithin('crossSection_cm3_s', CROSS_SECTION_LIMITS_cm3_s, 'cm^3/s') }
    : { mode, lifetime_s: reader.parameterWithin('lifetime_s', LIFETIME_LIMITS_s, 's') };
}

/** Positrons from dark matter around us (PHYSICS.md section 10). */
export const darkMatterFluxFamily: Family = {
  name: 'flux-darkmatter',
  inputs: ['energies_GeV'],
  recognisedBy: ['mass_GeV', 'haloHalfHeight_kpc', 'losses'],
  parameters: [
    ...SLAB_CASE_NAMES,
    'mass_GeV',
    'mode',
    'channel',
    'localDensity_GeV_cm3',
    'sourceHalfThickness_kpc',
    'crossSection_cm3_s',
    'lifetime_s',
  ],
  outputs: ['values'],
  evaluate(kernel, reader) {
    const source = darkMatterSource({
      mass_GeV: reader.parameterWithin('mass_GeV', MASS_LIMITS_GeV, 'GeV'),
      channel: reader.choice('channel', ['e+e-', 'mu+mu-']),
      localDensity_GeV_cm3: reader.parameterWithin('localDensity_GeV_cm3', DENSITY_LIMITS_GeV_cm3, 'GeV/cm^3'),
      process: readProcess(reader),
    });
    return slabFlux(kernel, reader, source, readSlab(reader, 'sourceHalfThickness_kpc'));
  },
  rule: spectrum(1e-4),
};
