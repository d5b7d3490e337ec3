import { CASE_RADIUS_LIMITS_pc, type Family, relative } from '../family.ts';

/** Lambda between a thousandth of a parsec and farther than any halo, squared, pc^2. */
const LAMBDA_LIMITS_pc2 = [1e-6, 1e12] as const;
/** D in the slow zone over D outside; also faster zones. */
const RATIO_LIMITS = [1e-6, 1e6] as const;

/** Green's function of two zones (PHYSICS.md section 6B): a row per distance, a column per Lambda. */
export const twoZoneGreenFamily: Family = {
  name: 'greens-twozone',
  inputs: ['distances_pc', 'Lambda_pc2'],
  recognisedBy: ['D0HaloOverD0', 'haloRadius_pc'],
  parameters: ['D0HaloOverD0', 'haloRadius_pc'],
  outputs: ['values'],
  evaluate(kernel, reader) {
    const ratio = reader.parameterWithin('D0HaloOverD0', RATIO_LIMITS, '');
    const haloRadius = reader.parameterWithin('haloRadius_pc', CASE_RADIUS_LIMITS_pc, 'pc');
    const lambdas = reader.numbersWithin('Lambda_pc2', LAMBDA_LIMITS_pc2, 'pc^2');
    const distances = reader.numbersWithin('distances_pc', CASE_RADIUS_LIMITS_pc, 'pc');
    return {
      values: Array.from(distances, (distance) =>
        Array.from(kernel.twoZoneGreen(distance, haloRadius, ratio, lambdas)),
      ),
    };
  },
  rule: relative(1e-6),
};
