/** The kernel as the rest of the program sees it: typed calls in the units of people, memory kept out of sight. */

import type { Losses, Propagation, PulsarSource } from '../model/scenario.ts';
import { ERG_GeV, KILOYEAR_s, MEGAVOLT_GeV, PARSEC_cm } from '../model/units.ts';
import { KernelArray } from './arrays.ts';
import { HistoryStore } from './histories.ts';
import { KernelError } from './kernelError.ts';
import { instantiateKernel, type KernelExports } from './kernelExports.ts';
import { Medium, radiationComponents } from './medium.ts';
import { Population } from './population.ts';
import { Radiation } from './radiation.ts';
import { SlabPropagation } from './slab.ts';
import {
  diffusiveLength,
  FLUX_PER_DENSITY,
  haloInKernelUnits,
  historyRequest,
  spectrumNumbers,
  velocityNumber,
} from './sourceNumbers.ts';
import { DEFAULT_TRANSPORT_GRID, TransportSolver } from './transport.ts';

/** Energies that one call takes at most; longer lists are worked off in blocks. */
const BLOCK = 1024;

/** Relative error that the interpolation of the tables can leave in a flux. */
const TABLE_ERROR = 2e-7;
/** Relative error of the finite volumes that half the grid may not show. */
const FINITE_VOLUME_ERROR = 3e-4;
/** A distance so small that even the latest emission reaches it: for counting positrons wherever they are. */
const NOWHERE_FAR_cm = 1e-3 * PARSEC_cm;

/** Makes a kernel of its own from a compiled module; two kernels share nothing. */
export async function loadKernel(module: WebAssembly.Module): Promise<Kernel> {
  return new Kernel(await instantiateKernel(module));
}

/** What positrons move through, and how finely that is computed. */
interface MediumChoice {
  readonly propagation: Propagation;
  readonly losses: Losses;
  readonly coarse: boolean;
}

export class Kernel {
  private readonly exports: KernelExports;
  private readonly first: KernelArray;
  private readonly second: KernelArray;
  private readonly result: KernelArray;
  private readonly secondResult: KernelArray;
  private readonly histories: HistoryStore;
  private readonly medium: Medium;
  /** Inverse Compton radiation and the line of sight; `tabulate` first. */
  readonly radiation: Radiation;
  /** Propagation in a slab; `tabulate` first. */
  readonly slab: SlabPropagation;
  /** Finite volumes in r, E, t; `tabulate` first. */
  readonly transport: TransportSolver;
  /** Many pulsars in one medium. */
  readonly population: Population;
  private lastSpectrum: readonly number[] = [];
  private lastInjectedEnergy = Number.NaN;
  private trap: WebAssembly.RuntimeError | null = null;

  constructor(exports: KernelExports) {
    this.exports = exports;
    this.first = new KernelArray(exports, BLOCK);
    this.second = new KernelArray(exports, BLOCK);
    this.result = new KernelArray(exports, BLOCK);
    this.secondResult = new KernelArray(exports, BLOCK);
    this.histories = new HistoryStore(exports);
    this.medium = new Medium(exports);
    this.radiation = new Radiation(exports);
    this.slab = new SlabPropagation(exports);
    this.transport = new TransportSolver(exports);
    this.population = new Population(exports, this);
  }

  /** f_KN(x), the Klein-Nishina suppression of inverse Compton losses on photons of one energy. */
  kleinNishinaFactor(x: Float64Array): Float64Array {
    return this.inBlocks(x, (block) =>
      this.exports.kleinNishinaFactors(block.address, block.count, this.result.address),
    );
  }

  /** b(E) in GeV/s: total, and each part where losses have parts (synchrotron, then the radiation field's components). */
  lossRate(
    losses: Losses,
    energies_GeV: Float64Array,
  ): { total: Float64Array; components: { name: string; rate: Float64Array }[] } {
    this.medium.setLosses(losses);
    const total = this.inBlocks(energies_GeV, ({ address, count }) =>
      this.exports.lossRates(address, count, this.result.address),
    );
    if (losses.model === 'thomson') return { total, components: [] };
    const names = ['synchrotron', ...radiationComponents(losses).map(({ name }) => name)];
    const components = names.map((name, index) => ({
      name,
      rate: this.inBlocks(energies_GeV, ({ address, count }) =>
        this.exports.componentLossRates(index - 1, address, count, this.result.address),
      ),
    }));
    return { total, components };
  }

