import { type Family, profile } from '../family.ts';
import { emittingHalo, HALO_CASE_NAMES, HALO_PHOTON_LIMITS_GeV, rangeOf, readHaloCase } from './haloCase.ts';

const ANGLE_LIMITS_deg = [1e-3, 180] as const;
const TEV_GeV = 1e3;
const DEGREE = Math.PI / 180;

/** Surface brightness of a halo, and its energy flux per solid angle in a band (PHYSICS.md section 9). */
export const haloSurfaceBrightnessFamily: Family = {
  name: 'halo-surface-brightness',
  inputs: ['angles_deg', 'energies_GeV', 'bandEnergies_GeV'],
  recognisedBy: ['distance_pc', 'radiating'],
  parameters: HALO_CASE_NAMES,
  outputs: ['values', 'bandValues_TeV_cm2_s_deg2'],
  outputAfter: { values: 'energies_GeV' },
  evaluate(kernel, reader) {
    const halo = readHaloCase(reader);
    const angles = reader.numbersWithin('angles_deg', ANGLE_LIMITS_deg, 'deg');
    const photons = reader.energies('energies_GeV', HALO_PHOTON_LIMITS_GeV);
    const band = reader.energies('bandEnergies_GeV', HALO_PHOTON_LIMITS_GeV, 2);
    const [from, to] = band as unknown as [number, number];
    if (!(from < to)) reader.refuse('bandEnergies_GeV[1]', to, `above ${from} GeV, the lower end of the band`);
    const range = rangeOf(Float64Array.of(...photons, from, to));
    const { grid, emissivity, bandEmissivity } = emittingHalo(kernel, halo, range, Math.min(...angles));
    const brightness = kernel.radiation.surfaceBrightness(grid, emissivity(photons), angles, null);
    const power = kernel.radiation.surfaceBrightness(grid, bandEmissivity([from, to]), angles, null);
    return {
      values: Array.from(photons, (_, k) =>
        Array.from(brightness.subarray(k * angles.length, (k + 1) * angles.length)),
      ),
      bandValues_TeV_cm2_s_deg2: Array.from(power, (value) => (value / TEV_GeV) * DEGREE * DEGREE),
    };
  },
  rule: profile(1e-3),
};
