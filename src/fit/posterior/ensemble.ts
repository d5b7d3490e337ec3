/** Affine-invariant ensemble sampler: the move of half of the walkers, as a function from state to state. */
import type { Elementary } from '../elementary.ts';
import { Random, type RandomState } from '../random.ts';

/** Walkers and everything that decides how they go on; plain numbers, so that JSON keeps it to the last bit. */
export interface EnsembleState {
  readonly random: RandomState;
  /** Steps done; one step moves every walker once. */
  readonly step: number;
  /** The half that moves next. */
  readonly half: 0 | 1;
  /** Parameters of every walker; the first half of them, then the second. */
  readonly walkers: readonly (readonly number[])[];
  /** Logarithm of the posterior density of every walker, finite. */
  readonly logProbabilities: readonly number[];
  /** Moves that every walker made. */
  readonly accepted: readonly number[];
}

/** Largest factor by which a walker's distance from its partner is stretched; 1 / STRETCH is the smallest. */
const STRETCH = 2;

/** Walkers that serve well: four per parameter, 16 at least; an even number. */
export function walkersFor(parameters: number): number {
  return Math.max(16, 4 * parameters);
}

/**
 * The state before the first step.
 *
 * @param walkers at least two per parameter, an even number, none on a common plane
 * @param seed an integer from 0 to 2^32 - 1
 * @throws RangeError for too few walkers, an odd number, or a log probability that is not finite
 */
export function startEnsemble(
  walkers: readonly ArrayLike<number>[],
  logProbabilities: ArrayLike<number>,
  seed: number,
): EnsembleState {
  const parameters = walkers[0]?.length ?? 0;
  const count = walkers.length;
  if (parameters === 0 || count % 2 !== 0 || count < 2 * parameters) {
    throw new RangeError(
      `${parameters} parameters cannot be sampled by ${count} walkers; use an even number, two per parameter at least.`,
    );
  }
  if (logProbabilities.length !== count) {
    throw new RangeError(`There are ${count} walkers, but ${logProbabilities.length} log probabilities.`);
  }
  walkers.forEach((walker, k) => {
    if (walker.length !== parameters || !Array.from(walker).every(Number.isFinite)) {
      throw new RangeError(`Walker ${k + 1} does not have ${parameters} finite parameters.`);
    }
    if (!Number.isFinite(logProbabilities[k]!)) {
      throw new RangeError(`Walker ${k + 1} starts where the posterior is zero or not known; start it elsewhere.`);
    }
  });
  return {
    random: Random.seeded(seed).state,
    step: 0,
    half: 0,
    walkers: walkers.map((walker) => Array.from(walker)),
    logProbabilities: Array.from(logProbabilities),
    accepted: new Array<number>(count).fill(0),
  };
}

interface Move {
  readonly walker: number;
  readonly point: Float64Array;
  readonly stretch: number;
  /** Uniform in (0, 1]. */
  readonly chance: number;
}

/**
 * The moves that come next. Equation: Y = X_j + z (X_k - X_j) with j a walker of the other half and z of density 1 /
 * sqrt(z) between 1 / a and a, a = 2. Source: Goodman & Weare, Communications in Applied Mathematics and Computational
 * Science 5 (2010) 65; halves that move in turn: Foreman-Mackey et al. (2013), doi:10.1086/670067.
 */
function nextMoves(state: EnsembleState): { moves: Move[]; random: RandomState } {
  const random = new Random(state.random);
  const size = state.walkers.length / 2;
  const [moving, waiting] = state.half === 0 ? [0, size] : [size, 0];
  const moves = Array.from({ length: size }, (_, k): Move => {
    const root = (STRETCH - 1) * random.uniform() + 1;
    const stretch = (root * root) / STRETCH;
    const partner = state.walkers[waiting + random.below(size)]!;
    const chance = 1 - random.uniform();
    const walker = moving + k;
    const here = state.walkers[walker]!;
    return {
      walker,
      point: Float64Array.from(here, (value, i) => partner[i]! + stretch * (value - partner[i]!)),
      stretch,
      chance,
    };
  });
  return { moves, random: random.state };
}

/**
 * Points at which the posterior is needed to go on, one per walker of the half that moves. They depend on the state
 * only.
 */
export function proposals(state: EnsembleState): Float64Array[] {
  return nextMoves(state).moves.map(({ point }) => point);
}

/**
 * The state after half a step.
 *
 * A proposal is accepted with probability min(1, z^(n - 1) p(Y) / p(X)), n the number of parameters; never where its
 * log probability is -Infinity or not a number.
 *
 * @param logProbabilities at the `proposals` of the state, in their order
 */
export function accept(
  state: EnsembleState,
  logProbabilities: ArrayLike<number>,
  { log }: Pick<Elementary, 'log'>,
): EnsembleState {
  const { moves, random } = nextMoves(state);
  if (logProbabilities.length !== moves.length) {
    throw new RangeError(`There are ${moves.length} proposals, but ${logProbabilities.length} log probabilities.`);
  }
  const walkers = state.walkers.slice();
  const known = state.logProbabilities.slice();
  const accepted = state.accepted.slice();
  moves.forEach(({ walker, point, stretch, chance }, k) => {
    const there = logProbabilities[k]!;
    if (!(there > Number.NEGATIVE_INFINITY && there < Number.POSITIVE_INFINITY)) return;
    if (log(chance) >= (point.length - 1) * log(stretch) + there - known[walker]!) return;
    walkers[walker] = Array.from(point);
    known[walker] = there;
    accepted[walker]! += 1;
  });
  return {
    random,
    step: state.step + state.half,
    half: state.half === 0 ? 1 : 0,
    walkers,
    logProbabilities: known,
    accepted,
  };
}

/** Part of the proposals that were accepted so far; 0.2 to 0.5 is usual. */
export function acceptance(state: EnsembleState): number {
  const halves = 2 * state.step + state.half;
  const proposed = (halves * state.walkers.length) / 2;
  return proposed === 0 ? 0 : state.accepted.reduce((sum, count) => sum + count, 0) / proposed;
}
