/**
 * Inclusive cross sections for positrons, from the tables of AAfrag 2.02: F(T, E) = E dsigma/dE [mb] for a projectile of
 * kinetic energy T on a nucleus at rest.
 *
 * Ref: Kachelriess et al. (2023), arXiv:2206.00998.
 */
import type { Kernel } from '../../src/kernel/kernel.ts';
import { HELIUM, highestPositronEnergy_GeV, type Nucleus, PION_THRESHOLD_GeV, PROTON } from './particles.ts';
import { readRows } from './readTable.ts';

/** Projectile and target: protons and helium-4. */
export type Collision = 'pp' | 'pHe' | 'Hep' | 'HeHe';
export const COLLISIONS: readonly Collision[] = ['pp', 'pHe', 'Hep', 'HeHe'];

/**
 * Total energy per nucleon of the first row that is used [GeV], that of the tables for protons.
 *
 * Those for helium go on to 1.25 GeV per nucleon, where positrons must die out, but there they are as many as at 4 GeV.
 */
const FIRST_ENERGY_PER_NUCLEON_GeV = 3.95;
/** In place of zero, far below the smallest entry (2e-6 mb): the end of a spectrum is then approached by power laws too. */
const NOTHING_mb = 1e-9;

export class CrossSection {
  readonly projectile: Nucleus;
  private readonly kernel: Kernel;
  private readonly firstLogEnergy: number;
  private readonly step: number;
  /** ln T of the rows. */
  private readonly logKinetic: readonly number[];
  /** ln F, row by row. */
  private readonly rows: readonly Float64Array[];

  /** @param options.everyOther leaves out every other row, to see what interpolation between rows costs */
  constructor(kernel: Kernel, collision: Collision, options: { readonly everyOther?: boolean } = {}) {
    this.kernel = kernel;
    this.projectile = collision.startsWith('He') ? HELIUM : PROTON;
    const [header, ...rows] = readRows(`aafrag_positron_${collision}.csv`) as [string[], ...string[][]];
    const first = FIRST_ENERGY_PER_NUCLEON_GeV * this.projectile.nucleons;
    const used = rows.filter(([total]) => Number(total) >= first).filter((_, i) => !options.everyOther || i % 2 === 0);
    const ln = (x: number): number => kernel.naturalLogarithm(x);
    this.firstLogEnergy = ln(Number(header[1]));
    this.step = (ln(Number(header.at(-1))) - this.firstLogEnergy) / (header.length - 2);
    this.logKinetic = used.map(([total]) => ln(Number(total) - this.projectile.restEnergy_GeV));
    this.rows = used.map((row) => Float64Array.from(row.slice(1), (cell) => ln(Math.max(Number(cell), NOTHING_mb))));
  }

  /** ln T of the first row: below it cross sections are extrapolated to the threshold. */
  get firstLogKinetic(): number {
    return this.logKinetic[0] as number;
  }

  /** ln T at which two free nucleons begin to make pions. */
  get logThreshold(): number {
    return this.kernel.naturalLogarithm(PION_THRESHOLD_GeV * this.projectile.nucleons);
  }

  /** ln F of one row: power laws from point to point and below the first. */
  private inRow(row: number, logEnergy: number): number {
    const values = this.rows[row] as Float64Array;
    const position = (logEnergy - this.firstLogEnergy) / this.step;
    const left = Math.max(0, Math.min(values.length - 2, Math.floor(position)));
    const [low, high] = [values[left] as number, values[left + 1] as number];
    return Math.max(low + (high - low) * (position - left), this.kernel.naturalLogarithm(NOTHING_mb));
  }

  /** F(T, E) in mb at many ln E; none below the threshold, and none with more than the energy per nucleon. */
  at(logKinetic: number, logEnergies: Float64Array): Float64Array {
    if (!(logKinetic > this.logThreshold)) return new Float64Array(logEnergies.length);
    const end = logKinetic - this.kernel.naturalLogarithm(this.projectile.nucleons);
    const values = this.kernel.exponential(this.logarithmsAt(logKinetic, logEnergies));
    return values.map((value, i) => ((logEnergies[i] as number) < end ? value : 0));
  }

  /**
   * Between rows, ln F is linear in ln T at fixed E/T: spectra keep nearly their shape in E/T, and so does their end. Above the
   * last row the shape stays.
   */
  private logarithmsAt(logKinetic: number, logEnergies: Float64Array): Float64Array {
    const rows = this.logKinetic;
    if (logKinetic < this.firstLogKinetic) return this.extrapolated(logKinetic, logEnergies);
    const above = rows.findIndex((row) => row > logKinetic);
    const [left, right] = above < 0 ? [rows.length - 1, rows.length - 1] : [above - 1, above];
    const low = logKinetic - (rows[left] as number);
    const high = logKinetic - (rows[right] as number);
    const weight = left === right ? 0 : low / (low - high);
    return logEnergies.map(
      (logEnergy) => (1 - weight) * this.inRow(left, logEnergy - low) + weight * this.inRow(right, logEnergy - high),
    );
  }

  /**
   * Below the first row the shape stays in E over its end (highestPositronEnergy_GeV), and the whole falls as
   * ln(T/T_threshold) to zero at the threshold of free nucleons.
   */
  private extrapolated(logKinetic: number, logEnergies: Float64Array): Float64Array {
    const { kernel, firstLogKinetic, logThreshold } = this;
    const { nucleons } = this.projectile;
    const end = (logarithm: number): number =>
      highestPositronEnergy_GeV((kernel.exponential(Float64Array.of(logarithm))[0] as number) / nucleons);
    const shift = kernel.naturalLogarithm(end(logKinetic) / end(firstLogKinetic));
    const share = kernel.naturalLogarithm((logKinetic - logThreshold) / (firstLogKinetic - logThreshold));
    return logEnergies.map((logEnergy) => share + this.inRow(0, logEnergy - shift));
  }
}
