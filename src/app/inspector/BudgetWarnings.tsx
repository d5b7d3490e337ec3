import { Icon } from '../controls/Icon.tsx';
import { useApp } from '../state/context.ts';
import { budgetWarning } from './budgetWarning.ts';

/** A box for each pulsar that would give more energy than it lost. */
export function BudgetWarnings() {
  const { store } = useApp();
  const budgets = store.evaluation.value?.budgets ?? [];
  return (
    <>
      {budgets.map((budget) => {
        const warning = budgetWarning(budget);
        if (!warning) return null;
        return (
          <section key={budget.source} class="budget-warning">
            <h3>
              <Icon name="warning" />
              {warning.title}
            </h3>
            <p>{warning.text} At the same power today, a shorter spin-down timescale means that it had more.</p>
          </section>
        );
      })}
    </>
  );
}
