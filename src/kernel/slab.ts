/** Positrons from sources that fill the Galactic disc, or a slab around it: secondaries and dark matter. */
import { PARSEC_cm, SPEED_OF_LIGHT_cm_s, SQUARE_METRE_cm2 } from '../model/units.ts';
import { KernelArray } from './arrays.ts';
import { KernelError } from './kernelError.ts';
import type { KernelExports } from './kernelExports.ts';

const BLOCK = 1024;
const KILOPARSEC_cm = 1e3 * PARSEC_cm;

/** A slab |z| < L with absorbing faces, sources in |z| < h <= L, the observer at z = 0. */
export interface Slab {
  readonly discHalfThickness_kpc: number;
  readonly haloHalfHeight_kpc: number;
}

/** What the sources give per volume, time and energy. */
export type SlabSource =
  /** q0 (E/pivot)^-p exp(-E/E_c), for all energies; without cutoff p > 1. */
  | {
      readonly kind: 'power-law';
      readonly coefficient_GeV_cm3_s: number;
      readonly index: number;
      readonly pivot_GeV: number;
      readonly cutoffEnergy_GeV: number | null;
    }
  /** One positron per decay of a muon of this energy (Michel spectrum). */
  | { readonly kind: 'muon-decay'; readonly rate_cm3_s: number; readonly maxEnergy_GeV: number }
  /** Positrons of one energy. */
  | { readonly kind: 'line'; readonly rate_cm3_s: number; readonly energy_GeV: number }
  /** Values > 0 at energies even in ln E, at least four; nothing above the last, and not to be asked below the first. */
  | {
      readonly kind: 'table';
      readonly firstEnergy_GeV: number;
      readonly lastEnergy_GeV: number;
      readonly density_GeV_cm3_s: Float64Array;
    };

/** Flux and the error of its quadrature, GeV^-1 m^-2 s^-1 sr^-1. */
export interface SlabFlux {
  readonly flux: Float64Array;
  readonly error: Float64Array;
}

export class SlabPropagation {
  private readonly exports: KernelExports;
  private readonly input: KernelArray;
  private readonly result: KernelArray;
  private readonly errors: KernelArray;
  private readonly table: KernelArray;

  constructor(exports: KernelExports) {
    this.exports = exports;
    this.input = new KernelArray(exports, BLOCK);
    this.result = new KernelArray(exports, BLOCK);
    this.errors = new KernelArray(exports, BLOCK);
    this.table = new KernelArray(exports, BLOCK);
  }

  /** I(Lambda), the slab kernel. */
  kernel(Lambda_kpc2: Float64Array, slab: Slab): Float64Array {
    const values = new Float64Array(Lambda_kpc2.length);
    for (let from = 0; from < values.length; from += BLOCK) {
      const block = Lambda_kpc2.subarray(from, from + BLOCK);
      const at = this.input.write(block);
      const { discHalfThickness_kpc, haloHalfHeight_kpc } = slab;
      this.exports.slabKernels(at, block.length, discHalfThickness_kpc, haloHalfHeight_kpc, this.result.address);
      values.set(this.result.read(block.length), from);
    }
    return values;
  }

  /**
   * Interstellar flux of positrons at z = 0, Phi = c/(4 pi) N, with the losses and the shape of D that are tabulated.
   *
   * @throws {KernelError} for a source or an energy that the kernel cannot take
   */
  flux(source: SlabSource, slab: Slab, D0_cm2_s: number, energies_GeV: Float64Array): SlabFlux {
    const { discHalfThickness_kpc, haloHalfHeight_kpc } = slab;
    if (!(discHalfThickness_kpc > 0 && discHalfThickness_kpc <= haloHalfHeight_kpc)) {
      throw new KernelError(
        `a disc of half-thickness ${discHalfThickness_kpc} kpc does not fit in a slab of half-height ${haloHalfHeight_kpc} kpc`,
      );
    }
    this.setSource(source, energies_GeV);
    const factor = (SPEED_OF_LIGHT_cm_s * SQUARE_METRE_cm2) / (4 * Math.PI);
    const flux = new Float64Array(energies_GeV.length);
    const error = new Float64Array(energies_GeV.length);
    for (let from = 0; from < flux.length; from += BLOCK) {
      const block = energies_GeV.subarray(from, from + BLOCK);
      this.exports.slabDensities(
        this.input.write(block),
        block.length,
        D0_cm2_s,
        discHalfThickness_kpc * KILOPARSEC_cm,
        haloHalfHeight_kpc * KILOPARSEC_cm,
        this.result.address,
        this.errors.address,
      );
      flux.set(
        this.result.read(block.length).map((density) => factor * density),
        from,
      );
      error.set(
        this.errors.read(block.length).map((density) => factor * density),
        from,
      );
    }
    const bad = flux.findIndex((value) => !Number.isFinite(value));
    if (bad >= 0) throw new KernelError(`the slab gave ${flux[bad]} at ${energies_GeV[bad]} GeV`);
    return { flux, error };
  }

  private setSource(source: SlabSource, energies_GeV: Float64Array): void {
    switch (source.kind) {
      case 'power-law': {
        const { coefficient_GeV_cm3_s, index, pivot_GeV, cutoffEnergy_GeV } = source;
        if (cutoffEnergy_GeV === null && !(index > 1)) {
          throw new KernelError(
            `a power-law source of index ${index} without cutoff has no end; the index must exceed 1`,
          );
        }
        const inverseCutoff = cutoffEnergy_GeV === null ? 0 : 1 / cutoffEnergy_GeV;
        this.exports.setPowerLawSource(coefficient_GeV_cm3_s, index, pivot_GeV, inverseCutoff);
        return;
      }
      case 'muon-decay':
        this.exports.setMichelSource(source.rate_cm3_s, source.maxEnergy_GeV);
        return;
      case 'line':
        this.exports.setLineSource(source.rate_cm3_s, source.energy_GeV);
        return;
      case 'table': {
        const { firstEnergy_GeV, lastEnergy_GeV, density_GeV_cm3_s } = source;
        const size = density_GeV_cm3_s.length;
        if (size < 4 || size > BLOCK)
          throw new KernelError(`a source table has ${size} values; 4 to ${BLOCK} are allowed`);
        if (!density_GeV_cm3_s.every((density) => density > 0))
          throw new KernelError('a source table holds only values > 0');
        const below = energies_GeV.find((energy) => energy < firstEnergy_GeV);
        if (below !== undefined)
          throw new KernelError(`the source table begins at ${firstEnergy_GeV} GeV, above ${below} GeV`);
        const { naturalLogarithm } = this.exports;
        const first = naturalLogarithm(firstEnergy_GeV);
        const step = (naturalLogarithm(lastEnergy_GeV) - first) / (size - 1);
        const values = this.table.write(density_GeV_cm3_s.map((density) => naturalLogarithm(density)));
        this.exports.setTabulatedSource(values, size, first, step);
      }
    }
  }
}
