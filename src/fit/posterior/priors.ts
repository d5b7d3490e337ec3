/** Prior probabilities of parameters, and the posterior that they make with chi2. */
import type { Elementary } from '../elementary.ts';
import type { LeastSquaresProblem } from '../problem.ts';

/** Logarithm of a prior density, up to a constant; -Infinity where the parameter cannot be. */
export type LogPrior = (value: number) => number;

/** Every value between the bounds equally probable. */
export function uniformPrior(lower: number, upper: number): LogPrior {
  checkBounds(lower, upper);
  return (value) => (value >= lower && value <= upper ? 0 : Number.NEGATIVE_INFINITY);
}

/** Every value of the logarithm between the bounds equally probable: density 1 / x. */
export function logUniformPrior(lower: number, upper: number, { log }: Pick<Elementary, 'log'>): LogPrior {
  checkBounds(lower, upper);
  if (!(lower > 0)) throw new RangeError(`A log-uniform prior begins at ${lower}; its lower bound must be above 0.`);
  return (value) => (value >= lower && value <= upper ? -log(value) : Number.NEGATIVE_INFINITY);
}

/** mean +- sigma, cut off at the bounds if there are any. */
export function gaussianPrior(
  mean: number,
  sigma: number,
  lower = Number.NEGATIVE_INFINITY,
  upper = Number.POSITIVE_INFINITY,
): LogPrior {
  checkBounds(lower, upper);
  if (!(sigma > 0 && Number.isFinite(sigma) && Number.isFinite(mean))) {
    throw new RangeError(`A Gaussian prior is ${mean} +- ${sigma}; both must be finite and sigma above 0.`);
  }
  return (value) => {
    if (!(value >= lower && value <= upper)) return Number.NEGATIVE_INFINITY;
    const pull = (value - mean) / sigma;
    return -0.5 * pull * pull;
  };
}

function checkBounds(lower: number, upper: number): void {
  if (!(lower < upper))
    throw new RangeError(`A prior has the bounds ${lower} and ${upper}; the first must be below the second.`);
}

/**
 * Logarithm of the posterior density, up to a constant: sum of the priors - chi2 / 2.
 *
 * -Infinity where a prior vanishes (the model then is not computed), and where the residuals are not finite or throw.
 *
 * @throws RangeError unless there is a prior for every parameter
 */
export function logPosterior(
  problem: Pick<LeastSquaresProblem, 'residuals' | 'start'>,
  priors: readonly LogPrior[],
): (parameters: ArrayLike<number>) => number {
  if (priors.length !== problem.start.length) {
    throw new RangeError(`There are ${problem.start.length} parameters, but ${priors.length} priors.`);
  }
  return (parameters) => {
    let sum = 0;
    for (let i = 0; i < priors.length; i++) sum += priors[i]!(parameters[i]!);
    if (!(sum > Number.NEGATIVE_INFINITY)) return Number.NEGATIVE_INFINITY;
    let residuals: Float64Array;
    try {
      residuals = problem.residuals(Float64Array.from(parameters));
    } catch {
      return Number.NEGATIVE_INFINITY;
    }
    let chi2 = 0;
    for (const residual of residuals) chi2 += residual * residual;
    return Number.isFinite(chi2) ? sum - 0.5 * chi2 : Number.NEGATIVE_INFINITY;
  };
}
