import { useComputed } from '@preact/signals';
import { descriptionOf } from '../data/datasets.ts';
import { PROGRAM_TEXT } from '../export/program.ts';
import { significantText } from '../plot/numberText.ts';
import { largestNumericalError, numericalErrorText } from './numericalError.ts';
import { pageWords } from './pageWords.ts';
import { useApp } from './state/context.ts';
import type { Store } from './state/store.ts';
import type { PageWords } from './words/en/page.ts';
import { datasetReference } from './words/modelWords.ts';

function duration(elapsed_ms: number): string {
  return elapsed_ms < 1000 ? `${significantText(elapsed_ms, 2)} ms` : `${significantText(elapsed_ms / 1000, 2)} s`;
}

function stateOf({ fit, computing, evaluation, message }: Store): keyof PageWords['states'] {
  if (fit.value.kind === 'running') return 'fitting';
  if (computing.value) return 'computing';
  if (evaluation.value) return 'ready';
  return message.value ? 'stopped' : 'starting';
}

function State() {
  const { store } = useApp();
  const state = useComputed(() => stateOf(store)).value;
  return <span class={`status-state status-${state}`}>{pageWords().states[state]}</span>;
}

function CurveTime() {
  const { store } = useApp();
  const elapsed_ms = store.evaluation.value?.elapsed_ms;
  if (elapsed_ms === undefined) return null;
  return (
    <span>
      {pageWords().curveTime} <b>{duration(elapsed_ms)}</b>
    </span>
  );
}

function NumericalError() {
  const { store } = useApp();
  const text = useComputed(() => {
    const error = store.evaluation.value && largestNumericalError(store.evaluation.value);
    return error === null ? null : numericalErrorText(error);
  }).value;
  if (text === null) return null;
  const words = pageWords();
  return (
    <span title={words.numericalErrorHelp}>
      {words.numericalError} <b>{text}</b>
    </span>
  );
}

/** The table that the plot shows and, if it is another, the one that is fitted. */
function DataCited() {
  const { store, view } = useApp();
  const words = pageWords();
  const cited = useComputed(() => {
    const { value: scenario } = store.scenario;
    const ids = new Set([view.shownDataset.value ?? scenario.fit.dataset, scenario.fit.dataset]);
    return [...ids].map((id) => datasetReference(descriptionOf(scenario, id)));
  }).value;
  const [shown = '', fitted] = cited;
  const text = fitted === undefined ? words.dataFrom(shown) : words.dataShownAndFitted(shown, fitted);
  return (
    <span class="status-wide status-cited" title={text}>
      {text}
    </span>
  );
}

/** What the machine does and what the numbers rest on. */
export function StatusLine() {
  const { store, view, workers, worksOffline } = useApp();
  const words = pageWords();
  const report = store.lastFit.value?.report;
  return (
    <footer class="status">
      <State />
      <CurveTime />
      <NumericalError />
      {report && (
        <span>
          {words.fitTime} <b>{duration(report.elapsed_ms)}</b>
        </span>
      )}
      <span class="status-wide">
        {words.workers} <b>{workers}</b>
      </span>
      <span class="space" />
      <DataCited />
      <span class="status-wide">{words.savedInLink}</span>
      {worksOffline.value && (
        <span class="status-wide" title={words.worksOfflineHelp}>
          {words.worksOffline}
        </span>
      )}
      <nav class="status-links" aria-label={words.documents}>
        <a href="./model.html" target="_blank" title={words.modelDocumentHelp} rel="noopener">
          {words.modelDocument}
        </a>
        <a href="./notes.html" target="_blank" title={words.notesDocumentHelp} rel="noopener">
          {words.notesDocument}
        </a>
      </nav>
      <button
        type="button"
        class="status-button"
        title={words.keysHelp}
        onClick={() => {
          view.keysShown.value = true;
        }}
      >
        {words.keysButton}
      </button>
      <span>{PROGRAM_TEXT}</span>
    </footer>
  );
}
