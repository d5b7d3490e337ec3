/** The file from which a run of the sampler goes on. */
import type { PosteriorRun } from '../analysis/inferenceTypes.ts';
import type { SamplingChoice } from '../analysis/posterior.ts';
import { InputError } from '../model/inputError.ts';
import { parseScenario } from '../model/readScenario.ts';
import type { Scenario } from '../model/scenario.ts';

const FORMAT = 'geminga-sample';

/** A run and what it was asked for. */
export interface SampleState {
  readonly format: typeof FORMAT;
  readonly version: 1;
  /** The scenario as it was given, before the fit that the walkers started from. */
  readonly asked: Scenario;
  readonly choice: SamplingChoice;
  readonly run: PosteriorRun;
}

export function sampleState(asked: Scenario, choice: SamplingChoice, run: PosteriorRun): SampleState {
  return { format: FORMAT, version: 1, asked, choice, run };
}

/** The state as the text of a file: every number to the last bit, no spaces. */
export function stateText(state: SampleState): string {
  return `${JSON.stringify(state)}\n`;
}

export function stateBytes(state: SampleState): Uint8Array {
  return new TextEncoder().encode(stateText(state));
}

/** Whether chain and walkers are as many and as long as each other says. */
function isConsistent({ run, names, isLogarithmic }: PosteriorRun): boolean {
  const { state, chain } = run;
  const isEnsemble = (ensemble: readonly (readonly number[])[]) =>
    ensemble.length === state.walkers.length &&
    ensemble.every((walker) => walker.length === names.length && walker.every(Number.isFinite));
  return (
    isLogarithmic.length === names.length &&
    state.random.length === 4 &&
    chain.positions.length === state.step &&
    chain.logProbabilities.length === state.step &&
    state.logProbabilities.length === state.walkers.length &&
    isEnsemble(state.walkers) &&
    chain.positions.every(isEnsemble) &&
    chain.logProbabilities.every((row) => row.length === state.walkers.length)
  );
}

/** @throws {InputError} for a text that is no state of this program, or one that was changed */
export function readState(text: string, place: string): SampleState {
  const refuse = (what: string): never => {
    throw new InputError(place, `${place} ${what}; choose another file, or begin anew.`);
  };
  let state: SampleState;
  try {
    state = JSON.parse(text) as SampleState;
  } catch {
    return refuse('is not the state of a sampling, since it is no JSON');
  }
  if (state?.format !== FORMAT || state.run?.format !== 'geminga-posterior-run')
    refuse('is not the state of a sampling');
  if (state.version !== 1 || state.run.version !== 1)
    refuse(`has the version ${state.version}, which is not known here`);
  try {
    if (!isConsistent(state.run)) refuse('does not fit together: walkers and chain differ');
  } catch (error) {
    if (error instanceof InputError) throw error;
    refuse('is incomplete');
  }
  return {
    ...state,
    asked: parseScenario(state.asked),
    run: { ...state.run, scenario: parseScenario(state.run.scenario) },
  };
}
