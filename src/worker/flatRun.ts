/**
 * Chains on their way between threads: as plain columns of numbers, which are copied at once, where the arrays of a chain would
 * take a second to clone.
 */
import type { PosteriorRun } from '../analysis/inferenceTypes.ts';
import { type Chain, emptyChain } from '../fit/posterior/chain.ts';
import type { SamplingRun } from '../fit/posterior/sampling.ts';
import { nextMacrotask } from './nextMacrotask.ts';

/** Some steps of a chain: step by step, within it walker by walker, within it parameter by parameter. */
interface Piece {
  readonly positions: Float64Array;
  readonly logProbabilities: Float64Array;
}

/** A chain up to some step. */
export interface FlatChain {
  readonly walkers: number;
  readonly parameters: number;
  readonly pieces: readonly Piece[];
}

/** A run whose own chain is empty; its steps stand beside it. */
export interface FlatRun {
  readonly run: PosteriorRun;
  readonly chain: FlatChain;
}

/** What is known of a chain that grows: only its new steps are copied the next time. */
interface Copied {
  steps: number;
  /** The last ensemble that was copied: a chain that went on from an earlier step has another one there. */
  last: unknown;
  readonly pieces: Piece[];
}

const copies = new WeakMap<Chain, Copied>();
/** Steps that are copied at one go. */
const STEPS_AT_ONCE = 2000;

function copySteps(copied: Copied, { positions, logProbabilities }: Chain, end: number): void {
  const walkers = positions[0]?.length ?? 0;
  const parameters = positions[0]?.[0]?.length ?? 0;
  const count = end - copied.steps;
  const piece = {
    positions: new Float64Array(count * walkers * parameters),
    logProbabilities: new Float64Array(count * walkers),
  };
  let place = 0;
  for (let k = 0; k < count; k++) {
    const step = copied.steps + k;
    for (const walker of positions[step] as readonly (readonly number[])[]) {
      for (const value of walker) piece.positions[place++] = value;
    }
    piece.logProbabilities.set(logProbabilities[step] as readonly number[], k * walkers);
  }
  copied.pieces.push(piece);
  copied.steps = end;
  copied.last = positions[end - 1];
}

/** The steps that a run has done as columns; pauses now and then, so that a long chain does not keep a page waiting. */
export async function flatChainOf({ chain, state }: SamplingRun): Promise<FlatChain> {
  let copied = copies.get(chain);
  if (!copied || copied.steps > state.step || copied.last !== chain.positions[copied.steps - 1]) {
    copied = { steps: 0, last: undefined, pieces: [] };
    copies.set(chain, copied);
  }
  while (copied.steps < state.step) {
    const end = Math.min(state.step, copied.steps + STEPS_AT_ONCE);
    copySteps(copied, chain, end);
    if (end < state.step) await nextMacrotask();
  }
  return { walkers: state.walkers.length, parameters: state.walkers[0]?.length ?? 0, pieces: [...copied.pieces] };
}

/** The same with what else is known of the run. */
export async function flatRunOf(run: PosteriorRun): Promise<FlatRun> {
  return { run: { ...run, run: { ...run.run, chain: emptyChain() } }, chain: await flatChainOf(run.run) };
}

/** The chain of columns. */
export function chainOf({ walkers, parameters, pieces }: FlatChain): Chain {
  const chain = emptyChain();
  for (const { positions, logProbabilities } of pieces) {
    for (let from = 0; from < logProbabilities.length; from += walkers) {
      const ensemble: number[][] = [];
      for (let k = from; k < from + walkers; k++) {
        ensemble.push(Array.from(positions.subarray(k * parameters, (k + 1) * parameters)));
      }
      chain.positions.push(ensemble);
      chain.logProbabilities.push(Array.from(logProbabilities.subarray(from, from + walkers)));
    }
  }
  return chain;
}

/** The run with its chain. */
export function runOf({ run, chain }: FlatRun): PosteriorRun {
  return { ...run, run: { ...run.run, chain: chainOf(chain) } };
}
