import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Evaluation } from '../../analysis/analysisTypes.ts';
import { datasetOf, descriptionOf, fittedTableIds, isDatasetLoaded, loadDatasets } from '../../data/datasets.ts';
import type { Dataset } from '../../data/datasetTypes.ts';
import { MEASURED_QUANTITIES } from '../../data/measuredQuantities.ts';
import { POSITRON_DATASET_IDS, type TableId } from '../../model/datasetIds.ts';
import type { Scenario } from '../../model/scenario.ts';
import { comparisonWith } from '../../plot/dataPoints.ts';
import { observedEvaluation } from '../../plot/observedEvaluation.ts';
import { powerLawsBetween } from '../../plot/powerLawsBetween.ts';
import type { FurtherTable } from './useFurtherTables.ts';
import { useSameItems } from './useSameItems.ts';

/** What the plot draws. */
export interface ShownData {
  readonly dataset: Dataset;
  readonly evaluation: Evaluation | null;
  /** The table of the electrons that are in it, if any. */
  readonly electrons: Dataset | null;
  /** Tables of the fit that measure the same. */
  readonly further: readonly FurtherTable[];
}

/**
 * The wanted table and the evaluation as it sees it; the positrons of AMS-02 until the table has arrived.
 *
 * @param scenario of the evaluation; it names the electrons and may hold the table itself
 * @param onFailure called when the tables cannot be loaded; keep it the same function
 */
export function useShownData(
  evaluation: Evaluation | null,
  scenario: Scenario,
  wanted: TableId,
  onFailure: (error: unknown) => void,
): ShownData {
  const [, setArrived] = useState(false);
  const fitted = useSameItems(fittedTableIds(scenario));
  const isAllHere = [wanted, ...fitted].every(isDatasetLoaded);
  useEffect(() => {
    if (!isAllHere) loadDatasets().then(() => setArrived(true), onFailure);
  }, [isAllHere, onFailure]);
  const id = isDatasetLoaded(wanted) ? wanted : POSITRON_DATASET_IDS[0];
  const { ownData } = scenario;
  const electronsId = scenario.electrons.flux;
  return useMemo(() => {
    const shown = datasetOf({ ownData }, id);
    const electrons = MEASURED_QUANTITIES[shown.quantity].needsElectrons ? datasetOf({ ownData }, electronsId) : null;
    const electronsAt = (energies_GeV: Float64Array) =>
      electrons && powerLawsBetween(electrons.meanEnergy_GeV, electrons.flux, energies_GeV);
    const beside = fitted.filter(
      (one) => one !== id && isDatasetLoaded(one) && descriptionOf({ ownData }, one).quantity === shown.quantity,
    );
    return {
      dataset: shown,
      electrons,
      evaluation:
        evaluation &&
        observedEvaluation(
          evaluation,
          shown,
          electronsAt(evaluation.curve.energies_GeV),
          electronsAt(shown.meanEnergy_GeV),
        ),
      further: beside.map((one) => {
        const table = datasetOf({ ownData }, one);
        const seen = evaluation && observedEvaluation(evaluation, table, null, electronsAt(table.meanEnergy_GeV));
        return { dataset: table, comparison: comparisonWith(seen, table) };
      }),
    };
  }, [evaluation, id, fitted, isAllHere, ownData, electronsId]);
}
