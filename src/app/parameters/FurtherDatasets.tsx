import { useComputed } from '@preact/signals';
import { datasets, descriptionOf } from '../../data/datasets.ts';
import { MEASURED_QUANTITIES } from '../../data/measuredQuantities.ts';
import { DATASET_IDS, OWN_DATA_ID, type TableId } from '../../model/datasetIds.ts';
import { formatChi2 } from '../format/number.ts';
import { hasComparableTable } from '../ownData/shownTable.ts';
import { useApp } from '../state/context.ts';
import { withFurtherDataset } from '../state/edits.ts';
import { datasetLabel, datasetReference, datasetRemarks, quantityLabel } from '../words/modelWords.ts';
import { parametersWords } from './parametersWords.ts';

/** Tables that the program can predict, by their own names. */
const PREDICTED: readonly TableId[] = DATASET_IDS.filter((id) => MEASURED_QUANTITIES[datasets[id].quantity].predicted);

/** Tables that are fitted together with the first one; the plot keeps the first. */
export function FurtherDatasets() {
  const { store, classroom } = useApp();
  const words = parametersWords().fit;
  const first = useComputed(() => store.scenario.value.fit.dataset).value;
  const further = useComputed(() => store.scenario.value.fit.furtherDatasets).value;
  const comparisons = useComputed(() => store.evaluation.value?.comparisons ?? []).value;
  const isLocked = classroom.locksChoices('fit');
  const own = useComputed(() => store.scenario.value.ownData).value;
  const tables: readonly TableId[] = hasComparableTable({ ownData: own }) ? [...PREDICTED, OWN_DATA_ID] : PREDICTED;
  const others = tables.filter((id) => id !== first);
  return (
    <details class="further-data" open={further.length > 0}>
      <summary>{further.length === 0 ? words.further : words.furtherCount(further.length)}</summary>
      <fieldset disabled={isLocked}>
        <legend class="visually-hidden">{words.furtherName}</legend>
        {others.map((id) => {
          const table = descriptionOf({ ownData: own }, id);
          const label = datasetLabel(table);
          const isOn = further.includes(id);
          const chi2 = isOn ? comparisons.find(({ dataset }) => dataset === id)?.goodness : undefined;
          return (
            <label key={id} title={[`${datasetReference(table)}.`, ...datasetRemarks(table)].join(' ')}>
              <input
                type="checkbox"
                checked={isOn}
                onChange={(event) => {
                  const wanted = event.currentTarget.checked;
                  store.change((scenario) => withFurtherDataset(scenario, id, wanted), { change: label });
                  // A refused change leaves the state as it was; the box must show the state.
                  event.currentTarget.checked = store.scenario.peek().fit.furtherDatasets.includes(id);
                }}
              />
              <span>
                {label} <small>{quantityLabel(table.quantity)}</small>
              </span>
              {chi2 && (
                <small>
                  χ² {formatChi2(chi2.chi2)} / {chi2.points}
                </small>
              )}
            </label>
          );
        })}
      </fieldset>
    </details>
  );
}
