/** Solver C as the rest of the program sees it: one pulsar in a medium, units of people, memory kept out of sight. */
import type { PulsarSource } from '../model/scenario.ts';
import { KILOYEAR_s, PARSEC_cm } from '../model/units.ts';
import { KernelArray } from './arrays.ts';
import { KernelError } from './kernelError.ts';
import type { KernelExports } from './kernelExports.ts';

/** The grid that a solution is computed on unless another is asked for. */
export const DEFAULT_TRANSPORT_GRID = { shells: 400, steps: 400 } as const;

/** Energies that one call takes at most. */
const MOST_ENERGIES = 1024;
/** Densities that the kernel holds at a time; more energies are worked off in turns. */
const CAPACITY = 131072;
/** The kernel follows this many energies together; turns of whole multiples do not show in the results. */
const TOGETHER = 8;
/** The shells are refined down to this part of the distance. */
const CORE = 1 / 2500;

/** The diffusion coefficient around the pulsar, given at the solver's `tableEnergies_GeV`. */
export interface TransportZone {
  readonly diffusion_cm2_s: Float64Array;
  readonly radius_pc: number;
  /** a of the transition (1 + tanh[(r - r_b)/a])/2 of ln D; 0 for a sharp edge. */
  readonly edgeWidth_pc: number;
  /** Times since birth between which the zone exists; `end_kyr` null if it lasts. */
  readonly begin_kyr: number;
  readonly end_kyr: number | null;
}

export interface TransportRequest {
  /** The pulsar, at rest. */
  readonly source: PulsarSource;
  /** Injection at birth over S(E) [s^-1], or for a burst the number released over S(E) [1]: both of positrons. */
  readonly factor: number;
  /** D outside the zone, at the solver's `tableEnergies_GeV`. */
  readonly diffusion_cm2_s: Float64Array;
  readonly zone: TransportZone | null;
  readonly energies_GeV: Float64Array;
  /** Radii at which densities are wanted; the pulsar's distance if left out. */
  readonly radii_pc?: Float64Array;
  /** Times since birth at which they are wanted; the pulsar's age if left out. */
  readonly times_kyr?: readonly number[];
  /** Radius of a source spread as exp(-r^2/a^2); a point if left out. */
  readonly sourceRadius_pc?: number;
  readonly shells?: number;
  readonly steps?: number;
}

/** The cloud at one time. */
export interface TransportSnapshot {
  readonly time_kyr: number;
  /** N in GeV^-1 cm^-3 at the wanted radii: one row per energy. */
  readonly profiles: readonly Float64Array[];
  /** N in GeV^-1 cm^-3 in the shells: one row per energy. */
  readonly densities: readonly Float64Array[];
  /** Positrons injected, by the energy they have now, GeV^-1: they are in the shells or have escaped. */
  readonly injected: Float64Array;
  /** Those that crossed the outer boundary. */
  readonly escaped: Float64Array;
  /** Steps of single energies made by backward Euler, since a second-order step would have turned negative. */
  readonly guardedSteps: number;
}

export interface TransportSolution {
  /** Where the densities of the shells stand. */
  readonly shellRadii_pc: Float64Array;
  readonly shellVolumes_cm3: Float64Array;
  readonly snapshots: readonly TransportSnapshot[];
}

/**
 * Solves dN/dt = div[D(E,r) grad N] + d/dE[b(E) N] + Q(E,r,t) around one pulsar (equations and scheme in
 * assembly/transport).
 *
 * The losses in force in the kernel are used: put them in force and tabulate their integrals first.
 */
export class TransportSolver {
  /** Energies at which a request gives D. */
  readonly tableEnergies_GeV: Float64Array;
  private readonly exports: KernelExports;
  private readonly inner: KernelArray;
  private readonly outer: KernelArray;
  private readonly energies: KernelArray;
  private readonly injected: KernelArray;
  private readonly escaped: KernelArray;
  private readonly profile: KernelArray;
  private readonly densities: KernelArray;

  constructor(exports: KernelExports) {
    this.exports = exports;
    const size = exports.ZONE_TABLE_SIZE.value;
    this.tableEnergies_GeV = Float64Array.from({ length: size }, (_, i) => exports.zoneTableEnergy(i));
    this.inner = new KernelArray(exports, size);
    this.outer = new KernelArray(exports, size);
    this.energies = new KernelArray(exports, MOST_ENERGIES);
    this.injected = new KernelArray(exports, MOST_ENERGIES);
    this.escaped = new KernelArray(exports, MOST_ENERGIES);
    this.profile = new KernelArray(exports, MOST_ENERGIES);
    this.densities = new KernelArray(exports, CAPACITY);
  }

  /** @throws {KernelError} for a grid that does not fit, more than 1024 energies, or a result that is no number */
  solve(request: TransportRequest): TransportSolution {
    const { source, energies_GeV } = request;
    const times = request.times_kyr ?? [source.age_kyr];
    this.putInForce(request);
    const shells = this.layOut(request, Math.max(...times));
    return {
      shellRadii_pc: this.copy(this.exports.shellRadii(), shells).map((radius) => radius / PARSEC_cm),
      shellVolumes_cm3: this.copy(this.exports.shellVolumes(), shells),
      snapshots: energies_GeV.length === 0 ? [] : times.map((time) => this.snapshot(request, shells, time)),
    };
  }

