/**
 * One time step of df/dt = -(K/V) f + q for eight tracks at once, by a diagonally implicit Runge-Kutta scheme of two
 * stages:
 *   (V + gamma h K) f_1 = V (f_0 + gamma h q_1),
 *   (V + gamma h K) f_2 = V [f_0 + beta (f_1 - f_0) + gamma h q_2],   beta = (1 - gamma)/gamma,
 * which damps whatever changes faster than a step (L-stable) and ends on its second stage, so that steady fields come
 * out exactly. It is of second order in time for gamma = 1 - 1/sqrt(2); lanes.ts says why another one is used.
 * Ref: Alexander, SIAM J. Numer. Anal. 14, 1006 (1977).
 *
 * The first stage is eliminated outwards and solved inwards, the second eliminated inwards and solved outwards, so
 * that each sweep over the shells solves one system while it eliminates the next. Rows hold (1 - 1/beta) sqrt(V) f,
 * and the second right side is divided by beta: one multiplication less for each of them.
 */
import { LANE_BYTES, rescale } from './lanes';
import { sourceShares } from './pulsarSource';
import { FALL, fallPivot, RISE, risePivot, row, ROW, STATE, WORK } from './rows';

/** What two sweeps hand over between shells with and without sources: two sets of LANES numbers. */
const handed = memory.data(2 * 64, 16);

// @ts-ignore: decorator
@inline
function solveFirst(at: usize, pivot: usize, chain: usize, above: v128): v128 {
  return f64x2.add(
    f64x2.mul(v128.load(pivot + chain), v128.load(at + chain, WORK)),
    f64x2.mul(v128.load(at + chain, ROW + RISE), above),
  );
}

// @ts-ignore: decorator
@inline
function eliminateSecond(at: usize, chain: usize, right: v128, above: v128): v128 {
  const eliminated = f64x2.add(right, f64x2.mul(v128.load(at + chain, FALL), above));
  v128.store(at + chain, eliminated, WORK);
  return eliminated;
}

/** The inward sweep over shells from..to, both included. @returns signs of the second right sides */
// @ts-ignore: decorator
@inline
function sweepInwards(from: i32, to: i32, withSource: bool, injection: usize, signs: v128): v128 {
  let f0 = v128.load(handed), f1 = v128.load(handed, 16), f2 = v128.load(handed, 32), f3 = v128.load(handed, 48);
  let w0 = v128.load(handed, 64), w1 = v128.load(handed, 80), w2 = v128.load(handed, 96), w3 = v128.load(handed, 112);
  let shares = changetype<usize>(sourceShares) + (<usize>from << 3), pivot = risePivot(from);
  for (let at = row(from), end = row(to); at >= end; at -= ROW, pivot -= LANE_BYTES) {
    const share = withSource ? v128.load64_splat(shares) : signs;
    f0 = solveFirst(at, pivot, 0, f0);
    let right = f64x2.sub(f0, v128.load(at, STATE));
    if (withSource) right = f64x2.add(right, f64x2.mul(share, v128.load(injection)));
    signs = v128.or(signs, right);
    w0 = eliminateSecond(at, 0, right, w0);
    f1 = solveFirst(at, pivot, 16, f1);
    right = f64x2.sub(f1, v128.load(at, STATE + 16));
    if (withSource) right = f64x2.add(right, f64x2.mul(share, v128.load(injection, 16)));
    signs = v128.or(signs, right);
    w1 = eliminateSecond(at, 16, right, w1);
    f2 = solveFirst(at, pivot, 32, f2);
    right = f64x2.sub(f2, v128.load(at, STATE + 32));
    if (withSource) right = f64x2.add(right, f64x2.mul(share, v128.load(injection, 32)));
    signs = v128.or(signs, right);
    w2 = eliminateSecond(at, 32, right, w2);
    f3 = solveFirst(at, pivot, 48, f3);
    right = f64x2.sub(f3, v128.load(at, STATE + 48));
    if (withSource) right = f64x2.add(right, f64x2.mul(share, v128.load(injection, 48)));
    signs = v128.or(signs, right);
    w3 = eliminateSecond(at, 48, right, w3);
    if (withSource) shares -= 8;
  }
  v128.store(handed, f0);
  v128.store(handed, f1, 16);
  v128.store(handed, f2, 32);
  v128.store(handed, f3, 48);
  v128.store(handed, w0, 64);
  v128.store(handed, w1, 80);
  v128.store(handed, w2, 96);
  v128.store(handed, w3, 112);
  return signs;
}

/**
 * Solves the first stage inwards and eliminates the second.
 *
 * The inverse of V + gamma h K has no negative entry; only the difference f_1 - f_0 in the second right side can make
 * the step negative.
 *
 * @returns whether all second right sides are positive or zero, so that the step is
 */
export function solveFirstStage(count: i32, sourceCount: i32, injection: usize): bool {
  memory.fill(handed, 0, 128);
  let signs = f64x2.splat(0);
  if (count > sourceCount) signs = sweepInwards(count - 1, sourceCount, false, injection, signs);
  signs = sweepInwards(min<i32>(count, sourceCount) - 1, 0, true, injection, signs);
  return i64x2.bitmask(signs) == 0;
}

