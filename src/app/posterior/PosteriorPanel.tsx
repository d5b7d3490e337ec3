import './posterior.css';
import { useComputed } from '@preact/signals';
import { useRef, useState } from 'preact/hooks';
import type { PriorInForce } from '../../analysis/inferenceTypes.ts';
import { priorInWords, priorsInForce } from '../../analysis/priors.ts';
import { descriptionOf, fittedTableIds } from '../../data/datasets.ts';
import { walkersFor } from '../../fit/posterior/ensemble.ts';
import { UNIT_TEXT } from '../../model/parameters.ts';
import { parameterAt } from '../../model/paths.ts';
import type { Scenario } from '../../model/scenario.ts';
import { significantText } from '../../plot/numberText.ts';
import { Progress } from '../controls/Progress.tsx';
import { DataTable } from '../inspector/DataTable.tsx';
import { parameterName } from '../inspector/reportWords.ts';
import { useApp } from '../state/context.ts';
import { ownOrigin } from '../state/origin.ts';
import { saveFile } from '../topbar/saveFile.ts';
import { errorText } from '../words/modelWords.ts';
import { CornerPlot } from './CornerPlot.tsx';
import { cornerNumbers } from './cornerNumbers.ts';
import { CHAIN_FORMATS, chainFile, readRun, runFile } from './files.ts';
import { PosteriorTable } from './PosteriorTable.tsx';
import { posteriorWords } from './posteriorWords.ts';
import type { Session } from './session.ts';
import { sessionOf } from './sessionOf.ts';

/** Steps after which a run ends in any case. */
const LIMITS = [1000, 5000, 20_000] as const;
const LARGEST_SEED = 4_294_967_295;

/** Free parameters and energy scales. */
function parameterCount(scenario: Scenario): number {
  const { fit } = scenario;
  const experiments = new Set(fittedTableIds(scenario).map((id) => descriptionOf(scenario, id).experiment));
  return fit.free.length + (fit.energyScaleError > 0 ? experiments.size : 0);
}

