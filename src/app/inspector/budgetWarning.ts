/** Says when a pulsar would give more energy than it had. */
import type { EnergyBudget } from '../../analysis/analysisTypes.ts';
import { formatNumber } from '../format/number.ts';
import { fitWords } from './fitWords.ts';

export interface BudgetWarning {
  readonly title: string;
  readonly text: string;
}

/** The warning about one pulsar, or null when its pairs carry no more than its rotation had. */
export function budgetWarning({
  source,
  efficiency,
  pairEnergy_erg,
  spinDownEnergy_erg,
}: EnergyBudget): BudgetWarning | null {
  if (efficiency <= 1) return null;
  const words = fitWords();
  return {
    title: words.efficiencyAboveOne,
    text: words.overBudget(formatNumber(pairEnergy_erg, 3), formatNumber(spinDownEnergy_erg, 3), source),
  };
}
