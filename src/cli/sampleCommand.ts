import { availableParallelism } from 'node:os';
import { elementaryOf } from '../analysis/elementaryOf.ts';
import { compare, jointGoodness } from '../analysis/evaluate.ts';
import { fitSlices } from '../analysis/fitScenario.ts';
import { fittedDatasets } from '../analysis/fittedDatasets.ts';
import type { PosteriorRun } from '../analysis/inferenceTypes.ts';
import { checkSampling, type SamplingChoice } from '../analysis/posterior.ts';
import { chainInParameters, posteriorReport } from '../analysis/posteriorResults.ts';
import { descriptionOf, fittedTableIds } from '../data/datasets.ts';
import { prepareData } from '../data/prepare.ts';
import { exportPosteriorCsv, posteriorInWords, runFacts } from '../export/exportPosterior.ts';
import { exportScenarioJson } from '../export/exportScenario.ts';
import type { LinkPlace } from '../export/link.ts';
import { posteriorFiles } from '../export/resultFiles.ts';
import { readState, type SampleState, sampleState, stateBytes } from '../export/sampleState.ts';
import { walkersFor } from '../fit/posterior/ensemble.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { loadNodeKernel } from '../kernel/nodeKernel.ts';
import { InputError } from '../model/inputError.ts';
import type { Scenario } from '../model/scenario.ts';
import { extended, type PosteriorProgress } from '../worker/inference.ts';
import { type InferenceCalls, inferenceCalls } from '../worker/inferenceCalls.ts';
import { localRunner } from '../worker/localRunner.ts';
import { type Arguments, type Command, DONE, INTERRUPTED, NOT_VALID } from './command.ts';
import { readText, writeFiles } from './files.ts';
import { withFree } from './freeOption.ts';
import type { Io } from './io.ts';
import { kernelThreads } from './kernelThreads.ts';
import { LINK_BASE_OPTION, linkPlace } from './linkBase.ts';
import { LARGEST_SEED, wholeNumber } from './numberOption.ts';
import { writeResult } from './output.ts';
import { OWN_DATA_HELP, OWN_DATA_OPTIONS, ownDataOption } from './ownDataOption.ts';
import { breathe, ProgressLine } from './progressLine.ts';
import { SCENARIO_HELP, SET_OPTION, scenarioArgument } from './scenarioArgument.ts';
import { StateKeeper } from './stateKeeper.ts';
import { withoutTrailingSlash } from './writeComplete.ts';

const STATE_FILE = 'run.json';
const STEPS = 5000;
const SEED = 1;
/** Threads that are started unless their number is stated: a step of a few walkers has no work for more. */
const USUAL_THREADS = 4;
const MOST_THREADS = 256;

/** The scenario that the arguments ask for. */
async function askedScenario(args: Arguments, io: Io): Promise<Scenario> {
  return withFree(await scenarioArgument(args, io, ownDataOption(args, io)), args);
}

/** The state of the folder; checks that what the arguments say besides agrees with it. */
async function resumedState(args: Arguments, io: Io, folder: string): Promise<SampleState> {
  const place = `${folder}/${STATE_FILE}`;
  const state = readState(await readText(place, io), place);
  const isAsked = ['free', 'data'].some((name) => args.option(name) !== undefined);
  if (args.positionals.length > 0 || args.all('set').length > 0 || isAsked) {
    const asked = await askedScenario(args, io);
    if (JSON.stringify(asked) !== JSON.stringify(state.asked))
      throw new InputError(
        'SCENARIO',
        `the scenario differs from that of ${place}; leave it away, or begin anew without --resume.`,
      );
  }
  for (const name of ['walkers', 'seed'] as const) {
    const given = wholeNumber(args, name, 0, LARGEST_SEED);
    if (given !== undefined && given !== state.choice[name])
      throw new InputError(
        `--${name}`,
        `--${name} is ${given}, but ${place} has ${state.choice[name]}; leave it away, or begin anew without --resume.`,
      );
  }
  const steps = wholeNumber(args, 'steps', 1, 1e9) ?? state.choice.steps;
  const done = state.run.run.state.step;
  if (steps < done)
    throw new InputError('--steps', `--steps is ${steps}, but ${place} has ${done} steps already; ask for more.`);
  await prepareData(state.run.scenario);
  const run = steps === state.choice.steps ? state.run : extended(state.run, steps);
  return sampleState(state.asked, { ...state.choice, steps }, run);
}

