import { useComputed } from '@preact/signals';
import { Icon } from './controls/Icon.tsx';
import { formatChi2 } from './format/number.ts';
import { budgetWarning } from './inspector/budgetWarning.ts';
import { FitButton } from './inspector/FitButton.tsx';
import { fitWords } from './inspector/fitWords.ts';
import { VERDICT_SIGN, verdictState } from './inspector/reportWords.ts';
import { useApp } from './state/context.ts';
import type { Store } from './state/store.ts';

function chi2InWords({ evaluation, fit }: Store): string | null {
  const goodness = evaluation.value?.goodness;
  if (!goodness) return null;
  const { value: activity } = fit;
  const chi2 = activity.kind === 'running' && activity.progress ? activity.progress.chi2 : goodness.chi2;
  return `${formatChi2(chi2)}/${goodness.degreesOfFreedom}`;
}

/** Fit under the thumb of a phone and on a projector: undo, χ², what is wrong, Fit. */
export function FitBar() {
  const { store, view } = useApp();
  const words = fitWords();
  const chi2 = useComputed(() => chi2InWords(store)).value;
  const report = store.lastFit.value?.report;
  const undo = store.undoChange.value;
  const state = report && !store.reportIsStale.value ? verdictState(report) : null;
  const warning = useComputed(
    () => store.evaluation.value?.budgets.map(budgetWarning).find((one) => one !== null)?.title,
  ).value;
  return (
    <section class="fit-bar" aria-label={words.inShort}>
      <button
        type="button"
        class="icon-button"
        disabled={undo === null}
        aria-label={undo === null ? words.undo : words.undoOf(undo)}
        onClick={store.undo}
      >
        <Icon name="undo" />
      </button>
      {chi2 !== null && (
        <span class="fit-bar-chi2">
          χ²/ndof <b>{chi2}</b> {state !== null && <span class={`sign sign-${state}`}>{VERDICT_SIGN[state]}</span>}
        </span>
      )}
      <button
        type="button"
        class="button button-outline fit-bar-tabs"
        onClick={() => {
          view.layout.value = 'wide';
        }}
      >
        {words.tabs}
      </button>
      <span class="fit-bar-warning">{warning && `! ${warning}`}</span>
      <FitButton />
    </section>
  );
}
