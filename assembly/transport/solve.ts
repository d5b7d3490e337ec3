/**
 * Solver C: dN/dt = div[D(E,r) grad N] + d/dE[b(E) N] + Q(E,r,t) on spherical shells, for the tracks through energy that end
 * at the energies asked for (see coolingTrack.ts), eight at a time.
 */
import { replaceState, stepBackwardEuler, turnsNegative } from './backwardEuler';
import { fillInjections, injectedSoFar, injections, setIdleLane, setLane } from './block';
import { CoolingTrack } from './coolingTrack';
import { factorise, laneConductance, placeEdge } from './factors';
import { releasedAtOnce, sourceShares, sourceRadius, sourceShells, spectrumInForce, spreadSource } from './pulsarSource';
import {
  BLOCK_STEPS, chooseScheme, innerSpread, LANE_BYTES, LANES, outerSpread, past, second, stage, startLane,
} from './lanes';
import { row, STATE, WORK } from './rows';
import {
  FEWEST_SHELLS, layOutShells, MOST_SHELLS, shells, shellsWithin, shellTime, volumes,
} from './shells';
import { beginBlock, eliminateFirstStage, solveFirstStage, solveLastStage, solveSecondStage } from './steps';
import { innerDiffusion, outerDiffusion, zoneEdgeWidth, zoneRadius } from './zones';
import { tabulatedLossRate } from '../lossIntegrals';

/** Answers of the solver. */
export const TRANSPORT_DONE: i32 = 0;
export const TRANSPORT_TOO_MANY_SHELLS: i32 = 1;
export const TRANSPORT_TOO_FEW_SHELLS: i32 = 2;
export const TRANSPORT_STEPS_NOT_IN_BLOCKS: i32 = 3;
export const TRANSPORT_NO_GRID: i32 = 4;

/** Diffusion lengths sqrt(int D dt) beyond which nothing has arrived: exp(-12^2/4) = 2e-16. */
const FRONT: f64 = 12;
/** Diffusion lengths between the outermost radius of interest and the boundary: its image there counts 1e-11. */
const MARGIN: f64 = 5;
/** Density where there is none; it keeps the tails out of subnormal numbers, which are slow. */
const FLOOR: f64 = 1e-200;
/** Densities below this are given as 0. */
const FAINTEST: f64 = 1e-190;

const tracks = new StaticArray<CoolingTrack>(LANES);
for (let lane = 0; lane < LANES; lane++) tracks[lane] = new CoolingTrack();

const escapedSoFar = new StaticArray<f64>(LANES);
const innerSoFar = new StaticArray<f64>(LANES);
const outerSoFar = new StaticArray<f64>(LANES);

/** Blocks in which the reach of diffusion is estimated. */
const REACH_BLOCKS: i32 = 3;

/**
 * Lays out the grid for a set of energies: see layOutShells. Losses, zones and source are in force.
 *
 * @param count number of shells
 * @param energies address of the energies [GeV]
 * @param energyCount their number
 * @param endTime latest time of interest [s]
 * @param observer radius of the observer [cm]
 * @param core radius below which shells are not refined further [cm]
 * @returns TRANSPORT_DONE, or what is wrong with the number of shells
 */
export function layOutTransport(
  count: i32, energies: usize, energyCount: i32, endTime: f64, observer: f64, core: f64,
): i32 {
  if (count > MOST_SHELLS) return TRANSPORT_TOO_MANY_SHELLS;
  if (count < FEWEST_SHELLS) return TRANSPORT_TOO_FEW_SHELLS;
  const track = tracks[0];
  let inner: f64 = 0, outer: f64 = 0, logRatio: f64 = 0, reaching = 0;
  for (let i = 0; i < energyCount; i++) {
    track.begin(load<f64>(energies + (<usize>i << 3)), endTime, REACH_BLOCKS);
    if (!track.alive) continue;
    let trackInner: f64 = 0, trackOuter: f64 = 0;
    for (let block = 0; block < REACH_BLOCKS; block++) {
      setLane(0, track, track.blockStart(block), track.blockStart(block + 1));
      trackInner += innerSpread[0];
      trackOuter += outerSpread[0];
    }
    inner = max<f64>(inner, trackInner);
    outer = max<f64>(outer, trackOuter);
    logRatio += Math.log(innerDiffusion(track.logEnergy) / outerDiffusion(track.logEnergy));
    reaching++;
  }
  const extent = 7 * sourceRadius + 0.5 * observer;
  const innerBoundary = observer + max<f64>(extent, MARGIN * Math.sqrt(inner) + 7 * sourceRadius);
  const outerBoundary = max<f64>(observer, zoneRadius) + max<f64>(extent, MARGIN * Math.sqrt(outer) + 7 * sourceRadius);
  const boundary = zoneRadius - 12 * zoneEdgeWidth > innerBoundary ? innerBoundary : outerBoundary;
  const ratio = reaching > 0 ? Math.exp(logRatio / <f64>reaching) : 1;
  layOutShells(count, observer, core, zoneRadius, zoneEdgeWidth, ratio, boundary);
  spreadSource();
  placeEdge();
  return TRANSPORT_DONE;
}

