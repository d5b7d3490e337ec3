/** Whether a step is done, and which answer was right: both from what is computed. */
import type { Condition, Drag, Measure, NumberForm, Predict } from './lesson.ts';
import { isWithin, NOW, quantityValue, type Results } from './measure.ts';

/** How one condition stands. */
export interface ConditionState {
  /** What is measured. */
  readonly measure: Measure;
  readonly met: boolean;
  /** Null where the number does not exist, for instance when nothing arrives. */
  readonly value: number | null;
  /** The sentence of the catalogue that says it; its placeholders are `value`, `low` and `high`. */
  readonly textKey: 'goal.met' | 'goal.raise' | 'goal.lower' | 'goal.noValue';
  readonly low: number | null;
  readonly high: number | null;
  readonly as: NumberForm;
}

/** How a goal stands: the first condition that is not met speaks for it, the first of all when every one is. */
export interface GoalState extends ConditionState {
  readonly conditions: readonly ConditionState[];
}

function textKeyOf(value: number | null, met: boolean, [low]: Condition['within']): ConditionState['textKey'] {
  if (value === null) return 'goal.noValue';
  if (met) return 'goal.met';
  return low !== null && value < low ? 'goal.raise' : 'goal.lower';
}

/**
 * How far the student is.
 *
 * @param goal the conditions of a step's drag
 * @param results the student's own evaluation as `now`, and the cases that the conditions name (casesOfStep)
 */
export function goalState(goal: Drag['goal'], results: Results): GoalState {
  const conditions = goal.map((condition): ConditionState => {
    const value = quantityValue(condition, results);
    const met = isWithin(value, condition.within);
    const [low, high] = condition.within;
    return {
      measure: condition.measure,
      met,
      value,
      textKey: textKeyOf(value, met, condition.within),
      low,
      high,
      as: condition.as,
    };
  });
  const first = conditions.find(({ met }) => !met) ?? conditions[0];
  if (!first) throw new RangeError(`a goal needs a condition on "${NOW}"`);
  return { ...first, conditions };
}

/**
 * The answer that the computed number makes right; null when the number falls between all answers, which the tests of the
 * shipped lessons exclude.
 */
export function rightAnswer(predict: Predict & { kind: 'choose' }, results: Results): string | null {
  const value = quantityValue(predict.quantity, results);
  const right = predict.answers.filter(({ within }) => isWithin(value, within));
  return right.length === 1 ? (right[0]?.id ?? null) : null;
}
