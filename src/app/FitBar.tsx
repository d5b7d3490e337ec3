import { Icon } from './controls/Icon.tsx';
import { formatChi2 } from './format/number.ts';
import { budgetWarning } from './inspector/budgetWarning.ts';
import { FitButton } from './inspector/FitButton.tsx';
import { VERDICT_SIGN, verdictState } from './inspector/reportWords.ts';
import { useApp } from './state/context.ts';

/** Fit under the thumb of a phone and on a projector: undo, χ², what is wrong, Fit. */
export function FitBar() {
  const { store } = useApp();
  const evaluation = store.evaluation.value;
  const report = store.lastFit.value?.report;
  const undo = store.undoChange.value;
  const state = report && !store.reportIsStale.value ? verdictState(report) : null;
  const warning = evaluation?.budgets.map(budgetWarning).find((one) => one !== null);
  const activity = store.fit.value;
  return (
    <section class="fit-bar" aria-label="Fit in short">
      <button
        type="button"
        class="icon-button"
        disabled={undo === null}
        aria-label={undo === null ? 'Undo' : `Undo ${undo}`}
        onClick={store.undo}
      >
        <Icon name="undo" />
      </button>
      {evaluation && (
        <span class="fit-bar-chi2">
          χ²/ndof{' '}
          <b>
            {formatChi2(
              activity.kind === 'running' && activity.progress
                ? activity.progress.chi2
                : evaluation.comparison.goodness.chi2,
            )}
            /{evaluation.comparison.goodness.degreesOfFreedom}
          </b>{' '}
          {state !== null && <span class={`sign sign-${state}`}>{VERDICT_SIGN[state]}</span>}
        </span>
      )}
      <span class="fit-bar-warning">{warning && `! ${warning.title}`}</span>
      <FitButton />
    </section>
  );
}