/** Free parameters and energy scales. */
function parameterCount(scenario: Scenario): number {
  const { free, energyScaleError } = scenario.fit;
  const experiments = new Set(fittedTableIds(scenario).map((id) => descriptionOf(scenario, id).experiment));
  return free.length + (energyScaleError > 0 ? experiments.size : 0);
}

/** Fits the scenario and scatters walkers around the best values. */
async function begunState(
  args: Arguments,
  io: Io,
  kernel: Kernel,
  calls: InferenceCalls,
  progress: ProgressLine,
): Promise<SampleState> {
  const asked = await askedScenario(args, io);
  const parameters = parameterCount(asked);
  const choice: SamplingChoice = {
    walkers: wholeNumber(args, 'walkers', 2, 100_000) ?? walkersFor(parameters),
    steps: wholeNumber(args, 'steps', 1, 1e9) ?? STEPS,
    seed: wholeNumber(args, 'seed', 0, LARGEST_SEED) ?? SEED,
  };
  checkSampling(choice, parameters);
  const slices = fitSlices(kernel, asked);
  for (;;) {
    const slice = slices.next();
    if (slice.done) {
      progress.clear();
      const report = slice.value;
      if (!report.valid) io.stderr(`The fit that the walkers start from is NOT VALID: ${report.verdict}.\n`);
      return sampleState(asked, choice, await calls.startSampling(report, choice));
    }
    progress.show(`fit, iteration ${slice.value.iteration}: chi2 = ${slice.value.chi2.toPrecision(6)}`);
    await breathe();
  }
}

function stepInWords({ step, stepLimit, acceptance, check }: PosteriorProgress): string {
  const times = check?.autocorrelationTimes ?? [];
  const longest = times.reduce<number>((most, time) => Math.max(most, time ?? 0), 0);
  const memory = longest > 0 ? `, autocorrelation time ${longest.toFixed(0)} steps` : '';
  return `step ${step} of at most ${stepLimit}, acceptance ${acceptance.toFixed(2)}${memory}`;
}

/** Samples until the run ends or is interrupted. */
async function sampleOn(
  calls: InferenceCalls,
  begun: PosteriorRun,
  io: Io,
  progress: ProgressLine,
  keeper: StateKeeper | null,
): Promise<{ run: PosteriorRun; interrupted: boolean }> {
  let stop = new AbortController();
  let interrupted = false;
  const forget = io.onInterrupt?.(() => {
    interrupted = true;
    stop.abort();
  });
  try {
    let run = begun;
    await keeper?.keepNow(run);
    for (;;) {
      run = await calls.sample(run, {
        pause: stop.signal,
        onProgress(step) {
          progress.show(stepInWords(step));
          if (keeper?.isDue()) stop.abort();
        },
      });
      await keeper?.keepNow(run);
      if (run.run.ended !== null || interrupted) return { run, interrupted: run.run.ended === null };
      stop = new AbortController();
    }
  } finally {
    forget?.();
    progress.clear();
  }
}

/** Everything that a run says, under names that do not depend on the scenario. */
async function filesOf(kernel: Kernel, calls: InferenceCalls, run: PosteriorRun, place: LinkPlace) {
  const elementary = elementaryOf(kernel);
  const { scenario, seed } = run;
  const report = posteriorReport(run, elementary);
  const bands = await calls.bands(run);
  const datasets = fittedDatasets(scenario);
  const comparisons = datasets.map((dataset) => compare(kernel, scenario, dataset));
  const context = { ...place, datasets, goodness: jointGoodness(kernel, scenario, comparisons) };
  const chain = { paths: run.names, chain: chainInParameters(run, elementary), run: runFacts(scenario, report, seed) };
  const words = posteriorInWords(scenario, report);
  const content = { scenario, chain, said: { report, seed }, bands };
  const files = [
    ...posteriorFiles(content, context).map(({ name, ending, make }) => [`${name}.${ending}`, make()] as const),
    ['scenario.json', exportScenarioJson(scenario)] as const,
  ];
  return { report, words, files, summary: exportPosteriorCsv(scenario, report, seed, context) };
}

/** What the arguments ask for beside the scenario. */
interface Wanted {
  readonly folder: string | null;
  /** The run to go on with; null for a new one. */
  readonly resumed: SampleState | null;
}

