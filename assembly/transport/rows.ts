/**
 * Memory of eight tracks: one row a shell, with the state and the factors of all lanes side by side.
 *
 * A shell holds past * sqrt(V) f in place of f = b N (see lanes.ts), which makes the equations symmetric. The inverse
 * pivots lie apart: each sweep over the shells needs one of the two kinds, and reads no byte that it does not need.
 */
import { LANE_BYTES } from './lanes';
import { MOST_SHELLS } from './shells';

/** What shell i - 1 hands up to i when the equations are eliminated outwards, and i to i - 1 when they are solved. */
export const RISE: usize = 0;
/** What shell i + 1 hands down to i when the equations are eliminated inwards. */
export const FALL: usize = LANE_BYTES;
/** The state at the last step. */
export const STATE: usize = 2 * LANE_BYTES;
/** The right side under elimination. */
export const WORK: usize = 3 * LANE_BYTES;
/** Bytes of a row. */
export const ROW: usize = 4 * LANE_BYTES;

// One row more on either side holds zeros, which end the recurrences.
const ROWS: usize = <usize>MOST_SHELLS + 2;
const arena = heap.alloc(ROWS * (ROW + 2 * LANE_BYTES));
memory.fill(arena, 0, ROWS * (ROW + 2 * LANE_BYTES));

const firstRow: usize = arena + ROW;
const firstRisePivot: usize = arena + ROWS * ROW;
const firstFallPivot: usize = firstRisePivot + ROWS * LANE_BYTES;

/** Address of the row of a shell. */
// @ts-ignore: decorator
@inline
export function row(shell: i32): usize {
  return firstRow + <usize>shell * ROW;
}

/** Address of the inverse pivots of a shell in the elimination outwards. */
// @ts-ignore: decorator
@inline
export function risePivot(shell: i32): usize {
  return firstRisePivot + <usize>shell * LANE_BYTES;
}

/** Address of the inverse pivots of a shell in the elimination inwards. */
// @ts-ignore: decorator
@inline
export function fallPivot(shell: i32): usize {
  return firstFallPivot + <usize>shell * LANE_BYTES;
}
