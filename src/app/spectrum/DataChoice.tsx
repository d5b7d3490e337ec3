import { datasets, descriptionOf } from '../../data/datasets.ts';
import { MEASURED_QUANTITIES, type MeasuredQuantity } from '../../data/measuredQuantities.ts';
import { DATASET_IDS, OWN_DATA_ID, type TableId } from '../../model/datasetIds.ts';
import type { OwnTable } from '../../model/ownTable.ts';
import { memo } from '../memo.ts';
import { OwnDataButton } from '../ownData/OwnDataButton.tsx';
import { hasComparableTable } from '../ownData/shownTable.ts';
import { pageWords } from '../pageWords.ts';
import { datasetLabel, datasetReference, datasetRemarks, quantityLabel } from '../words/modelWords.ts';
import { spectrumWords } from './spectrumWords.ts';

interface DataChoiceProps {
  readonly value: TableId;
  /** Tables of the fit. */
  readonly fitted: readonly TableId[];
  /** The table that a person brought, or null. */
  readonly ownData: OwnTable | null;
  readonly onChoose: (id: TableId) => void;
}

const QUANTITY_ORDER = (Object.keys(MEASURED_QUANTITIES) as MeasuredQuantity[]).filter(
  (quantity) => MEASURED_QUANTITIES[quantity].predicted,
);

function groupTitle(quantity: MeasuredQuantity): string {
  const label = quantityLabel(quantity);
  return label.charAt(0).toUpperCase() + label.slice(1);
}

/** Which measured table the plot shows, and with it which quantity; the fit keeps its own. */
export const DataChoice = memo(function DataChoice({ value, fitted, ownData, onChoose }: DataChoiceProps) {
  const words = spectrumWords();
  const shown = descriptionOf({ ownData }, value);
  const labelOf = (id: TableId) => datasetLabel(descriptionOf({ ownData }, id));
  const option = (id: TableId) => (
    <option key={id} value={id}>
      {fitted.includes(id) ? words.fitted(labelOf(id)) : labelOf(id)}
    </option>
  );
  return (
    <span class="spectrum-data">
      <label class="spectrum-data" title={[`${datasetReference(shown)}.`, ...datasetRemarks(shown)].join(' ')}>
        <span>{words.data}</span>
        <select value={value} onChange={(event) => onChoose(event.currentTarget.value as TableId)}>
          {QUANTITY_ORDER.map((quantity) => (
            <optgroup key={quantity} label={groupTitle(quantity)}>
              {DATASET_IDS.filter((id) => datasets[id].quantity === quantity).map(option)}
            </optgroup>
          ))}
          {hasComparableTable({ ownData }) && (
            <optgroup label={pageWords().ownData.group}>{option(OWN_DATA_ID)}</optgroup>
          )}
        </select>
      </label>
      <OwnDataButton />
    </span>
  );
});
