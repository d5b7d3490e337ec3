/** Fluxes from sources in the slab of the Galaxy, remembered: most changes of a scenario leave them as they are. */
import type { Kernel } from '../kernel/kernel.ts';
import type { SlabFlux, SlabSource } from '../kernel/slab.ts';
import type { Losses, Propagation } from '../model/scenario.ts';

/** What a flux depends on: one text, and the long lists apart, which compare faster as numbers. */
interface Remembered {
  readonly circumstances: string;
  readonly density: Float64Array;
  readonly energies_GeV: Float64Array;
  readonly result: SlabFlux;
}

/** A page asks at the energies of its curve and at those of the data, for secondaries and for dark matter. */
const REMEMBERED = 8;
const NO_TABLE = new Float64Array();
const memories = new WeakMap<Kernel, Remembered[]>();

function same(one: Float64Array, other: Float64Array): boolean {
  return one.length === other.length && one.every((value, i) => value === other[i]);
}

/**
 * Interstellar flux at the middle of the slab, GeV^-1 m^-2 s^-1 sr^-1, from a source of half-thickness h, with diffusion of
 * outside the halos; not to be changed by who gets it.
 */
export function slabFlux(
  kernel: Kernel,
  source: SlabSource,
  halfThickness_kpc: number,
  propagation: Propagation,
  losses: Losses,
  energies_GeV: Float64Array,
): SlabFlux {
  const { halo: _halo, solver: _solver, propagator: _propagator, ...outside } = propagation;
  const density = source.kind === 'table' ? source.density_GeV_cm3_s : NO_TABLE;
  const circumstances = JSON.stringify([
    source.kind === 'table' ? [source.firstEnergy_GeV, source.lastEnergy_GeV] : source,
    halfThickness_kpc,
    outside,
    losses,
  ]);
  const memory = memories.get(kernel) ?? [];
  memories.set(kernel, memory);
  const known = memory.find(
    (one) => one.circumstances === circumstances && same(one.energies_GeV, energies_GeV) && same(one.density, density),
  );
  if (known) return known.result;
  kernel.tabulate(losses, propagation);
  const { haloHalfHeight_kpc } = propagation.slab;
  const slab = { discHalfThickness_kpc: halfThickness_kpc, haloHalfHeight_kpc };
  const result = kernel.slab.flux(source, slab, propagation.D0_cm2_s, energies_GeV);
  memory.unshift({ circumstances, density, energies_GeV: energies_GeV.slice(), result });
  memory.splice(REMEMBERED);
  return result;
}
