/**
 * The equations of one implicit stage, (V + gamma h K) f = V f_before, factorised for eight tracks at once in both
 * directions.
 *
 * K f is what diffusion takes from a shell; neighbours i and i + 1 exchange k_i (f_i - f_(i+1)). Eliminating outwards,
 *   p_i = e_i + k_i,   e_(i+1) = V_(i+1) + k_i e_i / p_i,
 * and inwards likewise. e_i is the volume that the shells eliminated so far add to shell i: a sum of positive terms,
 * so that no digit of V is lost against k, which is up to 10^7 times larger near the centre.
 * Ref: Grassmann, Taksar, Heyman, Oper. Res. 33, 1107 (1985) (elimination without subtractions).
 */
import { exponential } from '../numerics/exponential';
import { innerStep, LANE_BYTES, LANES, outerStep, past, second } from './lanes';
import { FALL, fallPivot, RISE, risePivot, row, ROW, WORK } from './rows';
import {
  conductances, edgeShell, faces, inwardRoots, MOST_SHELLS, nodes, outwardRoots, resistanceInsideEdge,
  resistanceOutsideEdge, shells, volumes,
} from './shells';
import { outerShare, zoneEdgeWidth, zoneRadius } from './zones';

/** Faces of a smooth edge, between which D is neither that inside nor that outside. */
let smoothFrom: i32 = 0;
let smoothTo: i32 = 0;

// The resistance between two nodes is an integral over 1/r: Gauss' rule with three points.
const GAUSS_POINT: f64 = 0.7745966692414834, GAUSS_OUTER: f64 = 5.0 / 18.0, GAUSS_MIDDLE: f64 = 8.0 / 18.0;
/** Share of ln D_out at the points of each face. */
const outerShares = new StaticArray<f64>(3 * MOST_SHELLS);

const logStepRatio = new StaticArray<f64>(LANES);

/** Finds the faces of a smooth edge; call it when the shells or the zones have changed. */
export function placeEdge(): void {
  smoothFrom = edgeShell;
  smoothTo = edgeShell;
  if (!hasSmoothEdge()) return;
  smoothFrom = 0;
  for (let i = 0; i < shells - 1; i++) {
    // Beyond 12 widths, ln D differs from that of the zone by less than 4e-11 (ln D_out - ln D_in).
    if (nodes[i + 1] < zoneRadius - 12 * zoneEdgeWidth) smoothFrom = i + 1;
    if (nodes[i] <= zoneRadius + 12 * zoneEdgeWidth) smoothTo = i + 1;
    const middle = 0.5 / nodes[i] + 0.5 / nodes[i + 1], away = GAUSS_POINT * (0.5 / nodes[i] - 0.5 / nodes[i + 1]);
    outerShares[3 * i] = outerShare(1 / (middle + away));
    outerShares[3 * i + 1] = outerShare(1 / middle);
    outerShares[3 * i + 2] = outerShare(1 / (middle - away));
  }
}

function hasEdge(): bool {
  return edgeShell > 0 && edgeShell < shells;
}

function hasSmoothEdge(): bool {
  return hasEdge() && zoneEdgeWidth > 0;
}

/** gamma h k between shell i and the next, or the boundary, in one lane: the scalar form of what factorise uses. */
export function laneConductance(lane: i32, i: i32): f64 {
  const inner = innerStep[lane], outer = outerStep[lane];
  if (i >= smoothFrom && i < smoothTo) {
    const ratio = Math.log(inner / outer);
    const resistance = GAUSS_OUTER * (Math.exp(ratio * outerShares[3 * i]) + Math.exp(ratio * outerShares[3 * i + 2]))
      + GAUSS_MIDDLE * Math.exp(ratio * outerShares[3 * i + 1]);
    return inner * conductances[i] / resistance;
  }
  if (i == edgeShell - 1 && hasEdge()) return 1 / (resistanceInsideEdge / inner + resistanceOutsideEdge / outer);
  return (i < edgeShell ? inner : outer) * conductances[i];
}

