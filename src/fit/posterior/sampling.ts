/** A run of the sampler: from the first walkers to a chain that has converged or is as long as allowed. */
import type { Elementary } from '../elementary.ts';
import { type Chain, emptyChain, record } from './chain.ts';
import { type ConvergenceCheck, checkConvergence, nextCheckStep } from './convergence.ts';
import { accept, acceptance, type EnsembleState, proposals, startEnsemble } from './ensemble.ts';

/**
 * A run at any moment. Plain numbers and words: written as JSON, read back and continued it comes to the same bytes as
 * without the pause, wherever the pause was and whoever computed the posterior.
 */
export interface SamplingRun {
  readonly state: EnsembleState;
  /** Grows in place: a run is to be written out before it is advanced. */
  readonly chain: Chain;
  readonly checks: readonly ConvergenceCheck[];
  readonly stepLimit: number;
  /** Why the run ended; null while it goes on. */
  readonly ended: 'converged' | 'limit' | null;
}

export interface SamplingProgress {
  readonly step: number;
  readonly stepLimit: number;
  readonly acceptance: number;
  /** The last look at convergence; null before the first one. */
  readonly check: ConvergenceCheck | null;
}

/**
 * A run before its first step.
 *
 * @param walkers as of `initialWalkers`
 * @param logProbabilities of the walkers, finite
 * @param seed an integer from 0 to 2^32 - 1
 * @param stepLimit steps after which the run ends in any case
 */
export function startRun(
  walkers: readonly ArrayLike<number>[],
  logProbabilities: ArrayLike<number>,
  seed: number,
  stepLimit: number,
): SamplingRun {
  checkLimit(stepLimit, 0);
  const state = startEnsemble(walkers, logProbabilities, seed);
  return { state, chain: emptyChain(), checks: [], stepLimit, ended: null };
}

/** The same run, to be continued up to another limit, even if it has ended or converged. */
export function withStepLimit(run: SamplingRun, stepLimit: number): SamplingRun {
  checkLimit(stepLimit, run.state.step);
  return { ...run, stepLimit, ended: stepLimit > run.state.step ? null : (run.ended ?? 'limit') };
}

function checkLimit(stepLimit: number, steps: number): void {
  if (!(Number.isInteger(stepLimit) && stepLimit >= Math.max(steps, 1))) {
    throw new RangeError(`The limit is ${stepLimit} steps; it must be an integer, and at least ${Math.max(steps, 1)}.`);
  }
}

/** Points at which the posterior is needed to go on; none once the run has ended. They may be computed in any order. */
export function nextPoints(run: SamplingRun): Float64Array[] {
  return run.ended === null ? proposals(run.state) : [];
}

/**
 * The run after half a step; looks at convergence after 100 steps and whenever the chain is a fifth longer.
 *
 * @param logProbabilities at the `nextPoints`, in their order
 */
export function advance(
  run: SamplingRun,
  logProbabilities: ArrayLike<number>,
  elementary: Pick<Elementary, 'log'>,
): SamplingRun {
  const next = moved(run, logProbabilities, elementary);
  return looked(next, isLookDue(next) ? checkConvergence(next.chain, next.checks.at(-1)) : null);
}

/**
 * The run after half a step, before the look at convergence that may be due: for those who have it looked at elsewhere.
 *
 * @param logProbabilities at the `nextPoints`, in their order
 */
export function moved(
  run: SamplingRun,
  logProbabilities: ArrayLike<number>,
  elementary: Pick<Elementary, 'log'>,
): SamplingRun {
  if (run.ended !== null) throw new RangeError('The run has ended; raise its limit to continue it.');
  const state = accept(run.state, logProbabilities, elementary);
  if (state.half === 0) record(run.chain, state);
  return { ...run, state };
}

/** Whether a run that moved is to be looked at: after 100 steps and whenever the chain is a fifth longer. */
export function isLookDue({ state, checks }: SamplingRun): boolean {
  return state.half === 0 && state.step >= nextCheckStep(checks.at(-1));
}

/** A run that moved, after its look; null where none was due. */
export function looked(run: SamplingRun, check: ConvergenceCheck | null): SamplingRun {
  if (run.state.half === 1) return run;
  const checks = check === null ? run.checks : [...run.checks, check];
  const atLimit = run.state.step >= run.stepLimit;
  return { ...run, checks, ended: check?.converged ? 'converged' : atLimit ? 'limit' : null };
}

export function progressOf(run: SamplingRun): SamplingProgress {
  const { state, stepLimit, checks } = run;
  return { step: state.step, stepLimit, acceptance: acceptance(state), check: checks.at(-1) ?? null };
}

/** The steps of a chain that a run has done, which may have gone on since. */
function upTo({ positions, logProbabilities }: Chain, step: number): Chain {
  return { positions: positions.slice(0, step), logProbabilities: logProbabilities.slice(0, step) };
}

/**
 * How a run stands: a look at its chain as it is, and one sentence.
 *
 * The look at a limit between two regular ones is not kept in the run, which therefore continues as if there had been
 * none.
 */
export function outcomeOf(run: SamplingRun): { check: ConvergenceCheck; words: string } {
  const last = run.checks.at(-1);
  const check = last?.step === run.state.step ? last : checkConvergence(upTo(run.chain, run.state.step), last);
  const how = { converged: 'Converged after', limit: 'Stopped at the limit of' };
  const words =
    run.ended === null ? `Paused after ${run.state.step} steps` : `${how[run.ended]} ${run.state.step} steps`;
  const doubt = run.ended === 'limit' && !check.converged ? ', not converged' : '';
  return { check, words: `${words}${doubt}. ${check.words}` };
}

/**
 * Samples in slices: yields after every step and may be left there, the run of the last progress being complete.
 *
 * @param logProbability of one point; -Infinity where the parameters cannot be
 */
export function* sample(
  run: SamplingRun,
  logProbability: (parameters: Float64Array) => number,
  elementary: Pick<Elementary, 'log'>,
): Generator<SamplingProgress & { readonly run: SamplingRun }, SamplingRun> {
  let present = run;
  while (present.ended === null) {
    present = advance(present, nextPoints(present).map(logProbability), elementary);
    if (present.state.half === 0) yield { ...progressOf(present), run: present };
  }
  return present;
}
