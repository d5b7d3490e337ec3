// What the solver answers to a call.
export const TRANSPORT_DONE: i32 = 0;
/** More shells than MOST_SHELLS. */
export const TRANSPORT_TOO_MANY_SHELLS: i32 = 1;
/** Fewer shells than FEWEST_SHELLS. */
export const TRANSPORT_TOO_FEW_SHELLS: i32 = 2;
/** The number of steps is no multiple of BLOCK_STEPS, or below FEWEST_BLOCKS blocks. */
export const TRANSPORT_STEPS_NOT_IN_BLOCKS: i32 = 3;
/** No shells have been laid out. */
export const TRANSPORT_NO_SHELLS: i32 = 4;