/** Writes step * conductance to the work space, for faces from..to-1. */
function fillConductances(from: i32, to: i32, steps: StaticArray<f64>): void {
  const step = changetype<usize>(steps);
  const s0 = v128.load(step), s1 = v128.load(step, 16), s2 = v128.load(step, 32), s3 = v128.load(step, 48);
  for (let i = from; i < to; i++) {
    const at = row(i);
    const conductance = f64x2.splat(conductances[i]);
    v128.store(at, f64x2.mul(s0, conductance), WORK);
    v128.store(at, f64x2.mul(s1, conductance), WORK + 16);
    v128.store(at, f64x2.mul(s2, conductance), WORK + 32);
    v128.store(at, f64x2.mul(s3, conductance), WORK + 48);
  }
}

function fillSmoothConductances(from: i32, to: i32): void {
  for (let lane = 0; lane < LANES; lane++) logStepRatio[lane] = Math.log(innerStep[lane] / outerStep[lane]);
  const gaussOuter = f64x2.splat(GAUSS_OUTER), gaussMiddle = f64x2.splat(GAUSS_MIDDLE);
  for (let i = from; i < to; i++) {
    const below = f64x2.splat(outerShares[3 * i]), middle = f64x2.splat(outerShares[3 * i + 1]);
    const above = f64x2.splat(outerShares[3 * i + 2]), conductance = f64x2.splat(conductances[i]);
    for (let at: usize = 0; at < LANE_BYTES; at += 16) {
      const ratio = v128.load(changetype<usize>(logStepRatio) + at);
      const ends = f64x2.add(exponential(f64x2.mul(ratio, below)), exponential(f64x2.mul(ratio, above)));
      const resistance = f64x2.add(
        f64x2.mul(gaussOuter, ends),
        f64x2.mul(gaussMiddle, exponential(f64x2.mul(ratio, middle))),
      );
      const step = v128.load(changetype<usize>(innerStep) + at);
      v128.store(row(i) + at, f64x2.div(f64x2.mul(step, conductance), resistance), WORK);
    }
  }
}

function fillSharpEdge(): void {
  const inside = f64x2.splat(resistanceInsideEdge), outside = f64x2.splat(resistanceOutsideEdge), one = f64x2.splat(1);
  for (let at: usize = 0; at < LANE_BYTES; at += 16) {
    const inner = f64x2.div(inside, v128.load(changetype<usize>(innerStep) + at));
    const outer = f64x2.div(outside, v128.load(changetype<usize>(outerStep) + at));
    v128.store(row(edgeShell - 1) + at, f64x2.div(one, f64x2.add(inner, outer)), WORK);
  }
}

/** Volumes gathered outwards and inwards by the two eliminations, lane by lane. */
const gatheredOutwards = new StaticArray<f64>(LANES);
const gatheredInwards = new StaticArray<f64>(LANES);

/** Scales of the inverse pivots that turn a right side scaled by past into a density, and back in the second stage. */
const risePivotScales = new StaticArray<f64>(LANES);
const fallPivotScales = new StaticArray<f64>(LANES);

