/** How far a model is from measured points: the residuals whose squares add up to chi2, in each way of counting errors. */
import type { Dataset } from '../data/datasetTypes.ts';
import { MEASURED_QUANTITIES } from '../data/measuredQuantities.ts';
import { covarianceOf } from '../fit/likelihood/correlatedErrors.ts';
import {
  concatenated,
  correlatedResiduals,
  type DatasetResiduals,
  independentResiduals,
} from '../fit/likelihood/residuals.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { inputError } from '../model/inputSentences.ts';
import type { Scenario } from '../model/scenario.ts';
import { measuredElectrons, predictObservable } from '../predict/observables.ts';
import type { ComponentSpectrum } from '../predict/spectrumTypes.ts';
import { binAverages } from './binAverage.ts';
import { elementaryOf } from './elementaryOf.ts';
import { limitWeight } from './upperLimits.ts';

/** The ways of counting errors. */
export type ErrorModel = Scenario['fit']['errors'];
export const ERROR_MODELS: readonly ErrorModel[] = ['quadrature', 'statistical', 'covariance'];

/**
 * Whether each point of a table takes part: its mean energy lies strictly inside the range, the model reaches it, and an
 * upper limit says how much it weighs.
 */
export function pointsInFit(kernel: Kernel, scenario: Scenario, data: Dataset): boolean[] {
  const [low, high] = scenario.fit.energyRange_GeV;
  const { needsElectrons } = MEASURED_QUANTITIES[data.quantity];
  // With an energy scale in the fit the model is asked for at shifted energies as well.
  const reach = 5 * scenario.fit.energyScaleError;
  const covers = (factor: number) =>
    needsElectrons
      ? measuredElectrons(
          kernel,
          scenario,
          data.meanEnergy_GeV.map((energy) => energy * factor),
        ).covered
      : null;
  const coverages = [covers(1 - reach), covers(1 + reach)];
  const { above } = errorsOfPoints(data, scenario.fit.errors);
  const weighs = (i: number) => !data.upperLimits?.[i] || limitWeight(kernel, data, i, above[i] as number) !== null;
  return Array.from(
    data.meanEnergy_GeV,
    (energy, i) => energy > low && energy < high && coverages.every((covered) => covered?.[i] ?? true) && weighs(i),
  );
}

/** Rows of numbers per energy that a table is compared with, at some of its points. */
function rowsAtPoints(
  { fit }: Scenario,
  data: Dataset,
  points: readonly number[],
  shift: number,
  rowsAt: (energies_GeV: Float64Array) => readonly Float64Array[],
): readonly Float64Array[] {
  const factor = MEASURED_QUANTITIES[data.quantity].dimensionless ? 1 : 1 + shift;
  const pick = (column: Float64Array) => Float64Array.from(points, (i) => (column[i] as number) * (1 + shift));
  const hasBins = data.binLow_GeV.some((low, i) => low < (data.binHigh_GeV[i] as number));
  const rows =
    fit.fluxAt === 'bin-average' && hasBins
      ? binAverages(rowsAt, pick(data.binLow_GeV), pick(data.binHigh_GeV))
      : rowsAt(pick(data.meanEnergy_GeV));
  return factor === 1 ? rows : rows.map((row) => row.map((flux) => flux * factor));
}

/**
 * The model of what a table measures, at its points.
 *
 * With a shift s of the energy scale an energy that was published as E is E (1 + s), and a flux per energy Phi(E) is
 * (1 + s) Phi(E (1 + s)); a fraction has no such factor.
 *
 * @param points indices of the points that are wanted; all unless stated
 */
export function modelAtPoints(
  kernel: Kernel,
  scenario: Scenario,
  data: Dataset,
  points: readonly number[],
  shift = 0,
): Float64Array {
  return rowsAtPoints(scenario, data, points, shift, (energies) => [
    predictObservable(kernel, scenario, data.quantity, energies).total,
  ])[0] as Float64Array;
}

/** A model that is a sum, at the points of a table. */
export interface ComponentsAtPoints {
  readonly components: readonly ComponentSpectrum[];
  /** What the table holds beside positrons: electrons; null where nothing. */
  readonly rest: Float64Array | null;
}

/** The same by component, for tables that are linear in the flux. */
export function componentsAtPoints(
  kernel: Kernel,
  scenario: Scenario,
  data: Dataset,
  points: readonly number[],
  shift = 0,
): ComponentsAtPoints {
  let named: readonly ComponentSpectrum[] = [];
  const rows = rowsAtPoints(scenario, data, points, shift, (energies) => {
    const { components, electrons } = predictObservable(kernel, scenario, data.quantity, energies);
    named = components;
    return [...components.map(({ flux }) => flux), ...(electrons ? [electrons] : [])];
  });
  return {
    components: named.map(({ name, kind }, k) => ({ name, kind, flux: rows[k] as Float64Array })),
    rest: rows[named.length] ?? null,
  };
}

