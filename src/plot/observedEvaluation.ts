/** An evaluation as another measured table sees it: positron flux, positron fraction, or electrons and positrons together. */
import type { Comparison, Evaluation, GoodnessOfFit } from '../analysis/analysisTypes.ts';
import type { Dataset } from '../data/datasetTypes.ts';
import { MEASURED_QUANTITIES } from '../data/measuredQuantities.ts';
import type { Scenario } from '../model/scenario.ts';
import type { ComponentSpectrum, PredictedSpectrum } from '../predict/spectrumTypes.ts';
import { powerLawsBetween } from './powerLawsBetween.ts';

/** The component that stands for the electrons in a sum. */
export const ELECTRONS_NAME = 'electrons (measured)';

/** Whether a scenario's fit uses a table. */
export function isFitted({ fit }: Scenario, { id }: Pick<Dataset, 'id'>): boolean {
  return fit.dataset === id || fit.furtherDatasets.includes(id);
}

/** Positrons p and electrons e as p / (p + e) or p + e; not a number where the electrons are none. */
function withElectrons(positrons: PredictedSpectrum, electrons: Float64Array, isFraction: boolean): PredictedSpectrum {
  const sum = positrons.total.map((flux, index) => flux + (electrons[index] ?? Number.NaN));
  const parts = (flux: Float64Array) => flux.map((value, index) => value / (sum[index] ?? Number.NaN));
  return {
    energies_GeV: positrons.energies_GeV,
    total: isFraction ? parts(positrons.total) : sum,
    components: isFraction
      ? positrons.components.map((component) => ({ ...component, flux: parts(component.flux) }))
      : [...positrons.components, electronsOf(electrons)],
    relativeError: null,
  };
}

function electronsOf(flux: Float64Array): ComponentSpectrum {
  return { name: ELECTRONS_NAME, kind: 'table', flux };
}

/** The positrons of a curve at other energies; their total is the sum of the interpolated components. */
function positronsBetween(curve: PredictedSpectrum, energies_GeV: Float64Array): PredictedSpectrum {
  const components = curve.components.map((component) => ({
    ...component,
    flux: powerLawsBetween(curve.energies_GeV, component.flux, energies_GeV),
  }));
  const total =
    components.length === 0
      ? powerLawsBetween(curve.energies_GeV, curve.total, energies_GeV)
      : energies_GeV.map((_, index) => components.reduce((sum, { flux }) => sum + (flux[index] ?? Number.NaN), 0));
  return { energies_GeV, components, total, relativeError: null };
}

function goodnessOf(pull: Float64Array, compared: readonly boolean[]): GoodnessOfFit {
  const pulls = pull.filter((_, index) => compared[index] === true);
  const chi2 = pulls.reduce((sum, value) => sum + value * value, 0);
  return {
    chi2,
    points: pulls.length,
    freeParameters: 0,
    degreesOfFreedom: pulls.length,
    pValue: null,
    aic: chi2,
  };
}

function comparisonOf(dataset: Dataset, model: PredictedSpectrum): Comparison {
  const covered = Array.from(model.total, Number.isFinite);
  const pull = dataset.flux.map((value, index) => {
    const error = Math.hypot(dataset.statError[index] ?? 0, dataset.systError[index] ?? 0);
    const isLimit = dataset.upperLimits?.[index] === true;
    return isLimit || !(error > 0) ? Number.NaN : (value - (model.total[index] ?? Number.NaN)) / error;
  });
  const inFit = Array.from(pull, Number.isFinite);
  return { dataset: dataset.id, model, expected: model.total, covered, pull, inFit, goodness: goodnessOf(pull, inFit) };
}

/** The comparison that the evaluation holds, with the electrons as a component and no numbers where they are unknown. */
function fittedComparison(comparison: Comparison, electrons: Float64Array | null, isFraction: boolean): Comparison {
  if (electrons === null) return comparison;
  const known = (values: Float64Array) =>
    values.map((value, index) => (comparison.covered[index] === true ? value : Number.NaN));
  const { model } = comparison;
  const components = model.components.map((component) => ({ ...component, flux: known(component.flux) }));
  return {
    ...comparison,
    model: {
      ...model,
      total: known(model.total),
      components: isFraction ? components : [...components, electronsOf(electrons)],
    },
    expected: known(comparison.expected),
    pull: known(comparison.pull),
  };
}

/**
 * The evaluation whose curve and comparison are those of a table's quantity: positrons e+ as they are,
 * e+ / (e+ + e-), or e+ + e-, with e- as measured.
 *
 * A table of the fit keeps the comparison that was computed for it. For another one the positrons at its energies are
 * interpolated on the evaluation's own curve, as power laws between its 200 energies: good for a picture, and no new
 * computation. Its `inFit` then says which points are compared; `goodness` counts statistical and systematic errors in
 * quadrature, and no parameter. The electrons' errors are in no residual. Energies without measured electrons are left
 * out of the curve; points there have neither a model nor a pull (not a number). Shares stay those of the positrons.
 *
 * @param electronsOnCurve electrons at the energies of the curve, GeV^-1 m^-2 s^-1 sr^-1, not a number where there is
 *   no measurement; null for the positron flux
 * @param electronsAtPoints the same at the mean energies of the table
 */
export function observedEvaluation(
  evaluation: Evaluation,
  dataset: Dataset,
  electronsOnCurve: Float64Array | null,
  electronsAtPoints: Float64Array | null,
): Evaluation {
  const { needsElectrons, dimensionless } = MEASURED_QUANTITIES[dataset.quantity];
  const fitted = evaluation.comparisons.find((comparison) => comparison.dataset === dataset.id);
  if (!needsElectrons && fitted === evaluation.comparison) return evaluation;
  const atPoints = () => {
    const positrons = positronsBetween(evaluation.curve, dataset.meanEnergy_GeV);
    return electronsAtPoints === null ? positrons : withElectrons(positrons, electronsAtPoints, dimensionless);
  };
  const comparison = fitted
    ? fittedComparison(fitted, electronsAtPoints, dimensionless)
    : comparisonOf(dataset, atPoints());
  if (electronsOnCurve === null) return { ...evaluation, comparison };
  const whole = withElectrons(evaluation.curve, electronsOnCurve, dimensionless);
  const measured = (values: Float64Array) => values.filter((_, index) => Number.isFinite(electronsOnCurve[index]));
  return {
    ...evaluation,
    comparison,
    curve: {
      energies_GeV: measured(whole.energies_GeV),
      total: measured(whole.total),
      components: whole.components.map((component) => ({ ...component, flux: measured(component.flux) })),
      relativeError: null,
    },
    coolingTime_kyr: measured(evaluation.coolingTime_kyr),
  };
}
