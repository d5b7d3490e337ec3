/**
 * The step that never turns negative: backward Euler, (V + h K) f = V (f_0 + h q). It takes the place of a
 * second-order step that would, in the lanes where it would.
 */
import { injections } from './block';
import { laneConductance } from './factors';
import { LANES, past, second, stage } from './lanes';
import { RISE, risePivot, row, ROW, STATE } from './rows';
import { MOST_SHELLS, shells, volumeRoots, volumes } from './shells';
import { sourceShares, sourceShells } from './pulsarSource';

const eliminated = new StaticArray<f64>(MOST_SHELLS + 1);
const handed = new StaticArray<f64>(MOST_SHELLS + 1);
/** Densities after the step, lane by lane. */
const solutions = new StaticArray<f64>(MOST_SHELLS * LANES);

/** Whether the second right side of a lane is negative in some shell. */
export function turnsNegative(lane: i32, count: i32, step: i32): bool {
  const first = injections[2 * step * LANES + lane], last = injections[(2 * step + 1) * LANES + lane];
  const offset = <usize>lane << 3;
  let below: f64 = 0;
  for (let i = 0; i < count; i++) {
    const at = row(i) + offset;
    const source = i < sourceShells ? first * sourceShares[i] : 0;
    below = load<f64>(at, STATE) + source + load<f64>(at, RISE) * below;
    eliminated[i] = below;
  }
  let above: f64 = 0;
  for (let i = count - 1; i >= 0; i--) {
    const at = row(i) + offset;
    above = load<f64>(risePivot(i) + offset) * eliminated[i] + load<f64>(at, ROW + RISE) * above;
    const source = i < sourceShells ? last * sourceShares[i] : 0;
    if (above - load<f64>(at, STATE) + source < 0) return true;
  }
  return false;
}

/** Makes the step in one lane and keeps the result aside. */
export function stepBackwardEuler(lane: i32, count: i32, step: i32): void {
  const offset = <usize>lane << 3;
  const source = past[lane] * second[lane] / stage[lane] * injections[(2 * step + 1) * LANES + lane];
  let gathered = volumes[0], below: f64 = 0, passed: f64 = 0;
  for (let i = 0; i < count; i++) {
    const closed = i == count - 1 && count < shells;
    const conductance = closed ? 0 : laneConductance(lane, i) / stage[lane];
    const pivot = gathered + conductance;
    let density = load<f64>(row(i) + offset, STATE);
    if (i < sourceShells) density += source * sourceShares[i];
    below = density * volumeRoots[i] + passed * below;
    eliminated[i] = below / pivot;
    passed = conductance / pivot;
    handed[i] = passed;
    gathered = volumes[i + 1] + passed * gathered;
  }
  let above: f64 = 0;
  for (let i = count - 1; i >= 0; i--) {
    above = eliminated[i] + handed[i] * above;
    solutions[lane * MOST_SHELLS + i] = above * volumeRoots[i];
  }
}

/** Puts the kept result of a lane in place of its state. */
export function replaceState(lane: i32, count: i32): void {
  const offset = <usize>lane << 3;
  for (let i = 0; i < count; i++) store<f64>(row(i) + offset, solutions[lane * MOST_SHELLS + i], STATE);
}
