/** The kernel as the rest of the program sees it: typed calls in the units of people, memory kept out of sight. */

import { RADIATION_FIELDS, type RadiationComponent } from '../model/radiationFields.ts';
import type { Losses, Propagation, PulsarSource } from '../model/scenario.ts';
import {
  ERG_GeV,
  KILOMETRE_PER_SECOND_cm_s,
  KILOYEAR_s,
  MEGAVOLT_GeV,
  MICROGAUSS_G,
  PARSEC_cm,
  SPEED_OF_LIGHT_cm_s,
  SQUARE_METRE_cm2,
} from '../model/units.ts';
import { KernelArray } from './arrays.ts';
import { HistoryStore } from './histories.ts';
import { KernelError } from './kernelError.ts';
import { instantiateKernel, type KernelExports } from './kernelExports.ts';

/** Energies that one call takes at most; longer lists are worked off in blocks. */
const BLOCK = 1024;

/** Makes a kernel of its own from a compiled module; two kernels share nothing. */
export async function loadKernel(module: WebAssembly.Module): Promise<Kernel> {
  return new Kernel(await instantiateKernel(module));
}

/** The blackbodies of a scenario's radiation field; none for Thomson losses. */
export function radiationComponents(losses: Losses): readonly RadiationComponent[] {
  if (losses.radiationField === null) return [];
  return losses.radiationField === 'custom'
    ? (losses.radiationComponents ?? [])
    : RADIATION_FIELDS[losses.radiationField].components;
}

export class Kernel {
  private readonly exports: KernelExports;
  private readonly first: KernelArray;
  private readonly second: KernelArray;
  private readonly result: KernelArray;
  private readonly secondResult: KernelArray;
  private readonly histories: HistoryStore;
  /** What is in force, as numbers; tables are rebuilt when it changes. */
  private lossesInForce: number[] = [];
  private shapeInForce: number[] = [];
  private tablesValid = false;

