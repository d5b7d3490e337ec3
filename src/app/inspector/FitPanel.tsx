import { useComputed } from '@preact/signals';
import type { FitProgress, FitReport } from '../../analysis/analysisTypes.ts';
import { Icon } from '../controls/Icon.tsx';
import { Switch } from '../controls/Switch.tsx';
import { formatChi2, formatNumber } from '../format/number.ts';
import { lazy } from '../lazy.tsx';
import { largestNumericalError, numericalErrorText } from '../numericalError.ts';
import { useApp } from '../state/context.ts';
import { FIT_CHANGE } from '../state/store.ts';
import { verdictText } from '../words/modelWords.ts';
import { BudgetWarnings } from './BudgetWarnings.tsx';
import { CorrelationTable } from './CorrelationTable.tsx';
import { Findings } from './Findings.tsx';
import { FitButton } from './FitButton.tsx';
import { FitStatistics } from './FitStatistics.tsx';
import { FitTable } from './FitTable.tsx';
import { fitWords } from './fitWords.ts';
import { fittedExperiments, fittedTables, listed, parameterName, VERDICT_SIGN, verdictState } from './reportWords.ts';

const LikelihoodPanel = lazy(async () => (await import('../likelihood/LikelihoodPanel.tsx')).LikelihoodPanel);

/** Searches of one fit that can be chosen. */
const STARTS = [1, 5, 20] as const;

function range([low, high]: readonly [number, number]): string {
  return `${formatNumber(low)}–${formatNumber(high)} GeV`;
}

/** What Fit would do now, and how good the present curve is. */
function BeforeFit() {
  const { store } = useApp();
  const goodness = store.evaluation.value?.goodness;
  return (
    <section class="verdict">
      <h3>{fitWords().notFitted}</h3>
      <FitPlan points={goodness?.points} />
      {goodness && <FitStatistics goodness={goodness} chi2AtStart={null} />}
    </section>
  );
}

/** What Fit would vary, and to what. */
function FitPlan({ points }: { readonly points: number | undefined }) {
  const { store } = useApp();
  const { free, energyRange_GeV } = useComputed(() => store.scenario.value.fit).value;
  const words = fitWords();
  if (free.length === 0) return <p>{words.nothingFree}</p>;
  const names = free.map((path) => parameterName(store.scenario.peek(), path));
  return <p>{words.plan(names, points ?? null, fittedTables(store.scenario.peek()), range(energyRange_GeV))}</p>;
}

/** The verdict of the last fit. */
function Verdict({ report }: { readonly report: FitReport }) {
  const { store } = useApp();
  const stale = store.reportIsStale.value;
  const now = useComputed(() => store.evaluation.value?.goodness.chi2).value;
  const state = verdictState(report);
  const { goodness, scenario, energyRange_GeV } = report;
  const words = fitWords();
  return (
    <section class={`verdict ${stale ? 'stale' : ''}`}>
      <h3>
        <span class={`sign sign-${state}`} aria-hidden="true">
          {VERDICT_SIGN[state]}
        </span>
        {verdictText(report.verdict)}
        <span class="visually-hidden">: {words.states[state]}</span>
      </h3>
      {stale && <p class="stale-note">{now === undefined ? words.stale : words.staleNow(formatChi2(now))}</p>}
      <p>{words.fitted(goodness.freeParameters, goodness.points, fittedTables(scenario), range(energyRange_GeV))}</p>
      <FitStatistics goodness={goodness} chi2AtStart={report.chi2AtStart} />
    </section>
  );
}

/** While it is on, the other free parameters follow the one that a hand moves. */
function FitWhileDragging() {
  const { store } = useApp();
  const words = fitWords();
  return (
    <Switch
      on={store.followsHand.value}
      label={words.whileDragging}
      onSwitch={(on) => {
        store.followsHand.value = on;
      }}
    >
      {words.whileDragging}
    </Switch>
  );
}

/** How many searches a fit is. */
function Starts() {
  const { store } = useApp();
  const words = fitWords();
  return (
    <label class="fit-options" title={words.searchesHelp}>
      {words.searches}
      <select
        value={store.starts.value}
        onChange={(event) => {
          store.starts.value = Number(event.currentTarget.value);
        }}
      >
        {STARTS.map((count) => (
          <option key={count} value={count}>
            {count === 1 ? words.fromHere : words.fromAllOver(count)}
          </option>
        ))}
      </select>
    </label>
  );
}

function UndoFit() {
  const { store } = useApp();
  if (store.undoChange.value !== FIT_CHANGE) return null;
  return (
    <button type="button" class="button" onClick={store.undo}>
      <Icon name="undo" />
      {fitWords().undoFit}
    </button>
  );
}

/** The last report, unless another preset or file was opened since. */
function useLastReport(): FitReport | null {
  const { store } = useApp();
  const last = store.lastFit.value;
  return last !== null && last.origin === store.origin.value ? last.report : null;
}

/** What to keep in mind about every χ². */
function FitNote() {
  const { store } = useApp();
  const words = fitWords();
  const sentence = useComputed(() => {
    const { value: scenario } = store.scenario;
    const experiments = fittedExperiments(scenario);
    return fitWords().errors(scenario.fit.errors, listed(experiments), experiments.length > 1);
  }).value;
  const error = useComputed(() => {
    const largest = store.evaluation.value && largestNumericalError(store.evaluation.value);
    return largest === null ? null : numericalErrorText(largest);
  }).value;
  return (
    <p class="fit-note">
      {sentence}
      {error !== null && ` ${words.numericalError(error)}`}
    </p>
  );
}

/** `search 2 of 5, step 7, χ² 35.0`. */
function progressText({ iteration, chi2, start, starts }: FitProgress): string {
  const words = fitWords();
  const search = starts === undefined || start === undefined ? '' : words.search(start, starts);
  return words.progress(search, iteration, formatChi2(chi2));
}

/** Fit, its progress and its report. */
export function FitPanel() {
  const { store } = useApp();
  const activity = store.fit.value;
  const report = useLastReport();
  const words = fitWords();
  return (
    <div class="fit-panel" aria-busy={activity.kind === 'running'}>
      <div class="fit-summary">
        <div class="fit-controls">
          <FitButton />
          <FitWhileDragging />
          <UndoFit />
          {activity.kind === 'running' && (
            <span class="fit-progress">{activity.progress ? progressText(activity.progress) : words.starting}</span>
          )}
        </div>
        <Starts />
        {activity.kind === 'stopped' && <p role="status">{activity.text}</p>}
        {report ? <Verdict report={report} /> : <BeforeFit />}
      </div>
      <div class="fit-report">
        {report && <FitTable report={report} />}
        <BudgetWarnings />
        {report && (
          <div class="fit-details">
            <CorrelationTable report={report} />
            <Findings report={report} />
          </div>
        )}
        {report && <LikelihoodPanel report={report} />}
        <FitNote />
      </div>
    </div>
  );
}
