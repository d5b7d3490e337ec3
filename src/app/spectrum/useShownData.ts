import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Evaluation } from '../../analysis/analysisTypes.ts';
import { dataset, isDatasetLoaded, loadDatasets } from '../../data/datasets.ts';
import type { Dataset } from '../../data/datasetTypes.ts';
import { MEASURED_QUANTITIES } from '../../data/measuredQuantities.ts';
import { type DatasetId, POSITRON_DATASET_IDS } from '../../model/datasetIds.ts';
import { observedEvaluation } from '../../plot/observedEvaluation.ts';
import { powerLawsBetween } from '../../plot/powerLawsBetween.ts';

/** What the plot draws. */
export interface ShownData {
  readonly dataset: Dataset;
  readonly evaluation: Evaluation | null;
  /** The table of the electrons that are in it, if any. */
  readonly electrons: Dataset | null;
}

/**
 * The wanted table and the evaluation as it sees it; the positrons of AMS-02 until the table has arrived.
 *
 * @param electronsId table of the electrons
 * @param onFailure called when the tables cannot be loaded; keep it the same function
 */
export function useShownData(
  evaluation: Evaluation | null,
  wanted: DatasetId,
  electronsId: DatasetId,
  onFailure: (error: unknown) => void,
): ShownData {
  const [, setArrived] = useState(false);
  useEffect(() => {
    if (!isDatasetLoaded(wanted)) loadDatasets().then(() => setArrived(true), onFailure);
  }, [wanted, onFailure]);
  const id = isDatasetLoaded(wanted) ? wanted : POSITRON_DATASET_IDS[0];
  return useMemo(() => {
    const shown = dataset(id);
    const electrons = MEASURED_QUANTITIES[shown.quantity].needsElectrons ? dataset(electronsId) : null;
    const electronsAt = (energies_GeV: Float64Array) =>
      electrons && powerLawsBetween(electrons.meanEnergy_GeV, electrons.flux, energies_GeV);
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
    };
  }, [evaluation, id, electronsId]);
}