function Start({ session }: { readonly session: Session }) {
  const { store } = useApp();
  const scenario = store.scenario.value;
  const [steps, setSteps] = useState<number>(LIMITS[1]);
  const [seed, setSeed] = useState(1);
  const parameters = parameterCount(scenario);
  const walkers = walkersFor(parameters);
  const nothingFree = scenario.fit.free.length === 0;
  const words = posteriorWords();
  return (
    <>
      <p class="posterior-words">{nothingFree ? words.nothingFree : words.plan(walkers, parameters)}</p>
      <div class="posterior-controls">
        <button
          type="button"
          class="button button-primary"
          disabled={nothingFree}
          onClick={() => void session.start({ walkers, steps, seed })}
        >
          {words.sample}
        </button>
        <label>
          {words.atMost}{' '}
          <select
            aria-label={words.stepsAtMost}
            value={steps}
            onChange={(event) => setSteps(Number(event.currentTarget.value))}
          >
            {LIMITS.map((limit) => (
              <option key={limit} value={limit}>
                {words.stepLimit(limit)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {words.seed}{' '}
          <input
            type="number"
            min={0}
            max={LARGEST_SEED}
            step={1}
            value={seed}
            onChange={(event) => {
              const wanted = event.currentTarget.valueAsNumber;
              if (Number.isInteger(wanted) && wanted >= 0 && wanted <= LARGEST_SEED) setSeed(wanted);
              else event.currentTarget.valueAsNumber = seed;
            }}
          />
        </label>
      </div>
    </>
  );
}

/** How far the run is, in numbers. */
function Standing({ session }: { readonly session: Session }) {
  const { check, step, stepLimit, acceptance } = session.progress.value ?? {};
  if (step === undefined || stepLimit === undefined || acceptance === undefined) return null;
  const largest = (values: readonly (number | null)[] | undefined) => {
    const known = (values ?? []).filter((value): value is number => value !== null);
    return known.length === 0 ? null : Math.max(...known);
  };
  const time = largest(check?.autocorrelationTimes);
  const rHat = largest(check?.splitRHat);
  const words = posteriorWords();
  return (
    <dl class="statistics">
      <div>
        <dt>{words.steps}</dt>
        <dd>
          {step} <small>/ {stepLimit}</small>
        </dd>
      </div>
      <div title={words.acceptanceHelp}>
        <dt>{words.acceptance}</dt>
        <dd>{significantText(acceptance, 2)}</dd>
      </div>
      <div title={words.autocorrelationHelp}>
        <dt>{words.autocorrelation}</dt>
        <dd>{time === null ? '–' : significantText(time, 2)}</dd>
      </div>
      <div title={words.rHatHelp}>
        <dt>R̂</dt>
        <dd>{rHat === null ? '–' : rHat.toFixed(3)}</dd>
      </div>
    </dl>
  );
}

function Running({ session }: { readonly session: Session }) {
  const state = session.state.value;
  const progress = session.progress.value;
  const words = posteriorWords();
  if (state.kind === 'fitting') return <p role="status">{words.fittingFirst}</p>;
  return (
    <div class="posterior-controls">
      <Progress
        label={words.sampling}
        part={progress ? progress.step / progress.stepLimit : null}
        words=""
        cancel={words.pause}
        onCancel={session.pause}
      />
      <button type="button" class="button button-outline" onClick={session.discard}>
        {words.cancel}
      </button>
    </div>
  );
}

function Resting({ session }: { readonly session: Session }) {
  const words = posteriorWords();
  return (
    <div class="posterior-controls">
      <button type="button" class="button button-primary" onClick={() => void session.resume()}>
        {session.state.value.kind === 'ended' ? words.twiceAsLong : words.resume}
      </button>
      <button type="button" class="button button-outline" onClick={session.discard}>
        {words.discard}
      </button>
    </div>
  );
}

/** Saves the chain, saves the run to go on later, and takes one back. */
function Files({ session }: { readonly session: Session }) {
  const { store } = useApp();
  const chooser = useRef<HTMLInputElement>(null);
  const { draws, report, scenario, state } = session;
  const words = posteriorWords();
  const isResting = state.value.kind === 'paused' || state.value.kind === 'ended';
  const say = (error: unknown) => store.say({ row: null, text: errorText(error).text });
  const saveChain = (format: keyof typeof CHAIN_FORMATS) => {
    const saved = session.saved();
    if (!draws.value || !report.value || !scenario.value || !saved) return;
    chainFile(format, scenario.value, draws.value, report.value, saved.run.seed).then(saveFile, say);
  };
  return (
    <div class="posterior-files">
      {isResting && (
        <>
          {draws.value !== null && (
            <span>
              {words.chain}{' '}
              {(Object.keys(CHAIN_FORMATS) as (keyof typeof CHAIN_FORMATS)[]).map((format) => (
                <button key={format} type="button" class="button button-outline" onClick={() => saveChain(format)}>
                  {format}
                </button>
              ))}
            </span>
          )}
          <button
            type="button"
            class="button button-outline"
            title={words.saveRunHelp}
            onClick={() => {
              const saved = session.saved();
              if (saved) saveFile(runFile(saved));
            }}
          >
            {words.saveRun}
          </button>
        </>
      )}
      {(isResting || state.value.kind === 'empty') && (
        <button type="button" class="button button-outline" onClick={() => chooser.current?.click()}>
          {words.loadRun}
        </button>
      )}
      <input
        ref={chooser}
        type="file"
        class="visually-hidden"
        accept=".json,application/json"
        aria-label={words.savedRun}
        tabIndex={-1}
        onChange={(event) => {
          const field = event.currentTarget;
          const file = field.files?.[0];
          if (file) readRun(file).then((saved) => session.load(saved), say);
          // The same file may be chosen again.
          field.value = '';
        }}
      />
    </div>
  );
}

/** A prior in the language of the page. */
function priorText(scenario: Scenario, prior: PriorInForce): string {
  const parameter = parameterAt(scenario, prior.path);
  const unit = parameter && parameter.kind !== 'choice' ? UNIT_TEXT[parameter.unit] : '';
  return posteriorWords().prior(priorInWords(scenario, prior), prior, unit);
}

/** What was known before the data. */
function Priors({ session }: { readonly session: Session }) {
  const { store } = useApp();
  const scenario = session.scenario.value ?? store.scenario.value;
  let lines: { path: string; words: string }[];
  try {
    lines = priorsInForce(scenario).map((prior) => ({ path: prior.path, words: priorText(scenario, prior) }));
  } catch (error) {
    return <p role="status">{errorText(error).text}</p>;
  }
  if (lines.length === 0) return null;
  return (
    <section class="posterior-priors">
      <h3>{posteriorWords().priors}</h3>
      <dl>
        {lines.map(({ path, words }) => (
          <div key={path}>
            <dt>{parameterName(scenario, path)}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function OfAnother({ session }: { readonly session: Session }) {
  const { store } = useApp();
  const scenario = session.scenario.value;
  if (!session.isOfAnother.value || scenario === null) return null;
  const words = posteriorWords();
  return (
    <p class="posterior-other">
      {words.ofAnother}{' '}
      <button
        type="button"
        class="text-button"
        onClick={() => store.open(scenario, ownOrigin(scenario), words.scenarioOfPosterior)}
      >
        {words.openScenario}
      </button>
    </p>
  );
}

/** The numbers of the picture; they grow with it. */
function NumbersOf({ session }: { readonly session: Session }) {
  return (
    <DataTable
      numbers={() => {
        const [draws, report, scenario] = [session.draws.value, session.report.value, session.scenario.value];
        return draws && report && scenario ? cornerNumbers(scenario, draws, report) : [];
      }}
    />
  );
}

function Results({ session }: { readonly session: Session }) {
  const { draws, report, scenario } = session;
  if (draws.value === null || report.value === null || scenario.value === null) return null;
  return (
    <>
      <CornerPlot scenario={scenario.value} draws={draws.value} report={report.value} />
      <NumbersOf session={session} />
      <PosteriorTable scenario={scenario.value} report={report.value} />
    </>
  );
}

/** In words: converged, at the limit, or how far. */
function Verdict({ session }: { readonly session: Session }) {
  const report = session.report.value;
  const { kind } = session.state.value;
  if (report === null || kind === 'empty') return null;
  const words = posteriorWords();
  if (kind === 'running') return <p class="posterior-words">{words.look(report.check)}</p>;
  return (
    <p class="posterior-words" role="status">
      <span class={`sign sign-${report.converged ? 'good' : 'warn'}`} aria-hidden="true">
        {report.converged ? '✓' : '!'}
      </span>{' '}
      {words.standing({
        english: report.words,
        steps: report.steps,
        ended: session.saved()?.run.run.ended ?? null,
        check: report.check,
      })}
    </p>
  );
}

/** The posterior: sampling, what it says, its files. */
export function PosteriorPanel() {
  const session = sessionOf(useApp());
  const kind = useComputed(() => session.state.value.kind).value;
  const failure = session.failure.value;
  return (
    <div class="posterior" aria-busy={kind === 'running'}>
      {kind === 'empty' && <Start session={session} />}
      {(kind === 'fitting' || kind === 'running') && <Running session={session} />}
      {(kind === 'paused' || kind === 'ended') && <Resting session={session} />}
      {failure !== null && (
        <p class="row-note row-error" role="alert">
          {failure}
        </p>
      )}
      <OfAnother session={session} />
      <Standing session={session} />
      <Verdict session={session} />
      <Results session={session} />
      <Files session={session} />
      <Priors session={session} />
    </div>
  );
}
