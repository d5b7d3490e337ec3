/** Whether fits of simulated data give back the parameters that the data were made from, with errors of the right size. */
import { elementaryOf } from '../../src/analysis/elementaryOf.ts';
import { fitScenario } from '../../src/analysis/fitScenario.ts';
import { errorsOfPoints, modelAtPoints } from '../../src/analysis/likelihood.ts';
import { datasetOf } from '../../src/data/datasets.ts';
import type { Dataset } from '../../src/data/datasetTypes.ts';
import { Random } from '../../src/fit/random.ts';
import type { RecoveredParameter } from '../../src/fit/recovery.ts';
import type { Kernel } from '../../src/kernel/kernel.ts';
import { valueAt } from '../../src/model/paths.ts';
import type { Scenario } from '../../src/model/scenario.ts';

/** How one free parameter came back. */
export interface RecoveredPath extends RecoveredParameter {
  readonly path: string;
  readonly truth: number;
}

export interface RecoveryStudy {
  readonly parameters: readonly RecoveredPath[];
  /** Data sets that went into the numbers. */
  readonly dataSets: number;
  /** Data sets whose fit was not valid, or left a parameter without an error. */
  readonly failed: number;
}

/** The table with fluxes drawn around the model: Gaussian, with the errors of the table. */
function simulated(kernel: Kernel, truth: Scenario, data: Dataset, random: Random): Dataset {
  const points = Array.from(data.flux, (_, i) => i);
  const model = modelAtPoints(kernel, truth, data, points);
  const { below } = errorsOfPoints(data, truth.fit.errors);
  const elementary = elementaryOf(kernel);
  return { ...data, flux: model.map((flux, i) => flux + (below[i] as number) * random.normal(elementary)) };
}

/**
 * Fits many simulated tables; yields after each one.
 *
 * A table is the first one of the fit with fluxes drawn around the scenario's own values, which are the truth. A pull is
 * (best - truth) / error, the error being that of the second derivatives; an interval of the profile likelihood holds the
 * truth where chi2 with the parameter at its true value, minimised over the others, is at most 1 above the minimum.
 *
 * @param seed an integer from 0 to 4294967295
 */
export function* recoveryStudy(
  kernel: Kernel,
  truth: Scenario,
  dataSets: number,
  seed: number,
): Generator<{ readonly dataSet: number }, RecoveryStudy> {
  const data = datasetOf(truth, truth.fit.dataset);
  const { free } = truth.fit;
  const trueValues = free.map((path) => valueAt(truth, path) as number);
  const seeds = Random.seeded(seed);
  const pulls: number[][] = free.map(() => []);
  const held = free.map(() => 0);
  let failed = 0;
  for (let dataSet = 0; dataSet < dataSets; dataSet++) {
    const options = { dataset: simulated(kernel, truth, data, Random.seeded(seeds.word())) };
    const { valid, parameters, goodness } = fitScenario(kernel, truth, options);
    if (valid && parameters.every(({ error }) => error !== null)) {
      parameters.forEach(({ path, value, error }, i) => {
        (pulls[i] as number[]).push((value - (trueValues[i] as number)) / (error as number));
        const others = free.filter((other) => other !== path);
        const there = fitScenario(kernel, { ...truth, fit: { ...truth.fit, free: others } }, options);
        if (there.goodness.chi2 - goodness.chi2 <= 1) held[i]! += 1;
      });
    } else {
      failed += 1;
    }
    yield { dataSet };
  }
  const fitted = dataSets - failed;
  return {
    parameters: pulls.map((ofOne, i) => {
      const meanPull = ofOne.reduce((sum, pull) => sum + pull, 0) / fitted;
      const squares = ofOne.reduce((sum, pull) => sum + (pull - meanPull) * (pull - meanPull), 0);
      return {
        path: free[i] as string,
        truth: trueValues[i] as number,
        meanPull,
        pullWidth: Math.sqrt(squares / (fitted - 1)),
        coverage: (held[i] as number) / fitted,
        hessianCoverage: ofOne.filter((pull) => Math.abs(pull) <= 1).length / fitted,
      };
    }),
    dataSets: fitted,
    failed,
  };
}
