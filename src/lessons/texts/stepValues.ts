/** The numbers that the texts of a step can ask for: those of its file, and the limits of its goal. */
import type { ConditionState } from '../goal.ts';
import type { LessonStep } from '../lesson.ts';
import { quantityValue, type Results } from '../measure.ts';
import type { CommonTexts } from './commonTexts.ts';
import { fillText, numberInWords } from './fill.ts';
import type { Language } from './language.ts';

/** Limits are round numbers, which must not be rounded any further. */
const LIMIT_DIGITS = 4;
/** A value beside its limit. */
const VALUE_DIGITS = 3;

/** `goalLow`, `goalHigh` of the first condition, `goal2Low`, … of the others. */
const limitNames = (index: number): readonly [string, string] =>
  index === 0 ? ['goalLow', 'goalHigh'] : [`goal${index + 1}Low`, `goal${index + 1}High`];

function limits({ drag }: LessonStep) {
  return (drag?.goal ?? []).flatMap(({ within, as }, index) =>
    limitNames(index).flatMap((name, end) => {
      const limit = within[end as 0 | 1];
      return limit === null ? [] : [{ name, limit, as }];
    }),
  );
}

/** Names of all numbers that the texts of this step can ask for. */
export function stepPlaceholders(step: LessonStep): string[] {
  return [...Object.keys(step.values), ...limits(step).map(({ name }) => name)];
}

/**
 * These numbers in the words of a language.
 *
 * @param results the cases of the step (casesOfStep), and the student's own as `now` where a text looks at it
 */
export function stepValues(
  step: LessonStep,
  results: Results,
  language: Language,
  common: Pick<CommonTexts, 'number.missing'>,
): Record<string, string> {
  const computed = Object.entries(step.values).map(([name, placeholder]) => {
    const value = 'constant' in placeholder ? placeholder.constant : quantityValue(placeholder, results);
    const words =
      value === null ? common['number.missing'] : numberInWords(value, placeholder.as, language, placeholder.digits);
    return [name, words] as const;
  });
  const given = limits(step).map(
    ({ name, limit, as }) => [name, numberInWords(limit, as, language, LIMIT_DIGITS)] as const,
  );
  return Object.fromEntries([...computed, ...given]);
}

/** How one condition of the goal stands, in a sentence. */
export function goalText(state: Omit<ConditionState, 'measure'>, language: Language, common: CommonTexts): string {
  const { value, low, high, as, textKey } = state;
  const words = (number: number | null, digits: number) =>
    number === null ? common['number.missing'] : numberInWords(number, as, language, digits);
  return fillText(
    common[textKey],
    { value: words(value, VALUE_DIGITS), low: words(low, LIMIT_DIGITS), high: words(high, LIMIT_DIGITS) },
    language,
  );
}
