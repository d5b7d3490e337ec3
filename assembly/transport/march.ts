/** The march of eight lanes through a block of steps, and what crosses the outer boundary meanwhile. */
import { replaceState, stepBackwardEuler, turnsNegative } from './backwardEuler';
import { injectedSoFar, injections } from './block';
import { laneConductance } from './factors';
import { BLOCK_STEPS, LANE_BYTES, LANES, past, second, stage } from './lanes';
import { sourceShells } from './pulsarSource';
import { row, STATE, WORK } from './rows';
import { shells, volumeRoots } from './shells';
import { beginBlock, eliminateFirstStage, solveFirstStage, solveLastStage, solveSecondStage } from './steps';

/** Number that has crossed the outer boundary so far, in the unit of f V; lane by lane. */
export const escapedSoFar = new StaticArray<f64>(LANES);

/** Steps of single lanes that were made by backward Euler, since they would have turned negative. */
export let guardedSteps: i32 = 0;

/** Starts counting anew. */
export function clearGuardedSteps(): void {
  guardedSteps = 0;
}

/** What the last shell lets out at the second stage of a step, over its state. */
const outflows = new StaticArray<f64>(LANES);
/** State of the last shell that would let out at the second stage what it let out at the first. */
const firstStages = new StaticArray<f64>(LANES);

function openBoundary(): void {
  const last = shells - 1;
  for (let lane = 0; lane < LANES; lane++) {
    outflows[lane] = laneConductance(lane, last) / (past[lane] * volumeRoots[last]);
  }
}

/** Keeps the first stage of the last shell, which the rest of the step overwrites. */
function keepFirstStage(last: usize): void {
  for (let at: usize = 0; at < LANE_BYTES; at += 16) {
    const first = f64x2.add(v128.load(last + at, WORK), v128.load(last + at, STATE));
    const scale = f64x2.mul(v128.load(changetype<usize>(past) + at), v128.load(changetype<usize>(second) + at));
    v128.store(changetype<usize>(firstStages) + at, f64x2.mul(first, scale));
  }
}

function countOutflow(last: usize): void {
  for (let at: usize = 0; at < LANE_BYTES; at += 16) {
    const both = f64x2.add(v128.load(changetype<usize>(firstStages) + at), v128.load(last + at, STATE));
    const sum = changetype<usize>(escapedSoFar) + at;
    v128.store(sum, f64x2.add(v128.load(sum), f64x2.mul(v128.load(changetype<usize>(outflows) + at), both)));
  }
}

/** Ends a step in which some lanes would turn negative: these by backward Euler, and counted as such. */
function endGuardedStep(step: i32, reached: i32): void {
  let replaced = 0;
  for (let lane = 0; lane < LANES; lane++) {
    if (!turnsNegative(lane, reached, step)) continue;
    stepBackwardEuler(lane, reached, step);
    replaced |= 1 << lane;
    guardedSteps++;
  }
  solveLastStage(reached);
  for (let lane = 0; lane < LANES; lane++) {
    if ((replaced & (1 << lane)) == 0) continue;
    replaceState(lane, reached);
    const first = injections[2 * step * LANES + lane], last = injections[(2 * step + 1) * LANES + lane];
    injectedSoFar[lane] += second[lane] * (last / stage[lane] - first / past[lane] - last);
    firstStages[lane] = load<f64>(row(reached - 1) + (<usize>lane << 3), STATE) * (1 / stage[lane] - 1);
  }
}

/**
 * Makes the steps of the block in force, whose factors and injections are ready.
 *
 * @param reached shells in use
 */
export function marchThroughBlock(reached: i32): void {
  const source = changetype<usize>(injections);
  const last = row(reached - 1);
  const open = reached == shells;
  if (open) openBoundary();
  beginBlock(reached, sourceShells, source);
  for (let step = 0; step < BLOCK_STEPS; step++) {
    const next = source + <usize>(2 * step + 2) * LANE_BYTES;
    const positive = solveFirstStage(reached, sourceShells, next - LANE_BYTES);
    if (open) keepFirstStage(last);
    if (positive && step < BLOCK_STEPS - 1) {
      solveSecondStage(reached, sourceShells, next);
    } else {
      if (positive) solveLastStage(reached);
      else endGuardedStep(step, reached);
      if (step < BLOCK_STEPS - 1) eliminateFirstStage(reached, sourceShells, next);
    }
    if (open) countOutflow(last);
  }
}
