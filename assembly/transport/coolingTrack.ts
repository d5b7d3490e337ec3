/**
 * The track of positrons through energy. Between injection and the end of the calculation E falls by dE/dt = -b(E),
 * so that
 *   T(E(t)) = T(E_end) - (t_end - t),   T(E) = int_E^inf dE'/b,
 * and f = b N obeys df/dt = div(D grad f) + b Q along the track: losses move no particles from one track to another.
 * Solver C follows the tracks that end at the energies asked for; each has time steps of its own.
 */
import { lossTimeFromTop, logEnergyAtLossTime, tabulatedLossRate } from '../lossIntegrals';
import { injectionEnd, release, releasedAtOnce, sourceRadius, timescale } from './pulsarSource';
import { innerDiffusion, outerDiffusion, zoneBegin, zoneEnd, zoneRadius } from './zones';

/** Stretches of time with one set of zones: before, during and after the inner zone. */
export const MOST_PHASES: i32 = 3;

/** The first steps grow over this multiple of the loss time of the first positrons, */
const START_SCALE: f64 = 2;
/** and over this multiple of the time in which the spin-down changes. */
const SPIN_DOWN_SCALE: f64 = 3;
/** Times that the last block is halved if D_in/D_out changes along the track. */
const MOST_HALVINGS: i32 = 3;
/** The first steps of a burst grow over this share of its life, and the time in which its source spreads. */
const BURST_SCALE: f64 = 1e-4;
/** Share of the rest of a life in which the first steps after a change of zones grow. */
const CHANGE_SCALE: f64 = 1e-3;

/** One track, from the first injection into it to the energy at which it ends. */
export class CoolingTrack {
  /** Whether anything is injected into it. */
  alive: bool = false;
  /** Loss rate at the end [GeV s^-1]. */
  endLossRate: f64 = 0;
  /** Times since birth [s]. */
  start: f64 = 0;
  end: f64 = 0;
  /** Energy where it was last looked at, and its logarithm. */
  energy: f64 = 1;
  logEnergy: f64 = 0;

  private endLossTime: f64 = 0;
  private endRatio: f64 = 1;
  private time: f64 = 0;
  /** b/E^2, by which 1/E grows. */
  private slope: f64 = 0;
  private halvings: i32 = 0;
  private phases: i32 = 0;
  private phaseStart: StaticArray<f64> = new StaticArray<f64>(MOST_PHASES + 1);
  private phaseScale: StaticArray<f64> = new StaticArray<f64>(MOST_PHASES);
  private phaseMeasure: StaticArray<f64> = new StaticArray<f64>(MOST_PHASES);
  private phaseBlock: StaticArray<i32> = new StaticArray<i32>(MOST_PHASES + 1);

  /**
   * Sets out on the track that ends at an energy.
   *
   * @param energy E at the end [GeV]
   * @param endTime t_end since birth [s]
   * @param blocks number of blocks of time steps
   */
  begin(energy: f64, endTime: f64, blocks: i32): void {
    const endLogEnergy = Math.log(energy);
    this.end = endTime;
    this.endLossTime = lossTimeFromTop(endLogEnergy);
    this.endLossRate = tabulatedLossRate(endLogEnergy, energy);
    this.endRatio = innerDiffusion(endLogEnergy) / outerDiffusion(endLogEnergy);
    this.alive = false;
    const highest = min<f64>(injectionEnd(energy), 1e10);
    let life = endTime - release;
    if (energy >= highest || life <= 0) return;
    const cooling = this.endLossTime - lossTimeFromTop(Math.log(highest));
    if (cooling < life) {
      // A burst is over by the time at which the highest energy set out.
      if (releasedAtOnce) return;
      life = cooling;
      this.energy = highest;
      this.logEnergy = Math.log(highest);
    } else {
      this.logEnergy = logEnergyAtLossTime(this.endLossTime - life);
      this.energy = Math.exp(this.logEnergy);
    }
    this.alive = true;
    this.start = endTime - life;
    this.time = this.start;
    this.slope = tabulatedLossRate(this.logEnergy, this.energy) / (this.energy * this.energy);
    this.divide(blocks);
  }

