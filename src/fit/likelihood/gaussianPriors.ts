/** What is known of parameters beforehand, as residuals of a fit: an energy scale, a measured distance. */
import type { SeparableProblem } from '../linear/separable.ts';
import type { LeastSquaresProblem } from '../problem.ts';
import { concatenated } from './residuals.ts';

/** A parameter that is known to be mean +- sigma. */
export interface GaussianPrior {
  /** Place of the parameter in the problem. */
  readonly index: number;
  readonly mean: number;
  readonly sigma: number;
}

/**
 * The same problem with a residual (mean - p) / sigma more for every prior.
 *
 * A nuisance parameter, as the energy scale of an experiment, is a parameter of the model like any other with such a
 * prior. Each prior counts as a point, so that parameters and priors leave the degrees of freedom as they are.
 *
 * @throws RangeError for a parameter that does not exist, or a sigma that is not positive
 */
export function withGaussianPriors(
  problem: LeastSquaresProblem,
  priors: readonly GaussianPrior[],
): LeastSquaresProblem {
  checkPriors(priors, problem.start.length, 'parameter');
  return {
    ...problem,
    residuals: (parameters) => concatenated([problem.residuals(parameters.slice()), pulls(priors, parameters)]),
  };
}

/** The same for parameters and for coefficients of a separable problem. */
export function withSeparablePriors(
  problem: SeparableProblem,
  priors: { readonly parameters?: readonly GaussianPrior[]; readonly coefficients?: readonly GaussianPrior[] },
): SeparableProblem {
  const { parameters: ofParameters = [], coefficients: ofCoefficients = [] } = priors;
  checkPriors(ofParameters, problem.start.length, 'parameter');
  checkPriors(ofCoefficients, problem.coefficients.lower.length, 'coefficient');
  return {
    ...problem,
    parts(parameters) {
      const { target, columns } = problem.parts(parameters.slice());
      const means = Float64Array.from(ofCoefficients, ({ mean, sigma }) => mean / sigma);
      return {
        target: concatenated([target, pulls(ofParameters, parameters), means]),
        columns: columns.map((column, k) =>
          concatenated([
            column,
            new Float64Array(ofParameters.length),
            Float64Array.from(ofCoefficients, ({ index, sigma }) => (index === k ? 1 / sigma : 0)),
          ]),
        ),
      };
    },
  };
}

function pulls(priors: readonly GaussianPrior[], parameters: Float64Array): Float64Array {
  return Float64Array.from(priors, ({ index, mean, sigma }) => (mean - parameters[index]!) / sigma);
}

function checkPriors(priors: readonly GaussianPrior[], count: number, what: string): void {
  for (const { index, mean, sigma } of priors) {
    if (!(Number.isInteger(index) && index >= 0 && index < count)) {
      throw new RangeError(`There is no ${what} ${index} among ${count} for a prior.`);
    }
    if (!(sigma > 0 && Number.isFinite(sigma) && Number.isFinite(mean))) {
      throw new RangeError(
        `The prior of ${what} ${index} is ${mean} +- ${sigma}; both must be finite and sigma above 0.`,
      );
    }
  }
}
