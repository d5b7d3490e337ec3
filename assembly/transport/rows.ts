/**
 * Memory of eight tracks: one row a shell, with the state and the factors of all lanes side by side.
 *
 * A shell holds past * sqrt(V) f in place of f = b N (see lanes.ts), which makes the equations symmetric.
 */
import { MOST_SHELLS } from './shells';
import { LANE_BYTES } from './lanes';

/** What shell i - 1 hands up to i when the equations are eliminated outwards, and i to i - 1 when they are solved. */
export const RISE: usize = 0;
/** Inverse pivot of the elimination outwards. */
export const RISE_PIVOT: usize = LANE_BYTES;
/** What shell i + 1 hands down to i when the equations are eliminated inwards. */
export const FALL: usize = 2 * LANE_BYTES;
/** Inverse pivot of the elimination inwards. */
export const FALL_PIVOT: usize = 3 * LANE_BYTES;
/** The state at the last step. */
export const STATE: usize = 4 * LANE_BYTES;
/** The right side under elimination. */
export const WORK: usize = 5 * LANE_BYTES;
/** Bytes of a row. */
export const ROW: usize = 6 * LANE_BYTES;

// One row more on either side holds zeros, which end the recurrences.
const arena = heap.alloc((<usize>MOST_SHELLS + 2) * ROW);
memory.fill(arena, 0, (<usize>MOST_SHELLS + 2) * ROW);

/** Address of shell 0. */
export const firstRow: usize = arena + ROW;

/** Address of a shell. */
// @ts-ignore: decorator
@inline
export function row(shell: i32): usize {
  return firstRow + <usize>shell * ROW;
}
