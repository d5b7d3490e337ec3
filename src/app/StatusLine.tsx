import { useComputed } from '@preact/signals';
import { dataset } from '../data/datasets.ts';
import { PROGRAM_TEXT } from '../export/program.ts';
import { significantText } from '../plot/numberText.ts';
import { largestNumericalError, numericalErrorText } from './numericalError.ts';
import { useApp } from './state/context.ts';
import type { Store } from './state/store.ts';

function duration(elapsed_ms: number): string {
  return elapsed_ms < 1000 ? `${significantText(elapsed_ms, 2)} ms` : `${significantText(elapsed_ms / 1000, 2)} s`;
}

function stateOf({ fit, computing, evaluation, message }: Store): string {
  if (fit.value.kind === 'running') return 'fitting';
  if (computing.value) return 'computing';
  if (evaluation.value) return 'ready';
  return message.value ? 'stopped' : 'starting';
}

function State() {
  const { store } = useApp();
  const text = useComputed(() => stateOf(store)).value;
  return <span class={`status-state status-${text}`}>{text}</span>;
}

function CurveTime() {
  const { store } = useApp();
  const elapsed_ms = store.evaluation.value?.elapsed_ms;
  if (elapsed_ms === undefined) return null;
  return (
    <span>
      curve <b>{duration(elapsed_ms)}</b>
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
  return (
    <span title="largest estimated numerical error of the total in the fit range, relative to it; not an uncertainty of the model">
      numerical error <b>{text}</b>
    </span>
  );
}

/** What the machine does and what the numbers rest on. */
export function StatusLine() {
  const { store, workers } = useApp();
  const report = store.lastFit.value?.report;
  const datasetId = useComputed(() => store.scenario.value.fit.dataset).value;
  return (
    <footer class="status">
      <State />
      <CurveTime />
      <NumericalError />
      {report && (
        <span>
          fit <b>{duration(report.elapsed_ms)}</b>
        </span>
      )}
      <span class="status-wide">
        workers <b>{workers}</b>
      </span>
      <span class="space" />
      <span class="status-wide">data: {dataset(datasetId).reference}</span>
      <span class="status-wide">saved in the link</span>
      <span>{PROGRAM_TEXT}</span>
    </footer>
  );
}
