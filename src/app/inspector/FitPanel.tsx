import { useComputed } from '@preact/signals';
import type { FitReport } from '../../analysis/analysisTypes.ts';
import { datasets } from '../../data/datasets.ts';
import type { DatasetId } from '../../model/datasetIds.ts';
import type { FitChoice } from '../../model/scenario.ts';
import { Icon } from '../controls/Icon.tsx';
import { Switch } from '../controls/Switch.tsx';
import { counted, formatChi2, formatNumber } from '../format/number.ts';
import { lazy } from '../lazy.tsx';
import { largestNumericalError, numericalErrorText } from '../numericalError.ts';
import { useApp } from '../state/context.ts';
import { BudgetWarnings } from './BudgetWarnings.tsx';
import { CorrelationTable } from './CorrelationTable.tsx';
import { Findings } from './Findings.tsx';
import { FitButton } from './FitButton.tsx';
import { FitStatistics } from './FitStatistics.tsx';
import { FitTable } from './FitTable.tsx';
import { parameterName, VERDICT_SIGN, VERDICT_WORD, verdictState } from './reportWords.ts';

const LikelihoodPanel = lazy(async () => (await import('../likelihood/LikelihoodPanel.tsx')).LikelihoodPanel);

/** Searches of one fit that can be chosen. */
const STARTS = [1, 5, 20] as const;

function range([low, high]: readonly [number, number]): string {
  return `${formatNumber(low)}–${formatNumber(high)} GeV`;
}

/** `AMS-02 2019 and CALET 2023`. */
function tables(ids: readonly DatasetId[]): string {
  return new Intl.ListFormat('en').format(ids.map((id) => datasets[id].label));
}

/** What Fit would do now, and how good the present curve is. */
function BeforeFit() {
  const { store } = useApp();
  const goodness = store.evaluation.value?.goodness;
  return (
    <section class="verdict">
      <h3>Not fitted yet</h3>
      <FitPlan points={goodness?.points} />
      {goodness && <FitStatistics goodness={goodness} chi2AtStart={null} />}
    </section>
  );
}

/** What Fit would vary, and to what. */
function FitPlan({ points }: { readonly points: number | undefined }) {
  const { store } = useApp();
  const { free, dataset, furtherDatasets, energyRange_GeV } = useComputed(() => store.scenario.value.fit).value;
  if (free.length === 0) return <p>Nothing is free: open the padlock of at least one parameter.</p>;
  const names = free.map((path) => parameterName(store.scenario.peek(), path));
  return (
    <p>
      {`Fit varies ${counted(free.length, 'parameter')} (${names.join(', ')}) until χ² is smallest for ${
        points === undefined ? 'the points' : counted(points, 'point')
      } of ${tables([dataset, ...furtherDatasets])} from ${range(energyRange_GeV)}.`}
    </p>
  );
}

/** The verdict of the last fit. */
function Verdict({ report }: { readonly report: FitReport }) {
  const { store } = useApp();
  const stale = store.reportIsStale.value;
  const now = useComputed(() => store.evaluation.value?.goodness.chi2).value;
  const state = verdictState(report);
  const { goodness, scenario, energyRange_GeV } = report;
  return (
    <section class={`verdict ${stale ? 'stale' : ''}`}>
      <h3>
        <span class={`sign sign-${state}`} aria-hidden="true">
          {VERDICT_SIGN[state]}
        </span>
        {report.verdict}
        <span class="visually-hidden">: {VERDICT_WORD[state]}</span>
      </h3>
      {stale && (
        <p class="stale-note">
          The scenario has changed since this fit{now === undefined ? '' : `; χ² is now ${formatChi2(now)}`}.
        </p>
      )}
      <p>
        {`${counted(goodness.freeParameters, 'free parameter')}, ${counted(goodness.points, 'point')} of ${tables([scenario.fit.dataset, ...scenario.fit.furtherDatasets])}, ${range(energyRange_GeV)}.`}
      </p>
      <FitStatistics goodness={goodness} chi2AtStart={report.chi2AtStart} />
    </section>
  );
}

/** While it is on, the other free parameters follow the one that a hand moves. */
function FitWhileDragging() {
  const { store } = useApp();
  return (
    <Switch
      on={store.followsHand.value}
      label="Fit while dragging"
      onSwitch={(on) => {
        store.followsHand.value = on;
      }}
    >
      Fit while dragging
    </Switch>
  );
}

/** How many searches a fit is. */
function Starts() {
  const { store } = useApp();
  return (
    <label
      class="fit-options"
      title="more searches, from values drawn over the sliders, find deeper minima and take longer"
    >
      Searches
      <select
        value={store.starts.value}
        onChange={(event) => {
          store.starts.value = Number(event.currentTarget.value);
        }}
      >
        {STARTS.map((count) => (
          <option key={count} value={count}>
            {count === 1 ? '1, from here' : `${count}, from all over`}
          </option>
        ))}
      </select>
    </label>
  );
}

function UndoFit() {
  const { store } = useApp();
  if (store.undoChange.value !== 'fit') return null;
  return (
    <button type="button" class="button" onClick={store.undo}>
      <Icon name="undo" />
      Undo fit
    </button>
  );
}

/** The last report, unless another preset or file was opened since. */
function useLastReport(): FitReport | null {
  const { store } = useApp();
  const last = store.lastFit.value;
  return last !== null && last.origin === store.origin.value ? last.report : null;
}

/** What the choice of errors does to every χ². */
const ERRORS_IN_WORDS: Readonly<Record<FitChoice['errors'], string>> = {
  quadrature: 'The errors of AMS-02 are treated as independent from bin to bin, so χ² comes out low.',
  statistical: 'The systematic errors of AMS-02 are left out, so χ² comes out high.',
  covariance:
    'The systematic errors of AMS-02 are taken as correlated over energy; how far they are the collaboration does not publish.',
};

/** What to keep in mind about every χ². */
function FitNote() {
  const { store } = useApp();
  const errors = useComputed(() => store.scenario.value.fit.errors).value;
  const error = useComputed(() => {
    const largest = store.evaluation.value && largestNumericalError(store.evaluation.value);
    return largest === null ? null : numericalErrorText(largest);
  }).value;
  return (
    <p class="fit-note">
      {ERRORS_IN_WORDS[errors]}
      {error !== null && ` Numerical error of the curve in the fit range: ${error}.`}
    </p>
  );
}

/** Fit, its progress and its report. */
export function FitPanel() {
  const { store } = useApp();
  const activity = store.fit.value;
  const report = useLastReport();
  return (
    <div class="fit-panel" aria-busy={activity.kind === 'running'}>
      <div class="fit-summary">
        <div class="fit-controls">
          <FitButton />
          <FitWhileDragging />
          <UndoFit />
          {activity.kind === 'running' && (
            <span class="fit-progress">
              {activity.progress
                ? `${activity.progress.starts === undefined ? '' : `search ${activity.progress.start} of ${activity.progress.starts}, `}step ${activity.progress.iteration}, χ² ${formatChi2(activity.progress.chi2)}`
                : 'starting'}
            </span>
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
