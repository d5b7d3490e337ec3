/** Whether fits of simulated data give back the parameters that the data were made from. */
import { lowestWith } from './conditional.ts';
import { errorAnalysis } from './errors.ts';
import { type LeastSquaresProblem, minimise, runToEnd } from './leastSquares.ts';
import { Random } from './random.ts';

/** How one parameter came back. */
export interface RecoveredParameter {
  /** Mean of (best - truth) / error; 0 without bias. */
  readonly meanPull: number;
  /** Standard deviation of the pulls; 1 for errors of the right size. */
  readonly pullWidth: number;
  /**
   * Part of the data sets for which the interval of the profile likelihood, chi2 up by 1, holds the truth; 0.683
   * expected.
   */
  readonly coverage: number;
  /** The same for best +- error from the second derivatives. */
  readonly hessianCoverage: number;
}

export interface RecoveryReport {
  readonly parameters: RecoveredParameter[];
  /** Data sets that went into the numbers. */
  readonly dataSets: number;
  /** Data sets whose fit did not converge, or gave no error for some parameter: a parameter at a bound, for one. */
  readonly failed: number;
}

/**
 * Fits many simulated data sets; yields after each one.
 *
 * @param truth the parameters that data are made from
 * @param simulated a data set drawn with the given generator, as a problem to be fitted
 * @param seed an integer from 0 to 2^32 - 1; every data set has a generator of its own, seeded by a number drawn from
 *   it
 */
export function* recover(
  truth: ArrayLike<number>,
  simulated: (random: Random) => LeastSquaresProblem,
  dataSets: number,
  seed: number,
): Generator<{ readonly dataSet: number }, RecoveryReport> {
  const random = Random.seeded(seed);
  const pulls: number[][] = Array.from(truth, () => []);
  const held = Array.from(truth, () => 0);
  let failed = 0;
  for (let dataSet = 0; dataSet < dataSets; dataSet++) {
    const problem = simulated(Random.seeded(random.word()));
    const minimum = runToEnd(minimise(problem));
    const { errors } = errorAnalysis(problem, minimum);
    if (minimum.converged && errors.every((error) => error !== null)) {
      Array.from(truth).forEach((value, index) => {
        pulls[index]!.push((minimum.best[index]! - value) / errors[index]!);
        const there = lowestWith(problem, [{ index, value }], minimum.best);
        if (there !== null && there.chi2 - minimum.chi2 <= 1) held[index]! += 1;
      });
    } else {
      failed += 1;
    }
    yield { dataSet };
  }
  const fitted = dataSets - failed;
  return {
    parameters: pulls.map((ofOne, index) => {
      const meanPull = ofOne.reduce((sum, pull) => sum + pull, 0) / fitted;
      const squares = ofOne.reduce((sum, pull) => sum + (pull - meanPull) * (pull - meanPull), 0);
      return {
        meanPull,
        pullWidth: Math.sqrt(squares / (fitted - 1)),
        coverage: held[index]! / fitted,
        hessianCoverage: ofOne.filter((pull) => Math.abs(pull) <= 1).length / fitted,
      };
    }),
    dataSets: fitted,
    failed,
  };
}
