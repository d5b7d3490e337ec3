/** Cooling tracks are followed side by side in "lanes"; this is what is in force in each during a block of steps. */

/** Number of lanes: four vectors of two. */
export const LANES: i32 = 8;
/** Bytes of one quantity in all of them. */
export const LANE_BYTES: usize = <usize>LANES * 8;
/** Time steps in a block. */
export const BLOCK_STEPS: i32 = 20;

/** int D dt over the block inside and outside r_b [cm^2]. */
export const innerSpread = new StaticArray<f64>(LANES);
export const outerSpread = new StaticArray<f64>(LANES);
/** gamma h D inside and outside r_b, h being the time step [cm^2]. */
export const innerStep = new StaticArray<f64>(LANES);
export const outerStep = new StaticArray<f64>(LANES);

/** gamma of the Runge-Kutta scheme (see steps.ts). */
export const stage = new StaticArray<f64>(LANES);
/** beta = (1 - gamma)/gamma, the weight of the first stage in the second. */
export const second = new StaticArray<f64>(LANES);
/** 1 - 1/beta, by which states are scaled. */
export const past = new StaticArray<f64>(LANES);
/** What a state is multiplied by at the beginning of the block, where that scale changes. */
export const rescale = new StaticArray<f64>(LANES);

/** gamma of second order in time, 1 - 1/sqrt(2). */
const SECOND_ORDER: f64 = 0.2928932188134524;
/** Largest offset: gamma stays above 0.2, where the scheme still damps what it cannot resolve. */
const MOST_OFFSET: f64 = 0.14;

/** Puts a lane at the beginning of its track. */
export function startLane(lane: i32): void {
  stage[lane] = SECOND_ORDER;
  second[lane] = (1 - SECOND_ORDER) / SECOND_ORDER;
  past[lane] = (1 - 2 * SECOND_ORDER) / (1 - SECOND_ORDER);
  rescale[lane] = 1;
  innerSpread[lane] = 0;
  outerSpread[lane] = 0;
  innerStep[lane] = 1;
  outerStep[lane] = 1;
}

/**
 * Chooses the scheme of the block in force: gamma = 1 - sqrt(1/2 + offset).
 *
 * On shells of width w a field spreads as if df/dt were larger by (w^2/12 D) d2f/dt2; the scheme with an offset makes
 * it smaller by offset * h * d2f/dt2. With offset = w^2/(12 D h) both cancel, and the faint tails of the cloud, in
 * which they add up, come out to fourth order. The offset vanishes as steps grow, and is bounded as they shrink.
 *
 * @param step h [s]
 * @param shellTime w^2/(12 D) [s]
 */
export function chooseScheme(lane: i32, step: f64, shellTime: f64): void {
  const gamma = 1 - Math.sqrt(0.5 + min<f64>(MOST_OFFSET, shellTime / step));
  const before = past[lane];
  stage[lane] = gamma;
  second[lane] = (1 - gamma) / gamma;
  past[lane] = (1 - 2 * gamma) / (1 - gamma);
  rescale[lane] = past[lane] / before;
  innerStep[lane] = gamma * innerSpread[lane] / <f64>BLOCK_STEPS;
  outerStep[lane] = gamma * outerSpread[lane] / <f64>BLOCK_STEPS;
}
