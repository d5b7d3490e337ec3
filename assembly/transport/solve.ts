/**
 * Solver C: dN/dt = div[D(E,r) grad N] + d/dE[b(E) N] + Q(E,r,t) on spherical shells, along the tracks through energy
 * that end at the energies asked for (see coolingTrack.ts), eight at a time.
 */
import { tabulatedLossRate } from '../lossIntegrals';
import { TRANSPORT_DONE, TRANSPORT_NO_SHELLS, TRANSPORT_STEPS_NOT_IN_BLOCKS } from './answers';
import { fillInjections, injectedSoFar, setIdleLane, setLane } from './block';
import { CoolingTrack, MOST_PHASES } from './coolingTrack';
import { factorise } from './factors';
import { BLOCK_STEPS, chooseScheme, innerSpread, LANE_BYTES, LANES, outerSpread, past, startLane } from './lanes';
import { clearGuardedSteps, escapedSoFar, marchThroughBlock } from './march';
import { releasedAtOnce, sourceExtent, sourceShares, sourceShells, spectrumInForce } from './pulsarSource';
import { row, STATE } from './rows';
import { FEWEST_SHELLS, shells, shellsWithin, shellTime, volumeRoots } from './shells';
import { zoneEdgeWidth, zoneRadius } from './zones';

/** Fewest blocks of steps: one for each phase of the zones. */
export const FEWEST_BLOCKS: i32 = MOST_PHASES;

/** Diffusion lengths sqrt(int D dt) beyond which nothing has arrived: exp(-12^2/4) = 2e-16. */
const FRONT: f64 = 12;
/** f where there is none; it keeps the tails out of subnormal numbers, which are slow. */
const FLOOR: f64 = 1e-280;
/** f below this is given as 0. */
const FAINTEST: f64 = 1e-270;
/** A track that receives less (int b S dt) is given as empty: far beyond the cutoff, where nothing can be measured. */
const LEAST_INJECTED: f64 = 1e-130;

const tracks = new StaticArray<CoolingTrack>(LANES);
for (let lane = 0; lane < LANES; lane++) tracks[lane] = new CoolingTrack();

/** int D dt so far inside and outside r_b, lane by lane. */
const innerSoFar = new StaticArray<f64>(LANES);
const outerSoFar = new StaticArray<f64>(LANES);

function clearStates(): void {
  for (let i = 0; i < shells; i++) {
    const state = f64x2.splat(FLOOR * volumeRoots[i]);
    for (let at: usize = 0; at < LANE_BYTES; at += 16) v128.store(row(i) + at, state, STATE);
  }
}

/** Puts a burst into the shells. */
function releaseBurst(lane: i32): void {
  const track = tracks[lane];
  const released = tabulatedLossRate(track.logEnergy, track.energy) * spectrumInForce(track.energy);
  injectedSoFar[lane] = released;
  for (let i = 0; i < sourceShells; i++) {
    const at = row(i) + (<usize>lane << 3);
    store<f64>(at, load<f64>(at, STATE) + past[lane] * released * sourceShares[i], STATE);
  }
}

/** Sets out on the tracks that end at some energies. @returns whether anything is injected into any of them */
function beginTracks(energies: usize, count: i32, endTime: f64, blocks: i32): bool {
  let alive: bool = false;
  for (let lane = 0; lane < LANES; lane++) {
    startLane(lane);
    injectedSoFar[lane] = 0;
    escapedSoFar[lane] = 0;
    innerSoFar[lane] = 0;
    outerSoFar[lane] = 0;
    tracks[lane].alive = false;
    if (lane < count) tracks[lane].begin(load<f64>(energies + (<usize>lane << 3)), endTime, blocks);
    if (!tracks[lane].alive) setIdleLane(lane);
    else if (releasedAtOnce) releaseBurst(lane);
    if (tracks[lane].alive) alive = true;
  }
  return alive;
}

