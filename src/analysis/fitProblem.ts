/** The least-squares problem of a scenario: its free parameters, its tables, its energy scales. */
import type { Dataset } from '../data/datasetTypes.ts';
import { MEASURED_QUANTITIES } from '../data/measuredQuantities.ts';
import { type GaussianPrior, withGaussianPriors } from '../fit/likelihood/gaussianPriors.ts';
import { concatenated, type DatasetResiduals } from '../fit/likelihood/residuals.ts';
import type { LeastSquaresProblem } from '../fit/problem.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { inputError } from '../model/inputSentences.ts';
import { type FreeableParameter, parameterAt, valueAt, withValue } from '../model/paths.ts';
import type { Scenario } from '../model/scenario.ts';
import { checkValues } from '../model/scenarioRules.ts';
import { modelAtPoints, pointsInFit, residualsOfPoints } from './likelihood.ts';

/** Part of the slider's range, or of its lower end where it is logarithmic, that counts as a change that matters. */
const TYPICAL_PART = 0.01;
/** An energy scale is looked for within this many of its standard errors. */
const SCALE_REACH = 5;

/** The points of one table that take part. */
export interface FittedTable {
  readonly data: Dataset;
  readonly points: readonly number[];
  readonly residuals: DatasetResiduals;
  /** Place of the experiment's energy scale among `scales`; null without one. */
  readonly scale: number | null;
}

/** A least-squares problem with the names of what it moves. */
export interface FitProblem extends LeastSquaresProblem {
  /** The scenario that it was made from. */
  readonly scenario: Scenario;
  /** Paths of the free parameters, the first ones of the problem. */
  readonly paths: readonly string[];
  /** Experiments whose energy scale is a parameter, after the free ones: relative shift, prior 0 +- energyScaleError. */
  readonly scales: readonly string[];
  /** What is known of the energy scales. */
  readonly scalePriors: readonly GaussianPrior[];
  /** Which parameters range over decades, so that they are searched in their logarithms. */
  readonly isLogarithmic: readonly boolean[];
  readonly tables: readonly FittedTable[];
  /** Number of points in all tables. */
  readonly points: number;
  /** The scenario with other values of the free parameters. */
  scenarioAt(values: ArrayLike<number>): Scenario;
}

function fittedTables(kernel: Kernel, scenario: Scenario, datasets: readonly Dataset[], scales: readonly string[]) {
  return datasets.map((data): FittedTable => {
    const points = pointsInFit(kernel, scenario, data).flatMap((inside, i) => (inside ? [i] : []));
    const place = scales.indexOf(data.experiment);
    return {
      data,
      points,
      residuals: residualsOfPoints(kernel, scenario, data, points),
      scale: place < 0 ? null : place,
    };
  });
}

/**
 * The problem of the free parameters; bounds are the physical ranges of the declaration.
 *
 * @throws {InputError} when nothing is free, or a table is not predicted
 */
export function fitProblem(kernel: Kernel, scenario: Scenario, datasets: readonly Dataset[]): FitProblem {
  const { free: paths, energyScaleError } = scenario.fit;
  if (paths.length === 0) throw inputError('fit.free', 'nothingFree');
  const unpredicted = datasets.find(({ quantity }) => !MEASURED_QUANTITIES[quantity].predicted);
  if (unpredicted)
    throw inputError(
      'fit.furtherDatasets',
      'notPredicted',
      unpredicted.label,
      MEASURED_QUANTITIES[unpredicted.quantity].label,
    );
  const scales = energyScaleError > 0 ? [...new Set(datasets.map(({ experiment }) => experiment))] : [];
  const tables = fittedTables(kernel, scenario, datasets, scales);
  const points = tables.reduce((sum, table) => sum + table.points.length, 0);
  const declared = paths.map((path) => parameterAt(scenario, path) as FreeableParameter);
  const values = paths.map((path) => valueAt(scenario, path) as number);
  const scenarioAt = (moved: ArrayLike<number>) =>
    paths.reduce((changed, path, i) => withValue(changed, path, moved[i] as number), scenario);
  const reach = SCALE_REACH * energyScaleError;
  const problem: LeastSquaresProblem = {
    start: Float64Array.of(...values, ...scales.map(() => 0)),
    lower: Float64Array.of(...declared.map(({ range }) => range[0]), ...scales.map(() => -reach)),
    upper: Float64Array.of(...declared.map(({ range }) => range[1]), ...scales.map(() => reach)),
    typicalSize: Float64Array.of(
      ...declared.map(({ slider, scale }, i) =>
        scale === 'log'
          ? Math.max(0.1 * Math.abs(values[i] as number), TYPICAL_PART * slider[0])
          : TYPICAL_PART * (slider[1] - slider[0]),
      ),
      ...scales.map(() => energyScaleError),
    ),
    residuals(moved) {
      const changed = scenarioAt(moved);
      // Where rules between values are broken there is no model; the search turns back.
      checkValues(changed);
      return concatenated(
        tables.map(({ data, points, residuals, scale }) => {
          const shift = scale === null ? 0 : (moved[paths.length + scale] as number);
          return residuals(modelAtPoints(kernel, changed, data, points, shift));
        }),
      );
    },
  };
  const priors = scales.map((_, k): GaussianPrior => ({ index: paths.length + k, mean: 0, sigma: energyScaleError }));
  return {
    ...withGaussianPriors(problem, priors),
    scenario,
    paths,
    scales,
    scalePriors: priors,
    isLogarithmic: [
      ...declared.map(({ scale, range }, i) => scale === 'log' && range[0] > 0 && (values[i] as number) > 0),
      ...scales.map(() => false),
    ],
    tables,
    points,
    scenarioAt,
  };
}
