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

/** What the machine does and what the numbers rest on. */
export function StatusLine() {
  const { store, workers } = useApp();
  const evaluation = store.evaluation.value;
  const report = store.lastFit.value?.report;
  const text = stateOf(store);
  const error = evaluation && largestNumericalError(evaluation);
  return (
    <footer class="status">
      <span class={`status-state status-${text}`}>{text}</span>
      {evaluation && (
        <span>
          curve <b>{duration(evaluation.elapsed_ms)}</b>
        </span>
      )}
      {error !== null && (
        <span title="largest estimated numerical error of the total in the fit range, relative to it; not an uncertainty of the model">
          numerical error <b>{numericalErrorText(error)}</b>
        </span>
      )}
      {report && (
        <span>
          fit <b>{duration(report.elapsed_ms)}</b>
        </span>
      )}
      <span class="status-wide">
        workers <b>{workers}</b>
      </span>
      <span class="space" />
      <span class="status-wide">data: {dataset(store.scenario.value.fit.dataset).reference}</span>
      <span class="status-wide">saved in the link</span>
      <span>{PROGRAM_TEXT}</span>
    </footer>
  );
}