function clearStates(): void {
  for (let i = 0; i < shells; i++) {
    const state = FLOOR * Math.sqrt(volumes[i]);
    for (let lane = 0; lane < LANES; lane++) store<f64>(row(i) + (<usize>lane << 3), state, STATE);
  }
}

/** Puts a burst into the shells. */
function release(lane: i32): void {
  const track = tracks[lane];
  const released = tabulatedLossRate(track.logEnergy, track.energy) * spectrumInForce(track.energy);
  injectedSoFar[lane] = released;
  for (let i = 0; i < sourceShells; i++) {
    const at = row(i) + (<usize>lane << 3);
    store<f64>(at, load<f64>(at, STATE) + past[lane] * released * sourceShares[i], STATE);
  }
}

/** Shells that anything can have reached by the end of the block in force, in any lane. */
function shellsReached(): i32 {
  const edgeBegin = zoneRadius - 3 * zoneEdgeWidth;
  let reach: f64 = 0;
  for (let lane = 0; lane < LANES; lane++) {
    innerSoFar[lane] += innerSpread[lane];
    outerSoFar[lane] += outerSpread[lane];
    let front = FRONT * Math.sqrt(outerSoFar[lane]);
    if (zoneRadius > 0) {
      const inside = FRONT * Math.sqrt(innerSoFar[lane]);
      front = inside < edgeBegin ? inside : max<f64>(0, edgeBegin) + front;
    }
    reach = max<f64>(reach, front);
  }
  return max<i32>(sourceShells, max<i32>(FEWEST_SHELLS, shellsWithin(reach + 7 * sourceRadius)));
}

/** What the last shell lets out at the second stage of a step over its state, lane by lane. */
const outflows = new StaticArray<f64>(LANES);
const firstStages = new StaticArray<f64>(LANES);

/** Keeps the first stage's density in the last shell, which the step overwrites. */
function keepFirstStage(last: usize): void {
  for (let at: usize = 0; at < LANE_BYTES; at += 16) {
    const first = f64x2.add(v128.load(last + at, WORK), v128.load(last + at, STATE));
    const scale = f64x2.mul(v128.load(changetype<usize>(past) + at), v128.load(changetype<usize>(second) + at));
    v128.store(changetype<usize>(firstStages) + at, f64x2.mul(first, scale));
  }
}

/** Counts what crosses the outer boundary in a second-order step. */
function countOutflow(last: usize): void {
  for (let at: usize = 0; at < LANE_BYTES; at += 16) {
    const both = f64x2.add(v128.load(changetype<usize>(firstStages) + at), v128.load(last + at, STATE));
    const sum = changetype<usize>(escapedSoFar) + at;
    v128.store(sum, f64x2.add(v128.load(sum), f64x2.mul(v128.load(changetype<usize>(outflows) + at), both)));
  }
}

/** Makes a step in which some lanes would turn negative: these by backward Euler, and counted as such. */
function runGuardedStep(step: i32, reached: i32): void {
  const lastRow = row(reached - 1);
  let replaced = 0;
  for (let lane = 0; lane < LANES; lane++) {
    if (!turnsNegative(lane, reached, step)) continue;
    stepBackwardEuler(lane, reached, step);
    replaced |= 1 << lane;
  }
  solveLastStage(reached);
  for (let lane = 0; lane < LANES; lane++) {
    if ((replaced & (1 << lane)) == 0) continue;
    replaceState(lane, reached);
    const first = injections[2 * step * LANES + lane], last = injections[(2 * step + 1) * LANES + lane];
    injectedSoFar[lane] += second[lane] * (last / stage[lane] - first / past[lane] - last);
    firstStages[lane] = load<f64>(lastRow + (<usize>lane << 3), STATE) * (1 / stage[lane] - 1);
  }
}

