import { useComputed } from '@preact/signals';
import { datasets } from '../../data/datasets.ts';
import { MEASURED_QUANTITIES } from '../../data/measuredQuantities.ts';
import { DATASET_IDS } from '../../model/datasetIds.ts';
import { formatChi2 } from '../format/number.ts';
import { useApp } from '../state/context.ts';
import { withFurtherDataset } from '../state/edits.ts';

/** Tables that the program can predict, by their own names. */
const PREDICTED = DATASET_IDS.filter((id) => MEASURED_QUANTITIES[datasets[id].quantity].predicted);

/** Tables that are fitted together with the first one; the plot keeps the first. */
export function FurtherDatasets() {
  const { store, classroom } = useApp();
  const first = useComputed(() => store.scenario.value.fit.dataset).value;
  const further = useComputed(() => store.scenario.value.fit.furtherDatasets).value;
  const comparisons = useComputed(() => store.evaluation.value?.comparisons ?? []).value;
  const isLocked = classroom.locksChoices('fit');
  const others = PREDICTED.filter((id) => id !== first);
  return (
    <details class="further-data" open={further.length > 0}>
      <summary>
        {further.length === 0
          ? 'fit further data sets together with it'
          : `${further.length} more fitted together with it`}
      </summary>
      <fieldset disabled={isLocked}>
        <legend class="visually-hidden">Further data sets</legend>
        {others.map((id) => {
          const { label, quantity, reference, remarks } = datasets[id];
          const isOn = further.includes(id);
          const chi2 = isOn ? comparisons.find(({ dataset }) => dataset === id)?.goodness : undefined;
          return (
            <label key={id} title={[`${reference}.`, ...remarks].join(' ')}>
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
                {label} <small>{MEASURED_QUANTITIES[quantity].label}</small>
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
