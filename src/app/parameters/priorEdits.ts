/** Priors of free parameters: what a new one starts from, and what is wrong with one. */
import type { NullableNumberParameter, NumberParameter } from '../../model/parameters.ts';
import type { Prior, Scenario } from '../../model/scenario.ts';
import { formatNumber } from '../format/number.ts';
import { withUnit } from '../format/units.ts';
import { editorsWords } from './editorsWords.ts';

export type Distribution = Prior['distribution'];
type PriorParameter = Pick<NumberParameter | NullableNumberParameter, 'slider' | 'range' | 'unit'>;

/** Without a fit a Gaussian is as wide as this part of its mean. */
const RELATIVE_WIDTH = 0.2;

const rounded = (value: number) => Number(value.toPrecision(4));

/** The scenario with another prior of a parameter, or with none. */
export function withPrior(scenario: Scenario, path: string, prior: Prior | null): Scenario {
  const others = scenario.fit.priors.filter((one) => one.path !== path);
  const priors = prior === null ? others : [...others, prior];
  // The order of the free parameters, whichever was made first.
  priors.sort((a, b) => scenario.fit.free.indexOf(a.path) - scenario.fit.free.indexOf(b.path));
  return { ...scenario, fit: { ...scenario.fit, priors } };
}

/**
 * A prior to begin with: even over the slider, or a Gaussian around the present value.
 *
 * @param before the prior that it replaces; two even ones keep their ends
 * @param error standard error of the last fit, if there is one
 */
export function startingPrior(
  path: string,
  distribution: Distribution,
  { slider, range }: PriorParameter,
  { value, error, before }: { value: number; error: number | null; before: Prior | undefined },
): Prior {
  if (distribution === 'gaussian') {
    const width = (slider[1] - slider[0]) / 10;
    const standardDeviation = error ?? (value === 0 ? width : RELATIVE_WIDTH * Math.abs(value));
    return { path, distribution, mean: value, standardDeviation: rounded(standardDeviation) };
  }
  const [low, high] = before && before.distribution !== 'gaussian' ? [before.low, before.high] : slider;
  if (distribution === 'uniform' || low > 0) return { path, distribution, low, high };
  const least = range[0] > 0 ? range[0] : high / 1000;
  return { path, distribution, low: rounded(least), high };
}

/** What is wrong with a prior, in one sentence, or null. */
export function priorProblem(prior: Prior, { range, unit }: PriorParameter): string | null {
  const words = editorsWords().prior;
  const text = (value: number) => withUnit(formatNumber(value), unit);
  if (prior.distribution === 'gaussian') {
    if (!(prior.standardDeviation > 0)) return words.noWidth(text(prior.standardDeviation));
    return prior.mean < range[0] || prior.mean > range[1]
      ? words.outside(formatNumber(range[0]), text(range[1]))
      : null;
  }
  const { low, high } = prior;
  if (!(low < high)) return words.wrongOrder(text(low), text(high));
  if (prior.distribution === 'log-uniform' && !(low > 0)) return words.notAboveZero(text(low));
  return low < range[0] || high > range[1] ? words.outside(formatNumber(range[0]), text(range[1])) : null;
}

/** A prior in a few words, for below its row. */
export function priorInWords(prior: Prior, unit: PriorParameter['unit']): string {
  const words = editorsWords().prior;
  if (prior.distribution === 'gaussian') {
    return words.normal(formatNumber(prior.mean), withUnit(formatNumber(prior.standardDeviation), unit));
  }
  const ends = [formatNumber(prior.low), withUnit(formatNumber(prior.high), unit)] as const;
  return prior.distribution === 'uniform' ? words.between(...ends) : words.logBetween(...ends);
}