/** Errors of the points towards smaller and larger values, as the error model counts them. */
export function errorsOfPoints(data: Dataset, errors: ErrorModel): { below: Float64Array; above: Float64Array } {
  const { asymmetric, statError, systError } = data;
  const combined = (stat: Float64Array, syst: Float64Array) =>
    errors === 'statistical'
      ? stat
      : stat.map((value, i) => Math.sqrt(value * value + (syst[i] as number) * (syst[i] as number)));
  if (!asymmetric) {
    const both = combined(statError, systError);
    return { below: both, above: both };
  }
  const { statLower, statUpper, systLower, systUpper } = asymmetric;
  return { below: combined(statLower, systLower), above: combined(statUpper, systUpper) };
}

/** (data - model) / sigma of every point; 0 for upper limits, which have no sigma, and where there is no model. */
export function pulls(
  { fit }: Scenario,
  data: Dataset,
  model: Float64Array,
  covered: readonly boolean[],
): Float64Array {
  // The error of one point alone is the same with and without its correlation to others.
  const { below, above } = errorsOfPoints(data, fit.errors);
  return data.flux.map((flux, i) => {
    const error = (flux > (model[i] as number) ? below : above)[i] as number;
    return data.upperLimits?.[i] || !covered[i] || !(error > 0) ? 0 : (flux - (model[i] as number)) / error;
  });
}

/** Residuals of measured points whose systematic errors are correlated over energy. */
function correlatedPoints(
  kernel: Kernel,
  { fit }: Scenario,
  data: Dataset,
  points: readonly number[],
): DatasetResiduals {
  const pick = (column: ArrayLike<number>) => Float64Array.from(points, (i) => column[i] as number);
  const systematics = data.systematics.map(pick);
  const lengths = systematics.map((_, a) => fit.correlationLengths_dex?.[a] ?? fit.correlationLength_dex);
  const elementary = elementaryOf(kernel);
  const perDecade = 1 / elementary.log(10);
  const logEnergies = pick(data.meanEnergy_GeV).map((energy) => elementary.log(energy) * perDecade);
  try {
    const covariance = covarianceOf(pick(data.statError), systematics, logEnergies, lengths, elementary);
    return correlatedResiduals(pick(data.flux), covariance);
  } catch {
    throw inputError('fit.errors', 'noInverse', data.label);
  }
}

/** Residuals of points that are independent of each other, upper limits among them. */
function independentPoints(
  kernel: Kernel,
  data: Dataset,
  points: readonly number[],
  errors: Exclude<ErrorModel, 'covariance'>,
): DatasetResiduals {
  const both = errorsOfPoints(data, errors);
  const weights = points.map((i) => {
    const [below, above] = [both.below[i] as number, both.above[i] as number];
    if (!data.upperLimits?.[i]) return { measured: data.flux[i] as number, below, above };
    const weight = limitWeight(kernel, data, i, above);
    // Without effect for a limit, the lower error is the upper one.
    return { measured: weight?.measured ?? 0, below: weight?.error ?? 0, above: weight?.error ?? 0 };
  });
  const without = weights.findIndex(({ below, above }) => !(below > 0 && above > 0));
  if (without >= 0) {
    const energy_GeV = data.meanEnergy_GeV[points[without] as number] as number;
    throw inputError('fit.errors', 'noSuchError', errors, data.label, energy_GeV);
  }
  const limits = data.upperLimits;
  return independentResiduals({
    measured: Float64Array.from(weights, ({ measured }) => measured),
    errorBelow: Float64Array.from(weights, ({ below }) => below),
    errorAbove: Float64Array.from(weights, ({ above }) => above),
    ...(limits && { isUpperLimit: points.map((i) => limits[i] as boolean) }),
  });
}

/**
 * Residuals of some points of a table as a function of the model at them. Upper limits are independent of all else, in each
 * way of counting errors.
 *
 * @param errors the error model; the scenario's own unless stated
 * @throws {InputError} for points without the errors that the error model needs
 */
export function residualsOfPoints(
  kernel: Kernel,
  scenario: Scenario,
  data: Dataset,
  points: readonly number[],
  errors: ErrorModel = scenario.fit.errors,
): DatasetResiduals {
  if (errors !== 'covariance') return independentPoints(kernel, data, points, errors);
  const limits = points.filter((i) => data.upperLimits?.[i]);
  if (limits.length === 0) return correlatedPoints(kernel, scenario, data, points);
  const measured = points.filter((i) => !data.upperLimits?.[i]);
  const correlated = correlatedPoints(kernel, scenario, data, measured);
  const beside = independentPoints(kernel, data, limits, 'quadrature');
  return (model) => {
    const at = (some: readonly number[]) => Float64Array.from(some, (i) => model[points.indexOf(i)] as number);
    return concatenated([correlated(at(measured)), beside(at(limits))]);
  };
}
