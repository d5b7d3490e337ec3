/** Many pulsars in one medium: their fluxes by one call, bounds of them, and which of them can be left out. */
import type { Losses, Propagation, PulsarSource } from '../model/scenario.ts';
import { PARSEC_cm } from '../model/units.ts';
import { KernelArray } from './arrays.ts';
import { KernelError } from './kernelError.ts';
import type { KernelExports } from './kernelExports.ts';
import {
  diffusiveLength,
  FLUX_PER_DENSITY,
  haloInKernelUnits,
  historyRequest,
  spectrumNumbers,
  velocityNumber,
} from './sourceNumbers.ts';

/** Sources and energies that one call takes at most. */
const SOURCES_PER_CALL = 64;
const ENERGIES_PER_CALL = 1024;

/** What a population needs of the kernel that it belongs to. */
export interface PopulationHost {
  tabulate(losses: Losses, propagation: Propagation): void;
  positronsPerSpectrum(source: PulsarSource): number;
  naturalLogarithm(x: number): number;
  guarded(call: () => void): void;
  pulsarFlux(
    source: PulsarSource,
    propagation: Propagation,
    losses: Losses,
    energies_GeV: Float64Array,
    options?: { readonly coarse?: boolean },
  ): Float64Array;
}

export interface PopulationOptions {
  /** Whether the coarser quadrature is used, for an estimate of the numerical error. */
  readonly coarse?: boolean;
}

/** Which sources of a list are kept, and what the others can add at most. */
export interface ImportanceCut {
  /** Places in the list, ascending. */
  readonly kept: readonly number[];
  /** Flux of the kept sources at the energies of the cut, GeV^-1 m^-2 s^-1 sr^-1. */
  readonly keptFlux: Float64Array;
  /** Upper bound of the flux of all others, in the same unit. */
  readonly droppedBound: Float64Array;
}

export class Population {
  private readonly exports: KernelExports;
  private readonly host: PopulationHost;
  private readonly energies: KernelArray;
  private readonly sources: KernelArray;
  private readonly each: KernelArray;
  private readonly total: KernelArray;

  constructor(exports: KernelExports, host: PopulationHost) {
    this.exports = exports;
    this.host = host;
    this.energies = new KernelArray(exports, ENERGIES_PER_CALL);
    this.sources = new KernelArray(exports, SOURCES_PER_CALL * exports.SOURCE_NUMBERS.value);
    this.each = new KernelArray(exports, SOURCES_PER_CALL * ENERGIES_PER_CALL);
    this.total = new KernelArray(exports, ENERGIES_PER_CALL);
  }

  /** Interstellar fluxes of positrons, one row per source: each the very numbers of Kernel.pulsarFlux. */
  populationFlux(
    sources: readonly PulsarSource[],
    propagation: Propagation,
    losses: Losses,
    energies_GeV: Float64Array,
    options: PopulationOptions = {},
  ): Float64Array[] {
    const rows = sources.map(() => new Float64Array(energies_GeV.length));
    this.inBlocks(sources, propagation, losses, energies_GeV, options, (first, from, block) => {
      block.forEach((row, k) => {
        rows[first + k]?.set(row, from);
      });
    });
    return rows;
  }

  /** Sum of the interstellar fluxes of all sources, in the order of the list. */
  populationTotal(
    sources: readonly PulsarSource[],
    propagation: Propagation,
    losses: Losses,
    energies_GeV: Float64Array,
    options: PopulationOptions = {},
  ): Float64Array {
    return this.inBlocks(sources, propagation, losses, energies_GeV, options);
  }