/** Takes all tracks to the end of a block. */
function enterBlock(block: i32): void {
  for (let lane = 0; lane < LANES; lane++) {
    const track = tracks[lane];
    if (!track.alive) continue;
    const from = track.blockStart(block), to = track.blockStart(block + 1), duration = to - from;
    setLane(lane, track, from, to);
    const time = shellTime(innerSpread[lane] / duration, outerSpread[lane] / duration);
    chooseScheme(lane, duration / <f64>BLOCK_STEPS, time);
  }
}

/** Shells that anything can have reached by the end of the block, in any lane. */
function shellsReached(): i32 {
  const edgeBegin = max<f64>(0, zoneRadius - 3 * zoneEdgeWidth);
  let reach: f64 = 0;
  for (let lane = 0; lane < LANES; lane++) {
    innerSoFar[lane] += innerSpread[lane];
    outerSoFar[lane] += outerSpread[lane];
    let front = FRONT * Math.sqrt(outerSoFar[lane]);
    if (zoneRadius > 0) {
      const inside = FRONT * Math.sqrt(innerSoFar[lane]);
      front = inside < edgeBegin ? inside : edgeBegin + front;
    }
    reach = max<f64>(reach, front);
  }
  return max<i32>(sourceShells, max<i32>(FEWEST_SHELLS, shellsWithin(reach + sourceExtent())));
}

function writeDensities(lane: i32, factor: f64, densities: usize): void {
  const scale = 1 / past[lane];
  for (let i = 0; i < shells; i++) {
    const density = load<f64>(row(i) + (<usize>lane << 3), STATE) * scale / volumeRoots[i];
    store<f64>(densities + (<usize>i << 3), density > FAINTEST ? density * factor : 0);
  }
}

/**
 * Solves the transport equation up to a time, on the shells that are laid out.
 *
 * Along each track f = b N changes by diffusion and injection alone, on finite volumes in r: what is injected is in
 * the shells at the end or has crossed the outer boundary, to 1e-12. N is positive or zero for any step.
 *
 * @param energies address of the energies at that time [GeV]
 * @param energyCount their number; results for an energy do not depend on the others beyond rounding
 * @param endTime time since birth [s]
 * @param steps number of time steps, a multiple of BLOCK_STEPS
 * @param factor injection at birth over S [s^-1], or for a burst the number released over S [1]
 * @param densities address of N [GeV^-1 cm^-3]: one row of shells for each energy
 * @param injected address of the number injected into each track, per energy at its end [GeV^-1]
 * @param escaped address of the number that crossed the outer boundary, likewise
 * @returns TRANSPORT_DONE or what is wrong
 * Ref: Syrovatskii, Sov. Astron. 3, 22 (1959) (the equation and its characteristics in energy).
 */
export function solveTransport(
  energies: usize, energyCount: i32, endTime: f64, steps: i32, factor: f64,
  densities: usize, injected: usize, escaped: usize,
): i32 {
  if (shells == 0) return TRANSPORT_NO_SHELLS;
  if (steps < FEWEST_BLOCKS * BLOCK_STEPS || steps % BLOCK_STEPS != 0) return TRANSPORT_STEPS_NOT_IN_BLOCKS;
  const blocks = steps / BLOCK_STEPS;
  clearGuardedSteps();
  for (let first = 0; first < energyCount; first += LANES) {
    const at = <usize>first << 3, count = min<i32>(LANES, energyCount - first);
    clearStates();
    if (beginTracks(energies + at, count, endTime, blocks)) {
      for (let block = 0; block < blocks; block++) {
        enterBlock(block);
        const reached = shellsReached();
        factorise(reached);
        fillInjections();
        marchThroughBlock(reached);
      }
    }
    for (let lane = 0; lane < count; lane++) {
      const place = at + (<usize>lane << 3);
      const perEnergy = injectedSoFar[lane] > LEAST_INJECTED ? factor / tracks[lane].endLossRate : 0;
      store<f64>(injected + place, injectedSoFar[lane] * perEnergy);
      store<f64>(escaped + place, escapedSoFar[lane] * perEnergy);
      writeDensities(lane, perEnergy, densities + place * shells);
    }
  }
  return TRANSPORT_DONE;
}
