/**
 * Secondary positrons: cosmic-ray protons and helium nuclei on the gas of the disc,
 *   q(E) = n_H epsilon_H(E) + n_He epsilon_He(E),   epsilon_j = 4 pi sum_i int dT Phi_i(T) dsigma_ij/dE,   i = p, He,
 * propagated in the slab of the Galaxy with the diffusion of outside and the losses of the scenario.
 *
 * The emissivities per atom come from a table, made by scripts/secondaries from AAfrag 2.02 cross sections (arXiv:2206.00998)
 * and measured spectra of protons and helium.
 */
import { type PositronEmissivity, positronEmissivity } from '../data/positronEmissivity.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { SlabFlux, SlabSource } from '../kernel/slab.ts';
import type { Losses, Propagation, SecondariesBackground } from '../model/scenario.ts';
import { slabFlux } from './slabFlux.ts';

/** What makes secondaries; the normalisation is left to the caller. */
export type SecondarySources = Pick<
  SecondariesBackground,
  'primarySpectra' | 'hydrogenDensity_per_cm3' | 'heliumDensity_per_cm3'
>;

/** Beyond the table its last steps go on, up to here: above the energies that can be asked for [GeV]. */
const CONTINUED_TO_GeV = 1e8;
/** Steps of the table whose mean slope is continued. */
const CONTINUED_FROM = 5;

const emissivities = new Map<SecondarySources['primarySpectra'], PositronEmissivity>();

/** The table, parsed once. */
function emissivityOf(primarySpectra: SecondarySources['primarySpectra']): PositronEmissivity {
  const known = emissivities.get(primarySpectra) ?? positronEmissivity(primarySpectra);
  emissivities.set(primarySpectra, known);
  return known;
}

/**
 * q(E) [GeV^-1 cm^-3 s^-1] as a source for the slab, from 0.04 GeV; above 63 TeV it is continued as a power law.
 *
 * @returns null where there is no gas
 */
export function secondarySource(kernel: Kernel, sources: SecondarySources): (SlabSource & { kind: 'table' }) | null {
  const { primarySpectra, hydrogenDensity_per_cm3, heliumDensity_per_cm3 } = sources;
  if (!(hydrogenDensity_per_cm3 > 0 || heliumDensity_per_cm3 > 0)) return null;
  const { firstEnergy_GeV, lastEnergy_GeV, logOfHydrogen, logOfHelium } = emissivityOf(primarySpectra);
  const perHelium = kernel.exponential(logOfHelium);
  const tabulated = kernel
    .exponential(logOfHydrogen)
    .map((value, i) => hydrogenDensity_per_cm3 * value + heliumDensity_per_cm3 * (perHelium[i] as number));
  const size = tabulated.length;
  const first = kernel.naturalLogarithm(firstEnergy_GeV);
  const last = kernel.naturalLogarithm(lastEnergy_GeV);
  const step = (last - first) / (size - 1);
  const logarithms = Float64Array.from(tabulated.slice(-CONTINUED_FROM - 1), (value) => kernel.naturalLogarithm(value));
  const end = logarithms.at(-1) as number;
  const rise = (end - (logarithms[0] as number)) / CONTINUED_FROM;
  const more = Math.ceil((kernel.naturalLogarithm(CONTINUED_TO_GeV) - last) / step);
  const beyond = kernel.exponential(Float64Array.from({ length: more }, (_, i) => end + (i + 1) * rise));
  return {
    kind: 'table',
    firstEnergy_GeV,
    lastEnergy_GeV: kernel.exponential(Float64Array.of(last + more * step))[0] as number,
    density_GeV_cm3_s: Float64Array.of(...tabulated, ...beyond),
  };
}

/**
 * Interstellar flux of secondary positrons and the error of its quadrature, GeV^-1 m^-2 s^-1 sr^-1, with normalisation 1.
 *
 * @param propagation its diffusion outside of halos, and its slab
 * @param energies_GeV 0.05 GeV or more
 */
export function secondaryFlux(
  kernel: Kernel,
  sources: SecondarySources,
  propagation: Propagation,
  losses: Losses,
  energies_GeV: Float64Array,
): SlabFlux {
  const source = secondarySource(kernel, sources);
  if (!source) return { flux: new Float64Array(energies_GeV.length), error: new Float64Array(energies_GeV.length) };
  return slabFlux(kernel, source, propagation.slab.discHalfThickness_kpc, propagation, losses, energies_GeV);
}