/** Takes the eliminations outwards and inwards one shell further; the two pivots share one division. */
// @ts-ignore: decorator
@inline
function eliminateShells(
  outer: i32, inner: i32, chain: usize, one: v128,
  riseVolume: v128, riseRoot: v128, nextRiseVolume: v128, fallVolume: v128, fallRoot: v128, nextFallVolume: v128,
): void {
  const rising = row(outer), falling = row(inner);
  const outwards = changetype<usize>(gatheredOutwards) + chain, inwards = changetype<usize>(gatheredInwards) + chain;
  const risePivotScale = v128.load(changetype<usize>(risePivotScales) + chain);
  const fallPivotScale = v128.load(changetype<usize>(fallPivotScales) + chain);
  const riseGathered = v128.load(outwards), fallGathered = v128.load(inwards);
  const riseConductance = v128.load(rising + chain, WORK), fallConductance = v128.load(falling - ROW + chain, WORK);
  const rise = f64x2.add(riseGathered, riseConductance), fall = f64x2.add(fallGathered, fallConductance);
  const inverse = f64x2.div(one, f64x2.mul(rise, fall));
  const riseInverse = f64x2.mul(inverse, fall), fallInverse = f64x2.mul(inverse, rise);
  v128.store(risePivot(outer) + chain, f64x2.mul(riseInverse, f64x2.mul(risePivotScale, riseVolume)));
  v128.store(fallPivot(inner) + chain, f64x2.mul(fallInverse, f64x2.mul(fallPivotScale, fallVolume)));
  const riseHanded = f64x2.mul(riseConductance, riseInverse), fallHanded = f64x2.mul(fallConductance, fallInverse);
  v128.store(rising + chain, f64x2.mul(riseHanded, riseRoot), ROW + RISE);
  v128.store(falling - ROW + chain, f64x2.mul(fallHanded, fallRoot), FALL);
  v128.store(outwards, f64x2.add(nextRiseVolume, f64x2.mul(riseHanded, riseGathered)));
  v128.store(inwards, f64x2.add(nextFallVolume, f64x2.mul(fallHanded, fallGathered)));
}

/**
 * Factorises the stage equations of the block in force for the innermost shells.
 *
 * @param count shells in use; beyond them nothing has arrived yet, and nothing passes
 */
export function factorise(count: i32): void {
  const innerEnd = min<i32>(count, smoothFrom), outerBegin = min<i32>(count, smoothTo);
  fillConductances(0, innerEnd, innerStep);
  if (hasSmoothEdge()) fillSmoothConductances(innerEnd, outerBegin);
  else if (hasEdge() && edgeShell <= count) fillSharpEdge();
  fillConductances(outerBegin, count, outerStep);
  const last = count - 1;
  const zero = f64x2.splat(0);
  for (let lane = 0; lane < LANES; lane++) {
    risePivotScales[lane] = 1 / past[lane];
    fallPivotScales[lane] = past[lane] * second[lane];
  }
  for (let chain: usize = 0; chain < LANE_BYTES; chain += 16) {
    // Nothing lies below the centre; what leaves the last shell is lost, or comes back if shells beyond are not in use.
    v128.store(row(-1) + chain, zero, WORK);
    if (count < shells) v128.store(row(last) + chain, zero, WORK);
    v128.store(changetype<usize>(gatheredOutwards) + chain, f64x2.splat(volumes[0]));
    const loss = v128.load(row(last) + chain, WORK);
    v128.store(changetype<usize>(gatheredInwards) + chain, f64x2.add(f64x2.splat(volumes[last]), loss));
    v128.store(row(last) + chain, zero, FALL);
  }
  const one = f64x2.splat(1);
  for (let i = 0; i <= last; i++) {
    const riseVolume = f64x2.splat(volumes[i]), riseRoot = f64x2.splat(outwardRoots[i]);
    const nextRiseVolume = f64x2.splat(volumes[i + 1]);
    const fallVolume = f64x2.splat(volumes[last - i]), fallRoot = f64x2.splat(inwardRoots[last - i]);
    const nextFallVolume = f64x2.splat(volumes[max<i32>(0, last - i - 1)]);
    eliminateShells(i, last - i, 0, one, riseVolume, riseRoot, nextRiseVolume, fallVolume, fallRoot, nextFallVolume);
    eliminateShells(i, last - i, 16, one, riseVolume, riseRoot, nextRiseVolume, fallVolume, fallRoot, nextFallVolume);
    eliminateShells(i, last - i, 32, one, riseVolume, riseRoot, nextRiseVolume, fallVolume, fallRoot, nextFallVolume);
    eliminateShells(i, last - i, 48, one, riseVolume, riseRoot, nextRiseVolume, fallVolume, fallRoot, nextFallVolume);
  }
}
