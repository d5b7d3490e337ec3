import { KernelArray } from './arrays.ts';
import type { KernelExports } from './kernelExports.ts';
import type { HistoryRequest } from './sourceNumbers.ts';

/** Where a history stands in the kernel's memory. */
export interface History {
  readonly lengths: number;
  readonly columns: number;
  /** One number a moment: the logarithm of a Green's function. */
  readonly logGreens: number;
  readonly count: number;
}

/** What a Green's function that is kept with a history depends on, beside it; lengths in cm, D in cm^2 s^-1. */
export interface GreensRequest {
  readonly form: 'two-zone' | 'tang-piran-2019' | 'juettner';
  readonly distance: number;
  readonly velocity: number;
  readonly diffusion: number;
  /** r_b; Infinity in one zone. */
  readonly haloRadius: number;
  /** D inside over D outside. */
  readonly ratio: number;
}

const FORMS = ['two-zone', 'tang-piran-2019', 'juettner'] as const;

interface StoredHistory extends History {
  readonly key: readonly number[];
  readonly energies: Float64Array;
  /** The request that `logGreens` answers. */
  greens: readonly number[];
}

/** Bytes kept for histories. */
const CAPACITY = 20 * 1024 * 1024;

/** Emission histories that are already built, so that a drag on the spectrum, the efficiency or the distance builds none. */
export class HistoryStore {
  private readonly exports: KernelExports;
  private readonly energies: KernelArray;
  private readonly start: number;
  private next: number;
  private stored: StoredHistory[] = [];

  constructor(exports: KernelExports) {
    this.exports = exports;
    this.energies = new KernelArray(exports, 1024);
    this.start = exports.allocate(CAPACITY);
    this.next = this.start;
  }

  /** Forgets everything: the tables have changed. */
  clear(): void {
    this.stored = [];
    this.next = this.start;
  }

  /** The history for these energies, built if it is not there. */
  find(request: HistoryRequest, energies: Float64Array): History {
    const { burst, age, delay, timescale, brakingIndex, cutoff, maxEnergy, kinkEnergy, reach, moving, coarse } =
      request;
    const key = burst
      ? [1, age - delay, maxEnergy]
      : [0, age, delay, timescale, brakingIndex, cutoff, maxEnergy, kinkEnergy, reach, Number(moving), Number(coarse)];
    const known = this.stored.find((history) => sameList(history.key, key) && sameList(history.energies, energies));
    if (known) return known;

    const count = energies.length;
    const lengthBytes = (4 * count + 15) & ~15;
    const mostBytes = lengthBytes + count * (this.exports.COLUMNS.value + 1) * this.exports.MOST_MOMENTS.value * 8;
    if (this.next + mostBytes > this.start + CAPACITY) this.clear();
    const lengths = this.next;
    const columns = lengths + lengthBytes;
    const at = this.energies.write(energies);
    const bytes = burst
      ? this.exports.buildBurstHistories(at, count, age, delay, maxEnergy, lengths, columns)
      : this.exports.buildContinuousHistories(
          at,
          count,
          age,
          delay,
          timescale,
          brakingIndex,
          cutoff,
          maxEnergy,
          kinkEnergy,
          reach,
          coarse,
          lengths,
          columns,
          moving,
        );
    const moments = bytes / (8 * this.exports.COLUMNS.value);
    const logGreens = columns + bytes;
    this.next = logGreens + 8 * moments;
    const history = { lengths, columns, logGreens, count, key, energies: energies.slice(), greens: [] };
    this.stored.push(history);
    return history;
  }

  /** Makes `logGreens` of a history hold ln 1, for counting positrons wherever they are. */
  fillUnity(history: History): void {
    this.exports.fillUnityGreens(history.lengths, history.columns, history.count, history.logGreens);
    (history as StoredHistory).greens = [];
  }

  /** Makes `logGreens` of a history hold this Green's function. */
  fillGreens(history: History, request: GreensRequest): void {
    const { form, distance, velocity, diffusion, haloRadius, ratio } = request;
    const key = [FORMS.indexOf(form), distance, velocity, diffusion, haloRadius, ratio];
    const stored = history as StoredHistory;
    if (sameList(stored.greens, key)) return;
    const { lengths, columns, count, logGreens } = history;
    const place = [lengths, columns, count, distance, velocity, diffusion] as const;
    if (form === 'juettner') this.exports.fillJuettnerGreens(...place, logGreens);
    else if (form === 'two-zone') this.exports.fillTwoZoneGreens(...place, haloRadius, ratio, logGreens);
    else this.exports.fillTangPiranGreens(...place, haloRadius, ratio, logGreens);
    stored.greens = key;
  }
}

function sameList(one: ArrayLike<number>, other: ArrayLike<number>): boolean {
  if (one.length !== other.length) return false;
  for (let i = 0; i < one.length; i++) if (one[i] !== other[i]) return false;
  return true;
}