  /**
   * Upper bounds of the fluxes, one row per source: an upper Riemann sum over 25 intervals of emission, one to a few times the flux.
   *
   * Valid for one zone and for two zones with the exact Green's function, whatever the velocity, since G falls with distance.
   * Infinity where no bound is known: Juettner propagator, closed form of Tang and Piran, finite volumes.
   */
  fluxBounds(
    sources: readonly PulsarSource[],
    propagation: Propagation,
    losses: Losses,
    energies_GeV: Float64Array,
  ): Float64Array[] {
    const rows = sources.map(() => new Float64Array(energies_GeV.length).fill(Number.POSITIVE_INFINITY));
    if (!hasGreensTable(propagation)) return rows;
    this.host.tabulate(losses, propagation);
    this.setZones(propagation);
    for (let from = 0; from < energies_GeV.length; from += ENERGIES_PER_CALL) {
      const count = this.observe(energies_GeV, from);
      for (let first = 0; first < sources.length; first += SOURCES_PER_CALL) {
        const block = sources.slice(first, first + SOURCES_PER_CALL);
        const at = this.writeSources(block, propagation, false);
        this.host.guarded(() =>
          this.exports.boundPopulationFlux(at, block.length, count, FLUX_PER_DENSITY, this.each.address),
        );
        const bounds = this.each.read(block.length * count);
        block.forEach((_, k) => {
          rows[first + k]?.set(bounds.subarray(k * count, (k + 1) * count), from);
        });
      }
    }
    return rows;
  }

  /**
   * The sources that matter: as few of the largest bounds as it takes for the bound of all others to stay below a fraction of the
   * flux of the kept ones, at every one of the given energies (nothing is promised between them).
   *
   * @param fraction largest ratio of dropped to kept flux, > 0
   */
  importanceCut(
    sources: readonly PulsarSource[],
    propagation: Propagation,
    losses: Losses,
    energies_GeV: Float64Array,
    fraction: number,
  ): ImportanceCut {
    const bounds = this.fluxBounds(sources, propagation, losses, energies_GeV);
    const count = energies_GeV.length;
    const allBounds = new Float64Array(count);
    for (const row of bounds) for (let i = 0; i < count; i++) allBounds[i] = at(allBounds, i) + at(row, i);
    // A source matters as much as it can at the energy where it matters most.
    const importance = bounds.map((row) =>
      row.reduce((most, bound, i) => (bound > 0 ? Math.max(most, bound / at(allBounds, i) || 1) : most), 0),
    );
    const order = sources
      .map((_, k) => k)
      .sort((one, other) => at(importance, other) - at(importance, one) || one - other);
    // What is left when the first k are kept, summed from the least so that nothing is lost to rounding.
    const left = [new Float64Array(count)];
    for (const k of order.toReversed()) {
      left.push((left.at(-1) as Float64Array).map((sum, i) => sum + at(bounds[k] as Float64Array, i)));
    }
    left.reverse();

    const keptFlux = new Float64Array(count);
    let kept = 0;
    const enough = () => keptFlux.every((flux, i) => at(left[kept] as Float64Array, i) <= fraction * flux);
    while (kept < order.length && !enough()) {
      // One wasm call for as many as are sure to be needed, as bounds are at least fluxes.
      const next = order.slice(kept, kept + SOURCES_PER_CALL).map((k) => sources[k] as PulsarSource);
      for (const row of this.populationFlux(next, propagation, losses, energies_GeV)) {
        if (enough()) break;
        row.forEach((flux, i) => {
          keptFlux[i] = at(keptFlux, i) + flux;
        });
        kept++;
      }
    }
    return {
      kept: order.slice(0, kept).sort((one, other) => one - other),
      keptFlux,
      droppedBound: left[kept] as Float64Array,
    };
  }