  constructor(exports: KernelExports) {
    this.exports = exports;
    this.first = new KernelArray(exports, BLOCK);
    this.second = new KernelArray(exports, BLOCK);
    this.result = new KernelArray(exports, BLOCK);
    this.secondResult = new KernelArray(exports, BLOCK);
    this.histories = new HistoryStore(exports);
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
    this.setLosses(losses);
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
    this.setShape(propagation);
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
    this.setLosses(losses);
    this.setShape(propagation);
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
   * Interstellar flux of positrons (half of the pairs) from one pulsar in uniform diffusion, GeV^-1 m^-2 s^-1 sr^-1.
   *
   * Phi = c/(4 pi) N, N = int dt0 [b(Es)/b(E)] Q/2 G (PHYSICS in MODEL.md, "One zone").
   */
  pulsarFlux(source: PulsarSource, propagation: Propagation, losses: Losses, energies_GeV: Float64Array): Float64Array {
    this.setTables(losses, propagation);
    const pivot = source.breakEnergy_GeV ?? 1;
    const indexAbove = source.spectralIndex2 ?? source.spectralIndex;
    const inverseCutoff = source.cutoffEnergy_GeV === null ? 0 : 1 / source.cutoffEnergy_GeV;
    const burst = source.injection === 'burst';
    const spinDown = this.spinDown(source);
    const released = source.efficiency * (burst ? spinDown.energy_GeV : spinDown.initialPower_GeV_s);
    const factor =
      (0.5 * released * SPEED_OF_LIGHT_cm_s * SQUARE_METRE_cm2) / (4 * Math.PI * this.injectedEnergy(source));
    const distance = source.distance_pc * PARSEC_cm;
    return this.inBlocks(energies_GeV, ({ count, from }) => {
      const history = this.histories.find(
        {
          burst,
          age: source.age_kyr * KILOYEAR_s,
          delay: source.releaseDelay_kyr * KILOYEAR_s,
          timescale: source.spinDownTimescale_kyr * KILOYEAR_s,
          brakingIndex: source.brakingIndex,
          cutoff: source.cutoffEnergy_GeV ?? Infinity,
          maxEnergy: source.maxEnergy_GeV ?? Infinity,
          kinkEnergy: source.breakEnergy_GeV ?? 0,
          reach: (distance * distance) / (4 * propagation.D0_cm2_s),
        },
        energies_GeV.subarray(from, from + count),
      );
      this.exports.sumOneZoneHistories(
        history.lengths,
        history.columns,
        count,
        source.spectralIndex,
        indexAbove,
        this.exports.naturalLogarithm(pivot),
        inverseCutoff,
        distance,
        source.transverseVelocity_km_s * KILOMETRE_PER_SECOND_cm_s,
        propagation.D0_cm2_s,
        factor,
        this.result.address,
      );
    });
  }

  /** Spin-down power at birth (GeV/s), total energy W0 (GeV) and energy lost so far (GeV) of a pulsar. */
  spinDown(source: PulsarSource): { initialPower_GeV_s: number; energy_GeV: number; lostSinceBirth_GeV: number } {
    const { brakingIndex, age_kyr, spinDownTimescale_kyr } = source;
    const growth = this.powerLaw(
      1,
      -(brakingIndex + 1) / (brakingIndex - 1),
      1,
      Float64Array.of(1 + age_kyr / spinDownTimescale_kyr),
    );
    const initialPower_GeV_s = source.spinDownLuminosity_erg_s * ERG_GeV * (growth[0] as number);
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
    return this.exports.injectedEnergy(
      source.spectralIndex,
      source.spectralIndex2 ?? source.spectralIndex,
      source.breakEnergy_GeV ?? 1,
      source.cutoffEnergy_GeV === null ? 0 : 1 / source.cutoffEnergy_GeV,
      source.minEnergy_GeV,
      source.maxEnergy_GeV ?? Infinity,
    );
  }

  private setLosses(losses: Losses): void {
    const components = radiationComponents(losses);
    const numbers =
      losses.model === 'thomson'
        ? [0, losses.b0_GeV_s ?? Number.NaN]
        : [
            1,
            losses.magneticField_uG ?? Number.NaN,
            ...components.flatMap((component) => [component.temperature_K, component.energyDensity_eV_cm3]),
          ];
    if (sameNumbers(numbers, this.lossesInForce)) return;
    if (losses.model === 'thomson') {
      this.exports.setThomsonLosses(numbers[1] as number);
    } else {
      const pairs = this.second.write(numbers.slice(2));
      this.exports.setKleinNishinaLosses((numbers[1] as number) * MICROGAUSS_G, components.length, pairs);
    }
    this.lossesInForce = numbers;
    this.tablesValid = false;
  }

  private setShape(propagation: Propagation): void {
    const { delta, referenceEnergy_GeV, breakEnergy_GeV, deltaAboveBreak } = propagation;
    const numbers = [delta, referenceEnergy_GeV ?? 0, breakEnergy_GeV ?? 0, deltaAboveBreak ?? 0];
    if (sameNumbers(numbers, this.shapeInForce)) return;
    this.exports.setDiffusionShape(delta, referenceEnergy_GeV ?? 0, breakEnergy_GeV ?? 0, deltaAboveBreak ?? 0);
    this.shapeInForce = numbers;
    this.tablesValid = false;
  }

  private setTables(losses: Losses, propagation: Propagation): void {
    this.setLosses(losses);
    this.setShape(propagation);
    if (this.tablesValid) return;
    this.exports.tabulateLossIntegrals();
    this.histories.clear();
    this.tablesValid = true;
  }

  /** Runs a call on blocks of the input; the call leaves its numbers in `result`. */
  private inBlocks(
    input: Float64Array,
    call: (block: { address: number; count: number; from: number }) => void,
  ): Float64Array {
    const output = new Float64Array(input.length);
    for (let from = 0; from < input.length; from += BLOCK) {
      const block = input.subarray(from, from + BLOCK);
      call({ address: this.first.write(block), count: block.length, from });
      output.set(this.result.read(block.length), from);
    }
    const bad = output.findIndex((value) => !Number.isFinite(value));
    if (bad >= 0) throw new KernelError(`the kernel gave ${output[bad]} at argument ${input[bad]}`);
    return output;
  }
}

function sameNumbers(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((value, index) => value === other[index]);
}