  /** D(E) in cm^2/s. */
  diffusionCoefficient(propagation: Propagation, energies_GeV: Float64Array): Float64Array {
    this.medium.setShape(propagation);
    return this.inBlocks(energies_GeV, ({ address, count }) =>
      this.exports.diffusionShapes(address, count, this.result.address),
    ).map((shape) => shape * propagation.D0_cm2_s);
  }

  /** t_loss(E, Es) in s and Lambda(E, Es) in cm^2, pair by pair; Es >= E. */
  lossIntegrals(
    losses: Losses,
    propagation: Propagation,
    energies_GeV: Float64Array,
    sourceEnergies_GeV: Float64Array,
  ): { lossTime_s: Float64Array; Lambda_cm2: Float64Array } {
    this.medium.setLosses(losses);
    this.medium.setShape(propagation);
    const Lambda_cm2 = new Float64Array(energies_GeV.length);
    const lossTime_s = this.inBlocks(energies_GeV, ({ address, count, from }) => {
      const sources = this.second.write(sourceEnergies_GeV.subarray(from, from + count));
      this.exports.lossIntegrals(address, sources, count, this.result.address, this.secondResult.address);
      Lambda_cm2.set(
        this.secondResult.read(count).map((time) => time * propagation.D0_cm2_s),
        from,
      );
    });
    return { lossTime_s, Lambda_cm2 };
  }

  /**
   * Interstellar flux of positrons (half of the pairs) from one pulsar, GeV^-1 m^-2 s^-1 sr^-1: Phi = c/(4 pi) N at the
   * distance of the Earth.
   */
  pulsarFlux(
    source: PulsarSource,
    propagation: Propagation,
    losses: Losses,
    energies_GeV: Float64Array,
    options: { readonly coarse?: boolean } = {},
  ): Float64Array {
    const medium = { propagation, losses, coarse: options.coarse ?? false };
    const density =
      propagation.solver === 'finite-volume'
        ? this.steppedDensity(source, medium, energies_GeV)
        : this.positronDensity(source, medium, energies_GeV, source.distance_pc * PARSEC_cm);
    return density.map((number) => number * FLUX_PER_DENSITY);
  }

  /**
   * Estimate of the numerical error of pulsarFlux, in its unit: the difference to a coarser quadrature or grid, which is larger
   * than the error of the finer one wherever both converge, and the interpolation of the tables.
   */
  pulsarFluxError(
    source: PulsarSource,
    propagation: Propagation,
    losses: Losses,
    energies_GeV: Float64Array,
    flux: Float64Array,
  ): Float64Array {
    const coarse = this.pulsarFlux(source, propagation, losses, energies_GeV, { coarse: true });
    return this.differenceError(propagation, flux, coarse);
  }

  /** The same estimate from a flux and its coarser computation. */
  differenceError(propagation: Propagation, flux: Float64Array, coarse: Float64Array): Float64Array {
    const least = propagation.solver === 'finite-volume' ? FINITE_VOLUME_ERROR : TABLE_ERROR;
    return flux.map((fine, i) => Math.abs(fine - (coarse[i] as number)) + least * fine);
  }

  /** Density of positrons around one pulsar at rest, GeV^-1 cm^-3: one row per energy, one column per radius. */
  pulsarProfile(
    source: PulsarSource,
    propagation: Propagation,
    losses: Losses,
    energies_GeV: Float64Array,
    radii_pc: Float64Array,
  ): Float64Array[] {
    const medium = { propagation, losses, coarse: false };
    const columns = Array.from(radii_pc, (radius) =>
      this.positronDensity({ ...source, transverseVelocity_km_s: 0 }, medium, energies_GeV, radius * PARSEC_cm),
    );
    return Array.from(energies_GeV, (_, i) => Float64Array.from(columns, (column) => column[i] as number));
  }

  /** All positrons of one pulsar that have not cooled away, GeV^-1: the volume integral of the profile. */
  pulsarNumber(
    source: PulsarSource,
    propagation: Propagation,
    losses: Losses,
    energies_GeV: Float64Array,
  ): Float64Array {
    return this.positronDensity(source, { propagation, losses, coarse: false }, energies_GeV, null);
  }

