import { type Family, relative } from '../family.ts';
import { readSlab } from './slabCase.ts';

const LAMBDA_LIMITS_kpc2 = [1e-12, 1e6] as const;

/** Share of the positrons of a disc that are around its middle after they have diffused by Lambda (PHYSICS.md section 7). */
export const slabKernelFamily: Family = {
  name: 'slab-kernel',
  inputs: ['Lambda_kpc2'],
  recognisedBy: ['discHalfThickness_kpc', 'haloHalfHeight_kpc'],
  parameters: ['discHalfThickness_kpc', 'haloHalfHeight_kpc'],
  outputs: ['values'],
  evaluate(kernel, reader) {
    const slab = readSlab(reader, 'discHalfThickness_kpc');
    return {
      values: Array.from(kernel.slab.kernel(reader.numbersWithin('Lambda_kpc2', LAMBDA_LIMITS_kpc2, 'kpc^2'), slab)),
    };
  },
  rule: relative(1e-6),
};
