import type { DarkMatter } from '../../model/scenario.ts';
import { darkMatterSource } from '../../predict/darkMatter.ts';
import { type Family, spectrum } from '../family.ts';
import type { CaseReader } from '../referenceDocument.ts';
import { readSlab, SLAB_CASE_NAMES, slabFlux } from './slabCase.ts';

const MASS_LIMITS_GeV = [0.5, 1e7] as const;
const DENSITY_LIMITS_GeV_cm3 = [0, 1e6] as const;
const CROSS_SECTION_LIMITS_cm3_s = [0, 1e-10] as const;
const LIFETIME_LIMITS_s = [1e10, 1e40] as const;

function readProcess(reader: CaseReader): Pick<DarkMatter, 'process' | 'crossSection_cm3_s' | 'lifetime_s'> {
  const process = reader.choice('mode', ['annihilation', 'decay']);
  const unused = process === 'annihilation' ? 'lifetime_s' : 'crossSection_cm3_s';
  if (reader.parameters[unused] !== undefined)
    reader.refuse(`parameters.${unused}`, reader.parameters[unused], `left out for mode "${process}"`);
  const value = (name: string, limits: readonly [number, number], unit: string, used: boolean): number | null =>
    used ? reader.parameterWithin(name, limits, unit) : null;
  return {
    process,
    crossSection_cm3_s: value('crossSection_cm3_s', CROSS_SECTION_LIMITS_cm3_s, 'cm^3/s', process === 'annihilation'),
    lifetime_s: value('lifetime_s', LIFETIME_LIMITS_s, 's', process === 'decay'),
  };
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
    const source = darkMatterSource(kernel, {
      mass_GeV: reader.parameterWithin('mass_GeV', MASS_LIMITS_GeV, 'GeV'),
      channel: reader.choice('channel', ['e+e-', 'mu+mu-']),
      localDensity_GeV_cm3: reader.parameterWithin('localDensity_GeV_cm3', DENSITY_LIMITS_GeV_cm3, 'GeV/cm^3'),
      ...readProcess(reader),
      spectrum: null,
    });
    return slabFlux(kernel, reader, source, readSlab(reader, 'sourceHalfThickness_kpc'));
  },
  rule: spectrum(1e-4),
};
