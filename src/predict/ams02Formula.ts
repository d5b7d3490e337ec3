/**
 * The function that the AMS collaboration fitted to its positrons,
 *   Phi(E) = (E/Ê)^2 [ C_d (Ê/E_1)^(-gamma_d) + C_s (Ê/E_2)^(-gamma_s) exp(-Ê/E_s) ],   Ê = E + phi,
 * E_1 = 7 GeV, E_2 = 60 GeV. The paper writes the signs into the indices.
 *
 * Ref: Aguilar et al. (AMS), PRL 122, 041102 (2019).
 */
import type { Kernel } from '../kernel/kernel.ts';
import { ams02FitFunctionBlock } from '../model/declaration/ams02FitFunction.ts';
import type { Ams02FitFunctionSource } from '../model/scenario.ts';

const DIFFUSE_PIVOT_GeV = 7;
const SOURCE_PIVOT_GeV = 60;
const TEV_GeV = 1000;

/** C_d and gamma_d as published. */
export const PUBLISHED_DIFFUSE_TERM = {
  coefficient: ams02FitFunctionBlock.diffuseCoefficient.default,
  index: ams02FitFunctionBlock.diffuseIndex.default,
} as const;

/** C_d (Ê/7 GeV)^(-gamma_d), GeV^-1 m^-2 s^-1 sr^-1. */
export function ams02DiffuseTerm(
  kernel: Kernel,
  coefficient: number,
  index: number,
  energies_GeV: Float64Array,
): Float64Array {
  return kernel.powerLaw(coefficient, index, DIFFUSE_PIVOT_GeV, energies_GeV);
}

/** C_s (Ê/60 GeV)^(-gamma_s) exp(-Ê/E_s), GeV^-1 m^-2 s^-1 sr^-1. */
export function ams02SourceTerm(
  kernel: Kernel,
  source: Ams02FitFunctionSource,
  energies_GeV: Float64Array,
): Float64Array {
  const inverseCutoff_per_GeV = source.inverseCutoff_per_TeV / TEV_GeV;
  return kernel.powerLaw(
    source.sourceCoefficient,
    source.sourceIndex,
    SOURCE_PIVOT_GeV,
    energies_GeV,
    inverseCutoff_per_GeV,
  );
}