// @ts-ignore: decorator
@inline
function solveSecond(at: usize, pivot: usize, chain: usize, below: v128): v128 {
  const state = f64x2.add(
    f64x2.mul(v128.load(pivot + chain), v128.load(at + chain, WORK)),
    f64x2.mul(v128.load(at - ROW + chain, FALL), below),
  );
  v128.store(at + chain, state, STATE);
  return state;
}

// @ts-ignore: decorator
@inline
function eliminateFirst(at: usize, chain: usize, right: v128, below: v128): v128 {
  const eliminated = f64x2.add(right, f64x2.mul(v128.load(at + chain, RISE), below));
  v128.store(at + chain, eliminated, WORK);
  return eliminated;
}

// @ts-ignore: decorator
@inline
function rescaled(at: usize, chain: usize, state: v128): v128 {
  const result = f64x2.mul(state, v128.load(changetype<usize>(rescale) + chain));
  v128.store(at + chain, result, STATE);
  return result;
}

// Tasks of the outward sweep.
const SOLVE: i32 = 1, ELIMINATE: i32 = 2, RESCALE: i32 = 4;

/** The outward sweep over shells from..to-1: solves the second stage, eliminates the first, or both. */
// @ts-ignore: decorator
@inline
function sweepOutwards(from: i32, to: i32, task: i32, withSource: bool, injection: usize): void {
  let f0 = v128.load(handed), f1 = v128.load(handed, 16), f2 = v128.load(handed, 32), f3 = v128.load(handed, 48);
  let w0 = v128.load(handed, 64), w1 = v128.load(handed, 80), w2 = v128.load(handed, 96), w3 = v128.load(handed, 112);
  let shares = changetype<usize>(sourceShares) + (<usize>from << 3), pivot = fallPivot(from);
  for (let at = row(from), end = row(to); at < end; at += ROW, pivot += LANE_BYTES) {
    if (task & SOLVE) {
      f0 = solveSecond(at, pivot, 0, f0);
      f1 = solveSecond(at, pivot, 16, f1);
      f2 = solveSecond(at, pivot, 32, f2);
      f3 = solveSecond(at, pivot, 48, f3);
    } else {
      f0 = v128.load(at, STATE);
      f1 = v128.load(at, STATE + 16);
      f2 = v128.load(at, STATE + 32);
      f3 = v128.load(at, STATE + 48);
    }
    if (task & RESCALE) {
      f0 = rescaled(at, 0, f0);
      f1 = rescaled(at, 16, f1);
      f2 = rescaled(at, 32, f2);
      f3 = rescaled(at, 48, f3);
    }
    if (task & ELIMINATE) {
      if (withSource) {
        const share = v128.load64_splat(shares);
        w0 = eliminateFirst(at, 0, f64x2.add(f0, f64x2.mul(share, v128.load(injection))), w0);
        w1 = eliminateFirst(at, 16, f64x2.add(f1, f64x2.mul(share, v128.load(injection, 16))), w1);
        w2 = eliminateFirst(at, 32, f64x2.add(f2, f64x2.mul(share, v128.load(injection, 32))), w2);
        w3 = eliminateFirst(at, 48, f64x2.add(f3, f64x2.mul(share, v128.load(injection, 48))), w3);
        shares += 8;
      } else {
        w0 = eliminateFirst(at, 0, f0, w0);
        w1 = eliminateFirst(at, 16, f1, w1);
        w2 = eliminateFirst(at, 32, f2, w2);
        w3 = eliminateFirst(at, 48, f3, w3);
      }
    }
  }
  v128.store(handed, f0);
  v128.store(handed, f1, 16);
  v128.store(handed, f2, 32);
  v128.store(handed, f3, 48);
  v128.store(handed, w0, 64);
  v128.store(handed, w1, 80);
  v128.store(handed, w2, 96);
  v128.store(handed, w3, 112);
}

/** Scales the states for the block and eliminates the first stage outwards: the first step of a block. */
export function beginBlock(count: i32, sourceCount: i32, injection: usize): void {
  memory.fill(handed, 0, 128);
  const sources = min<i32>(count, sourceCount);
  sweepOutwards(0, sources, RESCALE | ELIMINATE, true, injection);
  sweepOutwards(sources, count, RESCALE | ELIMINATE, false, injection);
}

/** Eliminates the first stage outwards: after a step that was not solved by the sweeps. */
export function eliminateFirstStage(count: i32, sourceCount: i32, injection: usize): void {
  memory.fill(handed, 0, 128);
  const sources = min<i32>(count, sourceCount);
  sweepOutwards(0, sources, ELIMINATE, true, injection);
  sweepOutwards(sources, count, ELIMINATE, false, injection);
}

/** Solves the second stage outwards, which ends the step, and eliminates the first stage of the next one. */
export function solveSecondStage(count: i32, sourceCount: i32, nextInjection: usize): void {
  memory.fill(handed, 0, 128);
  const sources = min<i32>(count, sourceCount);
  sweepOutwards(0, sources, SOLVE | ELIMINATE, true, nextInjection);
  sweepOutwards(sources, count, SOLVE | ELIMINATE, false, nextInjection);
}

/** Solves the second stage outwards and eliminates nothing: the last step of a block. */
export function solveLastStage(count: i32): void {
  memory.fill(handed, 0, 128);
  sweepOutwards(0, count, SOLVE, false, 0);
}
