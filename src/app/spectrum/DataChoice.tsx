import { datasets } from '../../data/datasets.ts';
import { MEASURED_QUANTITIES, type MeasuredQuantity } from '../../data/measuredQuantities.ts';
import { DATASET_IDS, type DatasetId } from '../../model/datasetIds.ts';
import { memo } from '../memo.ts';

interface DataChoiceProps {
  readonly value: DatasetId;
  /** Tables of the fit. */
  readonly fitted: readonly DatasetId[];
  readonly onChoose: (id: DatasetId) => void;
}

const QUANTITY_ORDER = (Object.keys(MEASURED_QUANTITIES) as MeasuredQuantity[]).filter(
  (quantity) => MEASURED_QUANTITIES[quantity].predicted,
);

function groupTitle(quantity: MeasuredQuantity): string {
  const { label } = MEASURED_QUANTITIES[quantity];
  return label.charAt(0).toUpperCase() + label.slice(1);
}

/** Which measured table the plot shows, and with it which quantity; the fit keeps its own. */
export const DataChoice = memo(function DataChoice({ value, fitted, onChoose }: DataChoiceProps) {
  return (
    <label class="spectrum-data" title={[`${datasets[value].reference}.`, ...datasets[value].remarks].join(' ')}>
      <span>Data:</span>
      <select value={value} onChange={(event) => onChoose(event.currentTarget.value as DatasetId)}>
        {QUANTITY_ORDER.map((quantity) => (
          <optgroup key={quantity} label={groupTitle(quantity)}>
            {DATASET_IDS.filter((id) => datasets[id].quantity === quantity).map((id) => (
              <option key={id} value={id}>
                {datasets[id].label}
                {fitted.includes(id) && ', fitted'}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </label>
  );
});