  /** Computes the fluxes in blocks of sources and energies and hands the rows of each block over, if they are wanted. */
  private inBlocks(
    sources: readonly PulsarSource[],
    propagation: Propagation,
    losses: Losses,
    energies_GeV: Float64Array,
    { coarse = false }: PopulationOptions,
    give?: (first: number, from: number, block: readonly Float64Array[]) => void,
  ): Float64Array {
    const total = new Float64Array(energies_GeV.length);
    if (!isFused(sources, propagation)) {
      sources.forEach((source, k) => {
        const row = this.host.pulsarFlux(source, propagation, losses, energies_GeV, { coarse });
        give?.(k, 0, [row]);
        row.forEach((flux, i) => {
          total[i] = at(total, i) + flux;
        });
      });
      return total;
    }
    this.host.tabulate(losses, propagation);
    this.setZones(propagation);
    for (let from = 0; from < energies_GeV.length; from += ENERGIES_PER_CALL) {
      const count = this.observe(energies_GeV, from);
      this.total.write(new Float64Array(count));
      for (let first = 0; first < sources.length; first += SOURCES_PER_CALL) {
        const block = sources.slice(first, first + SOURCES_PER_CALL);
        const each = give ? this.each.address : 0;
        const address = this.writeSources(block, propagation, coarse);
        this.host.guarded(() =>
          this.exports.addPopulationFlux(
            address,
            block.length,
            count,
            coarse,
            FLUX_PER_DENSITY,
            each,
            this.total.address,
          ),
        );
        if (!give) continue;
        const rows = this.each.read(block.length * count);
        give(
          first,
          from,
          block.map((_, k) => rows.subarray(k * count, (k + 1) * count)),
        );
      }
      total.set(this.total.read(count), from);
    }
    const bad = total.findIndex((flux) => !Number.isFinite(flux));
    if (bad >= 0) throw new KernelError(`the kernel gave ${total[bad]} at argument ${energies_GeV[bad]}`);
    return total;
  }

  private setZones(propagation: Propagation): void {
    const halo = haloInKernelUnits(propagation);
    this.exports.setZones(propagation.D0_cm2_s, halo?.radius ?? 0, halo?.ratio ?? 1);
  }

  private observe(energies_GeV: Float64Array, from: number): number {
    const block = energies_GeV.subarray(from, from + ENERGIES_PER_CALL);
    this.exports.observe(this.energies.write(block), block.length);
    return block.length;
  }

  /** Writes sources as takeSource in assembly/population.ts reads them. @returns their address */
  private writeSources(sources: readonly PulsarSource[], propagation: Propagation, coarse: boolean): number {
    const size = this.exports.SOURCE_NUMBERS.value;
    const numbers = new Float64Array(size * sources.length);
    const halo = haloInKernelUnits(propagation);
    sources.forEach((source, k) => {
      const distance = source.distance_pc * PARSEC_cm;
      const velocity = velocityNumber(source, propagation.halo?.centre === 'pulsar');
      const length = halo ? diffusiveLength(distance, halo) : distance;
      const clock = historyRequest(source, length, propagation.D0_cm2_s, velocity !== 0, coarse);
      const spectrum = spectrumNumbers(source);
      numbers.set(
        [
          Number(clock.burst),
          clock.age,
          clock.delay,
          clock.timescale,
          clock.brakingIndex,
          clock.cutoff,
          clock.maxEnergy,
          clock.kinkEnergy,
          clock.reach,
          Number(clock.moving),
          spectrum.index,
          spectrum.indexAbove,
          this.host.naturalLogarithm(spectrum.pivot),
          spectrum.inverseCutoff,
          distance,
          velocity,
          this.host.positronsPerSpectrum(source),
        ],
        k * size,
      );
    });
    return this.sources.write(numbers);
  }
}

/** Whether the propagation is one of those whose Green's function has a bound. */
function hasGreensTable(propagation: Propagation): boolean {
  return (
    propagation.solver === 'greens' &&
    (propagation.halo ? propagation.halo.greensFunction === 'exact' : propagation.propagator === 'gaussian')
  );
}

/**
 * Whether all sources can be computed by one call; otherwise they are computed one by one. In two zones a pulsar that leaves its
 * halo behind reads a table of its own over the distances from which it emitted.
 */
function isFused(sources: readonly PulsarSource[], propagation: Propagation): boolean {
  if (!hasGreensTable(propagation)) return false;
  const { halo } = propagation;
  return !halo || halo.centre === 'pulsar' || sources.every((source) => source.transverseVelocity_km_s === 0);
}

/** An element that is known to be there. */
const at = (values: ArrayLike<number>, place: number): number => values[place] as number;
