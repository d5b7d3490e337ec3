import type { Comparison, Evaluation } from '../../analysis/analysisTypes.ts';
import { datasetOf, isDatasetLoaded } from '../../data/datasets.ts';
import type { Dataset } from '../../data/datasetTypes.ts';
import { MEASURED_QUANTITIES } from '../../data/measuredQuantities.ts';
import { observedEvaluation } from '../../plot/observedEvaluation.ts';
import { powerLawsBetween } from '../../plot/powerLawsBetween.ts';

/** Two tables that people brought have one name: without the comparison with another one than this. */
function withoutOthers(evaluation: Evaluation, { id, meanEnergy_GeV }: Dataset): Evaluation {
  const isAnother = ({ dataset, model: { energies_GeV } }: Comparison) =>
    dataset === id &&
    (energies_GeV.length !== meanEnergy_GeV.length || energies_GeV.some((one, index) => one !== meanEnergy_GeV[index]));
  const comparisons = evaluation.comparisons.filter((comparison) => !isAnother(comparison));
  return comparisons.length === evaluation.comparisons.length ? evaluation : { ...evaluation, comparisons };
}

/** An evaluation as a table sees it, with the electrons of its own scenario; null while their table has not come. */
export function observedAs(computed: Evaluation, shown: Dataset): Evaluation | null {
  const evaluation = withoutOthers(computed, shown);
  if (!MEASURED_QUANTITIES[shown.quantity].needsElectrons) return observedEvaluation(evaluation, shown, null, null);
  const { scenario, curve } = evaluation;
  const { flux: id } = scenario.electrons;
  if (!isDatasetLoaded(id)) return null;
  const electrons = datasetOf(scenario, id);
  const electronsAt = (energies_GeV: Float64Array) =>
    powerLawsBetween(electrons.meanEnergy_GeV, electrons.flux, energies_GeV);
  return observedEvaluation(evaluation, shown, electronsAt(curve.energies_GeV), electronsAt(shown.meanEnergy_GeV));
}