  /** N(E) at the Earth by finite volumes in r, E, t, GeV^-1 cm^-3; coarse halves the numbers of shells and of time steps. */
  private steppedDensity(source: PulsarSource, medium: MediumChoice, energies_GeV: Float64Array): Float64Array {
    const { propagation, losses, coarse } = medium;
    const { halo } = propagation;
    const { tableEnergies_GeV } = this.transport;
    const inside = halo && { ...propagation, D0_cm2_s: halo.D0_cm2_s, delta: halo.delta ?? propagation.delta };
    const zone = halo &&
      inside && {
        diffusion_cm2_s: this.diffusionCoefficient(inside, tableEnergies_GeV),
        radius_pc: halo.radius_pc,
        edgeWidth_pc: halo.edgeWidth_pc,
        begin_kyr: halo.beginTime_kyr,
        end_kyr: halo.endTime_kyr,
      };
    const diffusion_cm2_s = this.diffusionCoefficient(propagation, tableEnergies_GeV);
    // Last, since asking for D changes the shape in force.
    this.tabulate(losses, propagation);
    const { shells, steps } = DEFAULT_TRANSPORT_GRID;
    const density = new Float64Array(energies_GeV.length);
    for (let from = 0; from < density.length; from += BLOCK) {
      const { snapshots } = this.transport.solve({
        source,
        factor: this.positronsPerSpectrum(source),
        diffusion_cm2_s,
        zone,
        energies_GeV: energies_GeV.subarray(from, from + BLOCK),
        shells: coarse ? shells / 2 : shells,
        steps: coarse ? steps / 2 : steps,
      });
      snapshots[0]?.profiles.forEach((row, i) => {
        density[from + i] = row[0] as number;
      });
    }
    return density;
  }

  /** Positrons released, or released per time at birth, over the injected spectrum S(E). */
  positronsPerSpectrum(source: PulsarSource): number {
    const spinDown = this.spinDown(source);
    const released = source.injection === 'burst' ? spinDown.energy_GeV : spinDown.initialPower_GeV_s;
    return (0.5 * source.efficiency * released) / this.injectedEnergy(source);
  }

  /**
   * N(E, r) = int dt0 [b(Es)/b(E)] Q/2 G(r_s(t0), Lambda), GeV^-1 cm^-3, with the Green's function of uniform diffusion or of
   * a halo around the place of emission; with G = 1, the number of positrons anywhere, GeV^-1.
   *
   * @param distance r today, cm; null for anywhere
   */
  private positronDensity(
    source: PulsarSource,
    medium: MediumChoice,
    energies_GeV: Float64Array,
    distance: number | null,
  ): Float64Array {
    const { propagation, losses, coarse } = medium;
    this.tabulate(losses, propagation);
    const factor = this.positronsPerSpectrum(source);
    const { index, indexAbove, pivot, inverseCutoff } = spectrumNumbers(source);
    const spectrum = [index, indexAbove, this.exports.naturalLogarithm(pivot), inverseCutoff] as const;
    const diffusion = propagation.D0_cm2_s;
    const halo = haloInKernelUnits(propagation);
    const velocity = velocityNumber(source, propagation.halo?.centre === 'pulsar');
    const form = halo ? halo.form : propagation.propagator === 'juettner' ? 'juettner' : null;
    const length = distance === null ? NOWHERE_FAR_cm : halo ? diffusiveLength(distance, halo) : distance;
    const request = historyRequest(source, length, diffusion, velocity !== 0, coarse);
    return this.inBlocks(energies_GeV, ({ count, from }) => {
      const history = this.histories.find(request, energies_GeV.subarray(from, from + count));
      const { lengths, columns, logGreens } = history;
      const result = this.result.address;
      if (distance === null) {
        this.histories.fillUnity(history);
        this.exports.sumHistoriesWithGreens(lengths, columns, logGreens, count, ...spectrum, factor, result);
      } else if (form) {
        const haloRadius = halo?.radius ?? Infinity;
        const ratio = halo?.ratio ?? 1;
        this.histories.fillGreens(history, { form, distance, velocity, diffusion, haloRadius, ratio });
        this.exports.sumHistoriesWithGreens(lengths, columns, logGreens, count, ...spectrum, factor, result);
      } else {
        this.exports.sumOneZoneHistories(
          lengths,
          columns,
          count,
          ...spectrum,
          distance,
          velocity,
          diffusion,
          factor,
          result,
        );
      }
    });
  }

  /** G(r, Lambda) of two zones at many Lambda; lengths in any one unit, G in its inverse cube. */
  twoZoneGreen(radius: number, haloRadius: number, ratio: number, lambdas: Float64Array): Float64Array {
    return this.inBlocks(lambdas, ({ address, count }) =>
      this.exports.twoZoneGreens(radius, haloRadius, ratio, address, count, this.result.address),
    );
  }

