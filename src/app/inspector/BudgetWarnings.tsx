import { useMemo } from 'preact/hooks';
import { Icon } from '../controls/Icon.tsx';
import { useApp } from '../state/context.ts';
import { stableComputed } from '../state/stableComputed.ts';
import { budgetWarning } from './budgetWarning.ts';
import { fitWords } from './fitWords.ts';

/** A box for each pulsar that would give more energy than it lost. */
export function BudgetWarnings() {
  const { store } = useApp();
  const warnings = useMemo(
    () =>
      stableComputed(() =>
        (store.evaluation.value?.budgets ?? []).flatMap((budget) => {
          const warning = budgetWarning(budget);
          return warning ? [{ source: budget.source, ...warning }] : [];
        }),
      ),
    [store],
  ).value;
  return (
    <>
      {warnings.map(({ source, title, text }) => (
        <section key={source} class="budget-warning">
          <h3>
            <Icon name="warning" />
            {title}
          </h3>
          <p>
            {text} {fitWords().shorterTimescale}
          </p>
        </section>
      ))}
    </>
  );
}
