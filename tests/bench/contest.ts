/** Rounds in which contenders take turns, so that all of them meet the same machine. */
import { type DragName, runDrag } from './drag.ts';
import { processorTime } from './statistics.ts';
import type { Twin } from './twin.ts';
import type { Drags } from './wasmDrags.ts';

export interface Contender {
  readonly name: string;
  /** Steps [from, from + count) of a drag: ms for all, and the sum of the results. */
  time(drag: DragName, count: number, from: number): Promise<{ elapsed: number; sum: number }>;
}

/** ms per step, one number per round, for each contender in their order. */
export type Times = readonly number[][];

/** How long each contender runs in one round, ms of processor time. */
const ROUND = 20;
const ROUNDS = 31;
/** Rounds before anything counts: V8 replaces its first code by better code while it runs. */
const WARM_UP_ROUNDS = 4;
/** Contenders that compute the same must agree in every round. */
const TOLERANCE = 1e-9;

export function wasmContender(name: string, drags: Partial<Drags> & Pick<Drags, 'reset'>): Contender {
  return {
    name,
    async time(dragName, count, from) {
      const drag = drags[dragName];
      if (!drag) throw new Error(`${name} does not know the drag "${dragName}"`);
      drags.reset();
      const start = processorTime();
      const sum = runDrag(drag, count, from);
      return { elapsed: processorTime() - start, sum };
    },
  };
}

export const twinContender = (name: string, twin: Twin): Contender => ({
  name,
  time: (drag, count, from) => twin.time(drag, count, from),
});

/** Steps that fill a round, from the slowest contender's first ones. */
async function stepsOfRound(contenders: readonly Contender[], drag: DragName): Promise<number> {
  let count = 1;
  for (;;) {
    const times = [];
    for (const contender of contenders) times.push((await contender.time(drag, count, 0)).elapsed);
    const shortest = Math.min(...times);
    if (shortest > 0.5 * ROUND) return count;
    count = Math.ceil(count * Math.min(10, Math.max(1.2, ROUND / Math.max(shortest, 1e-3))));
  }
}

/**
 * Times a drag.
 *
 * @param compared names of the contenders whose sums must agree
 * @returns times in ms per step, and the largest relative difference of sums in a round
 */
export async function contest(
  contenders: readonly Contender[],
  drag: DragName,
  compared: ReadonlySet<string>,
): Promise<{ times: Times; difference: number }> {
  const count = await stepsOfRound(contenders, drag);
  const times: number[][] = contenders.map(() => []);
  let difference = 0;
  for (let round = 0; round < WARM_UP_ROUNDS + ROUNDS; round++) {
    const sums: number[] = [];
    for (let turn = 0; turn < contenders.length; turn++) {
      const i = (turn + round) % contenders.length;
      const contender = contenders[i] as Contender;
      const { elapsed, sum } = await contender.time(drag, count, round * count);
      if (round >= WARM_UP_ROUNDS) times[i]?.push(elapsed / count);
      if (compared.has(contender.name)) sums.push(sum);
    }
    difference = Math.max(difference, ...sums.map((sum) => Math.abs(sum / (sums[0] as number) - 1)));
  }
  if (!(difference <= TOLERANCE))
    throw new Error(`results of the drag "${drag}" differ by ${difference} between wasm and C`);
  return { times, difference };
}
