/** Reading of the families about the Galactic slab. */
import type { Kernel } from '../../kernel/kernel.ts';
import type { Slab, SlabSource } from '../../kernel/slab.ts';
import { FLUX_ENERGY_LIMITS_GeV } from '../../model/parameters.ts';
import { LOSSES_NAMES, PROPAGATION_NAMES, scenarioOfCase } from '../caseScenario.ts';
import type { CaseOutputs } from '../family.ts';
import type { CaseReader } from '../referenceDocument.ts';

export const SLAB_CASE_NAMES = [...PROPAGATION_NAMES, ...LOSSES_NAMES, 'haloHalfHeight_kpc'];

/** Heights in the Galaxy, kpc. */
const HEIGHT_LIMITS_kpc = [1e-4, 1e3] as const;

/** The slab of a case, its sources up to the height that `sources` names. */
export function readSlab(reader: CaseReader, sources: string): Slab {
  const haloHalfHeight_kpc = reader.parameterWithin('haloHalfHeight_kpc', HEIGHT_LIMITS_kpc, 'kpc');
  const heights = [HEIGHT_LIMITS_kpc[0], haloHalfHeight_kpc] as const;
  return { haloHalfHeight_kpc, discHalfThickness_kpc: reader.parameterWithin(sources, heights, 'kpc') };
}

/** Interstellar positron flux in the middle of the slab. */
export function slabFlux(kernel: Kernel, reader: CaseReader, source: SlabSource, slab: Slab): CaseOutputs {
  const { propagation, losses } = scenarioOfCase({ propagation: reader.parameters, losses: reader.parameters });
  const energies = reader.energies('energies_GeV', FLUX_ENERGY_LIMITS_GeV);
  kernel.tabulate(losses, propagation);
  return { values: Array.from(kernel.slab.flux(source, slab, propagation.D0_cm2_s, energies).flux) };
}