  /** Spin-down power at birth (GeV/s), total energy W0 (GeV) and energy lost so far (GeV) of a pulsar. */
  spinDown(source: PulsarSource): { initialPower_GeV_s: number; energy_GeV: number; lostSinceBirth_GeV: number } {
    const { brakingIndex, age_kyr, spinDownTimescale_kyr } = source;
    const growth = this.exports.power(1 + age_kyr / spinDownTimescale_kyr, (brakingIndex + 1) / (brakingIndex - 1));
    const initialPower_GeV_s = source.spinDownLuminosity_erg_s * ERG_GeV * growth;
    const scale = initialPower_GeV_s * spinDownTimescale_kyr * KILOYEAR_s;
    return {
      initialPower_GeV_s,
      energy_GeV: (scale * (brakingIndex - 1)) / 2,
      lostSinceBirth_GeV: scale * this.exports.spinDownEnergyLost(age_kyr, spinDownTimescale_kyr, brakingIndex),
    };
  }

  /** coefficient (E/pivot)^-index exp(-E inverseCutoff). */
  powerLaw(
    coefficient: number,
    index: number,
    pivot_GeV: number,
    energies_GeV: Float64Array,
    inverseCutoff_per_GeV = 0,
  ): Float64Array {
    return this.inBlocks(energies_GeV, ({ address, count }) =>
      this.exports.powerLaw(coefficient, index, pivot_GeV, inverseCutoff_per_GeV, address, count, this.result.address),
    );
  }

  /** Interstellar energies T + phi that belong to energies T at Earth, and the force-field factor of the flux. */
  modulation(potential_MV: number, energies_GeV: Float64Array): { energies_GeV: Float64Array; factor: Float64Array } {
    const potential = potential_MV * MEGAVOLT_GeV;
    return {
      energies_GeV: energies_GeV.map((energy) => energy + potential),
      factor: this.inBlocks(energies_GeV, ({ address, count }) =>
        this.exports.forceFieldFactors(potential, address, count, this.result.address),
      ),
    };
  }

  /** Upper tail of the chi-squared distribution. */
  chiSquaredSurvival(chi2: number, degreesOfFreedom: number): number {
    return this.exports.chiSquaredSurvival(chi2, degreesOfFreedom);
  }

  /** Memory of this kernel, which never grows. */
  get memoryBytes(): number {
    return this.exports.memory.buffer.byteLength;
  }

  /** ln x, the same in every engine. */
  naturalLogarithm(x: number): number {
    return this.exports.naturalLogarithm(x);
  }

  /** e^x, the same in every engine. */
  exponential(x: Float64Array): Float64Array {
    return this.inBlocks(x, ({ address, count }) => this.exports.exponentials(address, count, this.result.address));
  }

  /** int E S dE of the injected spectrum; the number of pairs is the energy released over it. */
  private injectedEnergy(source: PulsarSource): number {
    const { index, indexAbove, pivot, inverseCutoff } = spectrumNumbers(source);
    const numbers = [
      index,
      indexAbove,
      pivot,
      inverseCutoff,
      source.minEnergy_GeV,
      source.maxEnergy_GeV ?? Infinity,
    ] as const;
    // The pulsars of a population share their spectrum.
    if (!numbers.every((number, i) => number === this.lastSpectrum[i])) {
      this.lastSpectrum = numbers;
      this.lastInjectedEnergy = this.exports.injectedEnergy(...numbers);
    }
    return this.lastInjectedEnergy;
  }

  /** Puts losses and the shape of D in force, with the tables of their integrals. */
  tabulate(losses: Losses, propagation: Propagation): void {
    if (this.medium.tabulate(losses, propagation)) this.histories.clear();
  }

  /** Throws what a trap threw: after one the memory cannot be trusted, and the kernel must be thrown away. */
  assertIntact(): void {
    if (this.trap) throw this.trap;
  }

  /** Runs a call into the kernel and remembers if it ends in a trap. */
  guarded(call: () => void): void {
    this.assertIntact();
    try {
      call();
    } catch (error) {
      if (error instanceof WebAssembly.RuntimeError) this.trap = error;
      throw error;
    }
  }

  /** Runs a call on blocks of the input; the call leaves its numbers in `result`. */
  private inBlocks(
    input: Float64Array,
    call: (block: { address: number; count: number; from: number }) => void,
  ): Float64Array {
    const output = new Float64Array(input.length);
    for (let from = 0; from < input.length; from += BLOCK) {
      const block = input.subarray(from, from + BLOCK);
      this.guarded(() => call({ address: this.first.write(block), count: block.length, from }));
      output.set(this.result.read(block.length), from);
    }
    const bad = output.findIndex((value) => !Number.isFinite(value));
    if (bad >= 0) throw new KernelError(`the kernel gave ${output[bad]} at argument ${input[bad]}`);
    return output;
  }
}