/** Runs the steps of a block. */
function runBlock(reached: i32): void {
  const source = changetype<usize>(injections);
  const last = row(reached - 1);
  const open = reached == shells;
  for (let lane = 0; lane < LANES; lane++) {
    outflows[lane] = open ? laneConductance(lane, shells - 1) / (past[lane] * Math.sqrt(volumes[shells - 1])) : 0;
  }
  beginBlock(reached, sourceShells, source);
  for (let step = 0; step < BLOCK_STEPS; step++) {
    const next = source + <usize>(2 * step + 2) * LANE_BYTES;
    const positive = solveFirstStage(reached, sourceShells, next - LANE_BYTES);
    if (open) keepFirstStage(last);
    if (positive && step < BLOCK_STEPS - 1) {
      solveSecondStage(reached, sourceShells, next);
    } else {
      if (positive) solveLastStage(reached);
      else runGuardedStep(step, reached);
      if (step < BLOCK_STEPS - 1) eliminateFirstStage(reached, sourceShells, next);
    }
    if (open) countOutflow(last);
  }
}

/**
 * Solves the transport equation up to a time.
 *
 * @param energies address of the energies at that time [GeV]
 * @param energyCount their number
 * @param endTime time since birth [s]
 * @param steps number of time steps, a multiple of BLOCK_STEPS
 * @param factor injection at birth over S and L/L(0) [s^-1 GeV^-1 over the unit of S], or number released at once [GeV^-1]
 * @param densities address of N [GeV^-1 cm^-3]: one row of shells for each energy
 * @param injected address of the number injected into each energy's track, per energy at the end [GeV^-1]
 * @param escaped address of the number that crossed the outer boundary, likewise
 * @returns TRANSPORT_DONE or what is wrong
 */
export function solveTransport(
  energies: usize, energyCount: i32, endTime: f64, steps: i32, factor: f64,
  densities: usize, injected: usize, escaped: usize,
): i32 {
  if (shells == 0) return TRANSPORT_NO_GRID;
  if (steps < BLOCK_STEPS || steps % BLOCK_STEPS != 0) return TRANSPORT_STEPS_NOT_IN_BLOCKS;
  const blocks = steps / BLOCK_STEPS;
  for (let begin = 0; begin < energyCount; begin += LANES) {
    clearStates();
    for (let lane = 0; lane < LANES; lane++) {
      startLane(lane);
      injectedSoFar[lane] = 0;
      escapedSoFar[lane] = 0;
      innerSoFar[lane] = 0;
      outerSoFar[lane] = 0;
      tracks[lane].alive = false;
      if (begin + lane < energyCount) tracks[lane].begin(load<f64>(energies + (<usize>(begin + lane) << 3)), endTime, blocks);
      if (!tracks[lane].alive) setIdleLane(lane);
      else if (releasedAtOnce) release(lane);
    }
    for (let block = 0; block < blocks; block++) {
      for (let lane = 0; lane < LANES; lane++) {
        const track = tracks[lane];
        if (!track.alive) continue;
        const from = track.blockStart(block), to = track.blockStart(block + 1), duration = to - from;
        setLane(lane, track, from, to);
        const time = shellTime(innerSpread[lane] / duration, outerSpread[lane] / duration);
        chooseScheme(lane, duration / <f64>BLOCK_STEPS, time);
      }
      const reached = shellsReached();
      factorise(reached);
      fillInjections();
      runBlock(reached);
    }
    for (let lane = 0; lane < LANES && begin + lane < energyCount; lane++) {
      const at = <usize>(begin + lane) << 3;
      const perEnergy = factor / tracks[lane].endLossRate;
      store<f64>(injected + at, tracks[lane].alive ? injectedSoFar[lane] * perEnergy : 0);
      store<f64>(escaped + at, escapedSoFar[lane] * perEnergy);
      const result = densities + at * shells;
      for (let i = 0; i < shells; i++) {
        const density = load<f64>(row(i) + (<usize>lane << 3), STATE) / (past[lane] * Math.sqrt(volumes[i]));
        store<f64>(result + (<usize>i << 3), density > FAINTEST ? density * perEnergy : 0);
      }
    }
  }
  return TRANSPORT_DONE;
}
