import './posterior.css';
import { useComputed } from '@preact/signals';
import { useRef, useState } from 'preact/hooks';
import { priorInWords, priorsInForce } from '../../analysis/priors.ts';
import { datasets } from '../../data/datasets.ts';
import { walkersFor } from '../../fit/posterior/ensemble.ts';
import type { Scenario } from '../../model/scenario.ts';
import { significantText } from '../../plot/numberText.ts';
import { Progress } from '../controls/Progress.tsx';
import { counted } from '../format/number.ts';
import { parameterName } from '../inspector/reportWords.ts';
import { type AppState, useApp } from '../state/context.ts';
import { ownOrigin } from '../state/origin.ts';
import { saveFile } from '../topbar/saveFile.ts';
import { CornerPlot } from './CornerPlot.tsx';
import { CHAIN_FORMATS, chainFile, readRun, runFile } from './files.ts';
import { PosteriorTable } from './PosteriorTable.tsx';
import { createSession, type Session } from './session.ts';

/** Steps after which a run ends in any case. */
const LIMITS = [1000, 5000, 20_000] as const;
const LARGEST_SEED = 4_294_967_295;

/** The session outlives the tab: it goes on while another one is open. */
const sessions = new WeakMap<AppState['store'], Session>();
function useSession(): Session {
  const { store, inference, band } = useApp();
  let session = sessions.get(store);
  if (!session) {
    session = createSession(store, inference, (shown) => {
      band.band.value = shown;
    });
    sessions.set(store, session);
  }
  return session;
}

/** Free parameters and energy scales. */
function parameterCount({ fit }: Scenario): number {
  const experiments = new Set([fit.dataset, ...fit.furtherDatasets].map((id) => datasets[id].experiment));
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
  return (
    <>
      <p class="posterior-words">
        {nothingFree
          ? 'Nothing is free: open the padlock of at least one parameter.'
          : `An ensemble of ${walkers} walkers samples ${counted(parameters, 'parameter')} around the best fit, until it has converged or is as long as allowed.`}
      </p>
      <div class="posterior-controls">
        <button
          type="button"
          class="button button-primary"
          disabled={nothingFree}
          onClick={() => void session.start({ walkers, steps, seed })}
        >
          Sample
        </button>
        <label>
          at most{' '}
          <select
            aria-label="steps at most"
            value={steps}
            onChange={(event) => setSteps(Number(event.currentTarget.value))}
          >
            {LIMITS.map((limit) => (
              <option key={limit} value={limit}>
                {limit} steps
              </option>
            ))}
          </select>
        </label>
        <label>
          seed{' '}
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
  return (
    <dl class="statistics">
      <div>
        <dt>steps</dt>
        <dd>
          {step} <small>/ {stepLimit}</small>
        </dd>
      </div>
      <div title="part of the proposed steps that were taken; 0.2 to 0.5 is usual">
        <dt>acceptance</dt>
        <dd>{significantText(acceptance, 2)}</dd>
      </div>
      <div title="autocorrelation time: steps after which a walker has forgotten where it was">
        <dt>autocorrelation</dt>
        <dd>{time === null ? '–' : significantText(time, 2)}</dd>
      </div>
      <div title="split R-hat, the largest of all parameters; below 1.01 the walkers agree">
        <dt>R̂</dt>
        <dd>{rHat === null ? '–' : rHat.toFixed(3)}</dd>
      </div>
    </dl>
  );
}

function Running({ session }: { readonly session: Session }) {
  const state = session.state.value;
  const progress = session.progress.value;
  if (state.kind === 'fitting') return <p role="status">Fitting first: the walkers start around the best values.</p>;
  return (
    <div class="posterior-controls">
      <Progress
        label="Sampling"
        part={progress ? progress.step / progress.stepLimit : null}
        words=""
        cancel="Pause"
        onCancel={session.pause}
      />
      <button type="button" class="button button-outline" onClick={session.discard}>
        Cancel
      </button>
    </div>
  );
}

function Resting({ session }: { readonly session: Session }) {
  return (
    <div class="posterior-controls">
      <button type="button" class="button button-primary" onClick={() => void session.resume()}>
        {session.state.value.kind === 'ended' ? 'Go on, twice as long' : 'Resume'}
      </button>
      <button type="button" class="button button-outline" onClick={session.discard}>
        Discard
      </button>
    </div>
  );
}

/** Saves the chain, saves the run to go on later, and takes one back. */
function Files({ session }: { readonly session: Session }) {
  const { store } = useApp();
  const chooser = useRef<HTMLInputElement>(null);
  const { draws, report, scenario, state } = session;
  const isResting = state.value.kind === 'paused' || state.value.kind === 'ended';
  const say = (error: unknown) =>
    store.say({ row: null, text: error instanceof Error ? error.message : String(error) });
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
              Chain:{' '}
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
            title="everything that is needed to go on later, here or with geminga sample --resume"
            onClick={() => {
              const saved = session.saved();
              if (saved) saveFile(runFile(saved));
            }}
          >
            Save run
          </button>
        </>
      )}
      {(isResting || state.value.kind === 'empty') && (
        <button type="button" class="button button-outline" onClick={() => chooser.current?.click()}>
          Load a run …
        </button>
      )}
      <input
        ref={chooser}
        type="file"
        class="visually-hidden"
        accept=".json,application/json"
        aria-label="Saved run"
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

/** What was known before the data. */
function Priors({ session }: { readonly session: Session }) {
  const { store } = useApp();
  const scenario = session.scenario.value ?? store.scenario.value;
  let lines: { path: string; words: string }[];
  try {
    lines = priorsInForce(scenario).map((prior) => ({ path: prior.path, words: priorInWords(scenario, prior) }));
  } catch (error) {
    return <p role="status">{(error as Error).message}</p>;
  }
  if (lines.length === 0) return null;
  return (
    <section class="posterior-priors">
      <h3>Priors</h3>
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
  return (
    <p class="posterior-other">
      This posterior is of another scenario than the present one.{' '}
      <button
        type="button"
        class="text-button"
        onClick={() => store.open(scenario, ownOrigin(scenario), 'scenario of the posterior')}
      >
        Open its scenario
      </button>
    </p>
  );
}

function Results({ session }: { readonly session: Session }) {
  const { draws, report, scenario } = session;
  if (draws.value === null || report.value === null || scenario.value === null) return null;
  return (
    <>
      <CornerPlot scenario={scenario.value} draws={draws.value} report={report.value} />
      <PosteriorTable scenario={scenario.value} report={report.value} />
    </>
  );
}

/** In words: converged, at the limit, or how far. */
function Verdict({ session }: { readonly session: Session }) {
  const report = session.report.value;
  const { kind } = session.state.value;
  if (report === null || kind === 'empty') return null;
  if (kind === 'running') return <p class="posterior-words">{report.check.words}</p>;
  return (
    <p class="posterior-words" role="status">
      <span class={`sign sign-${report.converged ? 'good' : 'warn'}`} aria-hidden="true">
        {report.converged ? '✓' : '!'}
      </span>{' '}
      {report.words}
    </p>
  );
}

/** The posterior: sampling, what it says, its files. */
export function PosteriorPanel() {
  const session = useSession();
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