  /** Number of positrons injected above an energy that have cooled below it by a time: what leaves the energy grid. */
  numberCooledBelow(energy_GeV: number, time_kyr: number, request: TransportRequest): number {
    this.putInForce(request);
    return this.exports.numberCooledBelow(energy_GeV, time_kyr * KILOYEAR_s, request.factor);
  }

  private putInForce({ source, diffusion_cm2_s, zone, sourceRadius_pc }: TransportRequest): void {
    const outer = this.outer.write(diffusion_cm2_s);
    const inner = this.inner.write(zone?.diffusion_cm2_s ?? diffusion_cm2_s);
    this.exports.setTransportZones(
      inner,
      outer,
      (zone?.radius_pc ?? 0) * PARSEC_cm,
      (zone?.edgeWidth_pc ?? 0) * PARSEC_cm,
      (zone?.begin_kyr ?? 0) * KILOYEAR_s,
      (zone?.end_kyr ?? Number.POSITIVE_INFINITY) * KILOYEAR_s,
    );
    this.exports.setTransportSource(
      source.injection === 'burst',
      source.releaseDelay_kyr * KILOYEAR_s,
      source.spinDownTimescale_kyr * KILOYEAR_s,
      source.brakingIndex,
      source.spectralIndex,
      source.spectralIndex2 ?? source.spectralIndex,
      source.breakEnergy_GeV ?? 1,
      source.cutoffEnergy_GeV === null ? 0 : 1 / source.cutoffEnergy_GeV,
      source.maxEnergy_GeV ?? Number.POSITIVE_INFINITY,
      (sourceRadius_pc ?? 0) * PARSEC_cm,
    );
  }

  /** @returns the number of shells */
  private layOut({ source, radii_pc, energies_GeV, shells: wanted }: TransportRequest, latest_kyr: number): number {
    const shells = wanted ?? DEFAULT_TRANSPORT_GRID.shells;
    if (energies_GeV.length > MOST_ENERGIES) {
      throw new KernelError(
        `${energies_GeV.length} energies are too many for one solution; at most ${MOST_ENERGIES} fit`,
      );
    }
    const observer = Math.max(source.distance_pc, ...(radii_pc ?? [])) * PARSEC_cm;
    const answer = this.exports.layOutTransport(
      shells,
      this.energies.write(energies_GeV),
      energies_GeV.length,
      latest_kyr * KILOYEAR_s,
      observer,
      CORE * source.distance_pc * PARSEC_cm,
    );
    if (answer === this.exports.TRANSPORT_TOO_MANY_SHELLS.value) {
      throw new KernelError(`a grid of ${shells} shells is too large; at most ${this.exports.MOST_SHELLS.value} fit`);
    }
    if (answer === this.exports.TRANSPORT_TOO_FEW_SHELLS.value) {
      throw new KernelError(`${shells} shells are too few; use ${this.exports.FEWEST_SHELLS.value} or more`);
    }
    return shells;
  }

  private snapshot(request: TransportRequest, shells: number, time_kyr: number): TransportSnapshot {
    const { source, factor, energies_GeV } = request;
    const radii = request.radii_pc ?? Float64Array.of(source.distance_pc);
    const steps = request.steps ?? DEFAULT_TRANSPORT_GRID.steps;
    const time = time_kyr * KILOYEAR_s;
    const injected = new Float64Array(energies_GeV.length);
    const escaped = new Float64Array(energies_GeV.length);
    const densities: Float64Array[] = [];
    const profiles = Array.from(energies_GeV, () => new Float64Array(radii.length));
    let guardedSteps = 0;
    const turn = TOGETHER * Math.floor(CAPACITY / shells / TOGETHER);
    for (let from = 0; from < energies_GeV.length; from += turn) {
      const part = energies_GeV.subarray(from, from + turn);
      const count = part.length;
      const answer = this.exports.solveTransport(
        this.energies.write(part),
        count,
        time,
        steps,
        factor,
        this.densities.address,
        this.injected.address,
        this.escaped.address,
      );
      if (answer === this.exports.TRANSPORT_STEPS_NOT_IN_BLOCKS.value) {
        const block = this.exports.BLOCK_STEPS.value;
        const fewest = block * this.exports.FEWEST_BLOCKS.value;
        throw new KernelError(`${steps} time steps cannot be made; use a multiple of ${block}, ${fewest} or more`);
      }
      guardedSteps += this.exports.transportGuardedSteps();
      injected.set(this.injected.read(count), from);
      escaped.set(this.escaped.read(count), from);
      const all = this.densities.read(count * shells);
      for (let k = 0; k < count; k++) densities.push(all.subarray(k * shells, (k + 1) * shells));
      radii.forEach((radius, column) => {
        this.exports.densitiesAt(radius * PARSEC_cm, count, this.densities.address, this.profile.address);
        this.profile.read(count).forEach((density, k) => {
          (profiles[from + k] as Float64Array)[column] = density;
        });
      });
    }
    const bad = densities.findIndex((row) => row.some((density) => !(density >= 0 && density < Infinity)));
    if (bad >= 0) throw new KernelError(`the kernel gave no density at ${energies_GeV[bad]} GeV, ${time_kyr} kyr`);
    return { time_kyr, profiles, densities, injected, escaped, guardedSteps };
  }

  private copy(address: number, count: number): Float64Array {
    return new Float64Array(this.exports.memory.buffer, address, count).slice();
  }
}