/** Samples and writes what comes of it; the exit status. */
async function sampled(
  args: Arguments,
  io: Io,
  kernel: Kernel,
  calls: InferenceCalls,
  { folder, resumed }: Wanted,
): Promise<number> {
  const progress = new ProgressLine(io);
  const state = resumed ?? (await begunState(args, io, kernel, calls, progress));
  const keeper =
    folder === null
      ? null
      : new StateKeeper((run) =>
          writeFiles([{ path: `${folder}/${STATE_FILE}`, bytes: stateBytes({ ...state, run }) }], io),
        );
  const { run, interrupted } = await sampleOn(calls, state.run, io, progress, keeper);
  if (interrupted) {
    const step = run.run.state.step;
    io.stderr(
      folder === null
        ? `Interrupted after ${step} steps; nothing is kept without --out.\n`
        : `Interrupted after ${step} steps; "geminga sample --resume --out ${folder}" goes on.\n`,
    );
    return INTERRUPTED;
  }
  const { report, words, files, summary } = await filesOf(kernel, calls, run, linkPlace(args, null));
  io.stderr(words);
  if (folder === null) await writeResult(summary, undefined, io);
  else {
    await writeFiles(
      files.map(([name, { bytes }]) => ({ path: `${folder}/${name}`, bytes })),
      io,
    );
    io.stderr(`Wrote ${files.map(([name]) => name).join(', ')} to ${folder}\n`);
  }
  return report.converged ? DONE : NOT_VALID;
}

export const sampleCommand: Command = {
  name: 'sample',
  usage:
    '[SCENARIO] [--data FILE [--data-says NAME=VALUE]...] [--walkers N] [--steps N] [--seed N] [--free PATH,...] [--set PATH=VALUE]... [--threads N] [--link-base URL] [--out DIR [--resume]]',
  summary: 'posterior of the free parameters',
  details: [
    ...SCENARIO_HELP,
    'Walkers start around the best fit. The run ends when it has converged (50 autocorrelation times, split R-hat below 1.01),',
    'or after --steps steps; then it is marked NOT CONVERGED, and the exit status is 1.',
    'The posterior in words goes to standard error, the table of the parameters to standard output as CSV. With --out nothing',
    'goes to standard output; the folder then holds posterior.txt, .csv, .ecsv and .json, bands.csv, .ecsv and .json,',
    'chain.csv, .ecsv and .json, scenario.json (the best fit) and run.json, from which --resume goes on.',
    'Ctrl-C leaves run.json; --resume then comes to the same bytes as a run without the pause.',
    ...OWN_DATA_HELP,
  ],
  options: {
    walkers: {
      value: 'N',
      about: 'an even number, two per parameter at least; four per parameter and 16 at least unless stated',
    },
    steps: { value: 'N', about: `steps after which the run ends in any case, ${STEPS} unless stated` },
    seed: { value: 'N', about: `the same seed gives the same chain, ${SEED} unless stated` },
    free: {
      value: 'PATH,...',
      about: 'parameters to free, sources[Geminga].efficiency,background.normalisation for instance',
    },
    ...OWN_DATA_OPTIONS,
    set: SET_OPTION,
    'link-base': LINK_BASE_OPTION,
    out: { value: 'DIR', about: 'write all results to a folder, which is made if it is not there' },
    threads: {
      value: 'N',
      about: `threads that compute, one per processor up to ${USUAL_THREADS} unless stated; results are the same bytes for any number`,
    },
    resume: { about: 'go on with the run of the folder; --steps may raise its limit' },
  },
  maxPositionals: 1,
  async run(args, io) {
    const out = args.option('out');
    const resume = args.option('resume') !== undefined;
    if (out === '-') throw new InputError('--out', '--out is "-", but a posterior is several files; name a folder.');
    if (resume && out === undefined)
      throw new InputError('--resume', '--resume needs the folder of the run; name it with --out DIR.');
    const folder = out === undefined ? null : withoutTrailingSlash(out);
    const resumed = resume && folder !== null ? await resumedState(args, io, folder) : null;
    const kernel = await loadNodeKernel();
    const count = wholeNumber(args, 'threads', 1, MOST_THREADS) ?? Math.min(availableParallelism(), USUAL_THREADS);
    // One thread is this one.
    const threads = count > 1 ? kernelThreads(count) : null;
    try {
      return await sampled(args, io, kernel, threads?.inference ?? inferenceCalls(localRunner(kernel)), {
        folder,
        resumed,
      });
    } finally {
      threads?.dispose();
    }
  },
};
