/** How far a model is from measured points: the residuals whose squares add up to chi2, in each way of counting errors. */
import type { Dataset } from '../data/datasetTypes.ts';
import { MEASURED_QUANTITIES } from '../data/measuredQuantities.ts';
import { covarianceOf } from '../fit/likelihood/correlatedErrors.ts';
import { correlatedResiduals, type DatasetResiduals, independentResiduals } from '../fit/likelihood/residuals.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { InputError } from '../model/inputError.ts';
import type { Scenario } from '../model/scenario.ts';
import { measuredElectrons, predictObservable } from '../predict/observables.ts';
import type { ComponentSpectrum } from '../predict/spectrumTypes.ts';
import { binAverages } from './binAverage.ts';
import { elementaryOf } from './elementaryOf.ts';

/** The ways of counting errors. */
export type ErrorModel = Scenario['fit']['errors'];
export const ERROR_MODELS: readonly ErrorModel[] = ['quadrature', 'statistical', 'covariance'];

/** Whether each point of a table takes part: its mean energy lies strictly inside the range, and the model reaches it. */
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
  return Array.from(
    data.meanEnergy_GeV,
    (energy, i) => energy > low && energy < high && coverages.every((covered) => covered?.[i] ?? true),
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

/**
 * Residuals of some points of a table as a function of the model at them.
 *
 * @param errors the error model; the scenario's own unless stated
 * @throws {InputError} for points without the errors that the error model needs
 */
export function residualsOfPoints(
  kernel: Kernel,
  { fit }: Scenario,
  data: Dataset,
  points: readonly number[],
  errors: ErrorModel = fit.errors,
): DatasetResiduals {
  const pick = (column: ArrayLike<number>) => Float64Array.from(points, (i) => column[i] as number);
  const measured = pick(data.flux);
  if (errors === 'covariance') {
    const stat = pick(data.statError);
    const systematics = data.systematics.map(pick);
    const lengths = systematics.map((_, a) => fit.correlationLengths_dex?.[a] ?? fit.correlationLength_dex);
    const elementary = elementaryOf(kernel);
    const perDecade = 1 / elementary.log(10);
    const logEnergies = pick(data.meanEnergy_GeV).map((energy) => elementary.log(energy) * perDecade);
    try {
      return correlatedResiduals(measured, covarianceOf(stat, systematics, logEnergies, lengths, elementary));
    } catch {
      throw new InputError(
        'fit.errors',
        `fit.errors is "covariance", but the errors of ${data.label} have no inverse: each point needs a statistical error; use "quadrature".`,
      );
    }
  }
  const { below, above } = errorsOfPoints(data, errors);
  const without = points.find((i) => !((below[i] as number) > 0 && (above[i] as number) > 0));
  if (without !== undefined) {
    throw new InputError(
      'fit.errors',
      `fit.errors is "${errors}", but ${data.label} has no such error at ${data.meanEnergy_GeV[without]} GeV; use "quadrature".`,
    );
  }
  const limits = data.upperLimits;
  return independentResiduals({
    measured,
    errorBelow: pick(below),
    errorAbove: pick(above),
    ...(limits && { isUpperLimit: points.map((i) => limits[i] as boolean) }),
  });
}
