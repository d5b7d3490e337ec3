/** The priors that a posterior takes: those of the scenario, else even over the physical range. */
import type { Elementary } from '../fit/elementary.ts';
import { gaussianPrior, type LogPrior, logUniformPrior, uniformPrior } from '../fit/posterior/priors.ts';
import { InputError } from '../model/inputError.ts';
import { UNIT_TEXT } from '../model/parameters.ts';
import { type FreeableParameter, parameterAt } from '../model/paths.ts';
import type { Scenario } from '../model/scenario.ts';
import type { PriorInForce } from './inferenceTypes.ts';

/**
 * The prior of every free parameter, in the order of `fit.free`.
 *
 * Without a stated one it is even over the physical range, or even in the logarithm where the declaration's scale is
 * logarithmic and the range begins above 0. Stated ones end at the physical range as well.
 *
 * @throws {InputError} for a prior that lies outside the physical range
 */
export function priorsInForce(scenario: Scenario): PriorInForce[] {
  return scenario.fit.free.map((path): PriorInForce => {
    const { range, scale } = parameterAt(scenario, path) as FreeableParameter;
    const stated = scenario.fit.priors.find((prior) => prior.path === path);
    if (!stated) {
      const distribution = scale === 'log' && range[0] > 0 ? 'log-uniform' : 'uniform';
      return { path, distribution, low: range[0], high: range[1], mean: null, standardDeviation: null, stated: false };
    }
    const { distribution } = stated;
    const low = Math.max(range[0], stated.distribution === 'gaussian' ? range[0] : stated.low);
    const high = Math.min(range[1], stated.distribution === 'gaussian' ? range[1] : stated.high);
    if (!(low < high)) {
      throw new InputError(
        'fit.priors',
        `fit.priors gives ${path} a prior outside its physical range, ${range[0]} to ${range[1]}; correct it.`,
      );
    }
    const gaussian = stated.distribution === 'gaussian' ? stated : null;
    return {
      path,
      distribution,
      low,
      high,
      mean: gaussian?.mean ?? null,
      standardDeviation: gaussian?.standardDeviation ?? null,
      stated: true,
    };
  });
}

function logPriorOf(prior: PriorInForce, elementary: Elementary): LogPrior {
  const { distribution, low, high, mean, standardDeviation } = prior;
  if (distribution === 'gaussian') return gaussianPrior(mean as number, standardDeviation as number, low, high);
  return distribution === 'uniform' ? uniformPrior(low, high) : logUniformPrior(low, high, elementary);
}

/**
 * A prior as a density in the coordinate of a walker.
 *
 * @param isLogarithmic whether the coordinate is ln x: a density p(x) becomes p(x) x
 */
export function priorInCoordinate(prior: PriorInForce, isLogarithmic: boolean, elementary: Elementary): LogPrior {
  const density = logPriorOf(prior, elementary);
  if (!isLogarithmic) return density;
  const [low, high] = [elementary.log(prior.low), elementary.log(prior.high)];
  const even = prior.distribution === 'log-uniform';
  return (coordinate) => {
    if (!(coordinate >= low && coordinate <= high)) return Number.NEGATIVE_INFINITY;
    if (even) return 0;
    const value = Math.min(Math.max(elementary.exp(coordinate), prior.low), prior.high);
    return density(value) + coordinate;
  };
}

/** A prior in words: "even in the logarithm from 1e20 to 1e35 cm² s⁻¹ (by default)". */
export function priorInWords(scenario: Scenario, prior: PriorInForce): string {
  const declared = parameterAt(scenario, prior.path);
  const unit = declared && declared.kind !== 'choice' ? UNIT_TEXT[declared.unit] : '';
  const suffix = unit ? ` ${unit}` : '';
  const range = `${prior.low} to ${prior.high}${suffix}`;
  const origin = prior.stated ? '' : ' (by default)';
  switch (prior.distribution) {
    case 'gaussian':
      return `Gaussian, ${prior.mean} ± ${prior.standardDeviation}${suffix}, from ${range}${origin}`;
    case 'log-uniform':
      return `even in the logarithm from ${range}${origin}`;
    case 'uniform':
      return `even from ${range}${origin}`;
  }
}