  /**
   * Divides the life into blocks of time steps. Within a phase their length grows as
   *   t_j = t_0 + tau [(1 + T/tau)^(j/J) - 1]:
   * small at first, where the injection falls over tau_0 and energies over their loss time, and geometric later, as
   * the cloud spreads. Phases share the blocks by ln(1 + T/tau).
   */
  private divide(blocks: i32): void {
    const life = this.end - this.start;
    const startLossTime = this.endLossTime - life;
    const change = innerDiffusion(this.logEnergy) / outerDiffusion(this.logEnergy) - this.endRatio;
    this.halvings = zoneRadius > 0 && Math.abs(change) > 1e-6 * this.endRatio ? MOST_HALVINGS : 0;
    this.phases = 0;
    this.phaseStart[0] = this.start;
    let scale = releasedAtOnce
      ? min<f64>(startLossTime, min<f64>(BURST_SCALE * life + this.spreadTime(), life))
      : min<f64>(START_SCALE * startLossTime, min<f64>(SPIN_DOWN_SCALE * (this.start + timescale), life));
    if (zoneRadius > 0) {
      if (zoneBegin > this.start && zoneBegin < this.end) scale = this.addPhase(zoneBegin, scale);
      if (zoneEnd > this.start && zoneEnd < this.end) scale = this.addPhase(zoneEnd, scale);
    }
    this.addPhase(this.end, scale);

    let measure: f64 = 0;
    for (let i = 0; i < this.phases; i++) measure += this.phaseMeasure[i];
    this.phaseBlock[0] = 0;
    let sum: f64 = 0;
    for (let i = 0; i < this.phases; i++) {
      sum += this.phaseMeasure[i];
      const share = <i32>Math.round(<f64>blocks * sum / measure);
      const last = blocks - (this.phases - 1 - i);
      this.phaseBlock[i + 1] = max<i32>(this.phaseBlock[i] + 1, min<i32>(share, last));
    }
  }

  /** Time in which diffusion spreads a source that is no point as far again. */
  private spreadTime(): f64 {
    return sourceRadius * sourceRadius / (4 * innerDiffusion(this.logEnergy));
  }

  private addPhase(end: f64, scale: f64): f64 {
    const i = this.phases++;
    const length = end - this.phaseStart[i];
    this.phaseStart[i + 1] = end;
    this.phaseScale[i] = scale;
    this.phaseMeasure[i] = Math.log1p(length / scale);
    return CHANGE_SCALE * (this.end - end);
  }

  /** Time at which block number i begins; the end for i = number of blocks [s]. */
  blockStart(block: i32): f64 {
    let phase = 0;
    while (phase < this.phases - 1 && block >= this.phaseBlock[phase + 1]) phase++;
    const first = this.phaseBlock[phase], last = this.phaseBlock[phase + 1];
    if (block == last) return this.end;
    const halvings = phase == this.phases - 1 ? min<i32>(this.halvings, (last - first) / 3) : 0;
    const place = min<i32>(block - first, last - first - halvings - 1);
    const growth = this.phaseMeasure[phase] * <f64>place / <f64>(last - first - halvings);
    const begin = this.phaseStart[phase] + this.phaseScale[phase] * Math.expm1(growth);
    const end = this.phaseStart[phase + 1];
    return end - (end - begin) / <f64>(1 << (block - first - place));
  }

  /** Moves to a later time: solves T(E) = T_end - (t_end - t) by Newton's method for 1/E, in which T is nearly linear. */
  moveTo(time: f64): void {
    const target = this.endLossTime - (this.end - time);
    let inverse = 1 / this.energy + this.slope * (time - this.time);
    for (let iteration = 0; iteration < 20; iteration++) {
      const energy = 1 / inverse;
      const logEnergy = Math.log(energy);
      this.slope = tabulatedLossRate(logEnergy, energy) / (energy * energy);
      const step = (target - lossTimeFromTop(logEnergy)) * this.slope;
      inverse += step;
      // The error left is of the order of the square of the last step.
      if (Math.abs(step) <= 1e-6 * inverse) break;
    }
    this.time = time;
    this.energy = 1 / inverse;
    this.logEnergy = Math.log(this.energy);
  }

  /** ln b where it was last looked at [GeV s^-1], to 1e-6. */
  logLossRate(): f64 {
    return Math.log(this.slope) + 2 * this.logEnergy;
  }
}
