import { useComputed } from '@preact/signals';
import { descriptionOf } from '../../data/datasets.ts';
import { OWN_DATA_ID, POSITRON_DATASET_IDS, type TableId } from '../../model/datasetIds.ts';
import { Icon } from '../controls/Icon.tsx';
import { ValueField } from '../controls/ValueField.tsx';
import { formatNumber } from '../format/number.ts';
import { hasComparableTable } from '../ownData/shownTable.ts';
import { useApp } from '../state/context.ts';
import { withDataset, withEnergyRange } from '../state/edits.ts';
import { messageFor } from '../state/message.ts';
import { datasetLabel, datasetReference } from '../words/modelWords.ts';
import { ChoiceRow } from './ChoiceRow.tsx';
import { FurtherDatasets } from './FurtherDatasets.tsx';
import { parametersWords } from './parametersWords.ts';

const RANGE_PATH = 'fit.energyRange_GeV';

function EnergyRangeRow() {
  const { store } = useApp();
  const words = parametersWords();
  const range = useComputed(() => store.scenario.value.fit.energyRange_GeV).value;
  const original = store.origin.value.scenario.fit.energyRange_GeV;
  const message = store.message.value?.row === RANGE_PATH ? store.message.value.text : null;
  const set = (next: readonly [number, number]) =>
    store.change((scenario) => withEnergyRange(scenario, next), { change: words.fit.rangeChange, row: RANGE_PATH });
  const field = (end: 0 | 1, label: string) => (
    <ValueField
      value={range[end]}
      unit="GeV"
      label={label}
      path={RANGE_PATH}
      messageId={message === null ? undefined : 'energy-range-message'}
      onValue={(value) => set(end === 0 ? [value, range[1]] : [range[0], value])}
      onError={(error) => store.say(messageFor(error, store.scenario.peek(), RANGE_PATH))}
      onEscape={store.dismiss}
    />
  );
  const changed = range[0] !== original[0] || range[1] !== original[1];
  const originalText = words.fit.range(formatNumber(original[0]), formatNumber(original[1]));
  return (
    <div class="row row-range" data-path={RANGE_PATH}>
      <span />
      <span class="row-label-plain">{words.fit.energies}</span>
      <span class="row-range-fields">
        {field(0, words.fit.lowest)} {words.fit.to} {field(1, words.fit.highest)} <span class="row-unit">GeV</span>
      </span>
      {changed ? (
        <button
          type="button"
          class="icon-button row-reset"
          aria-label={words.row.backOf(words.fit.energies, originalText)}
          title={words.row.back(originalText)}
          onClick={() => set(original)}
        >
          <Icon name="reset" />
        </button>
      ) : (
        <span />
      )}
      {message !== null && (
        <p id="energy-range-message" class="row-note row-error" role="alert">
          {message}
        </p>
      )}
    </div>
  );
}

/** What the model is fitted to. */
export function FitRows() {
  const { store } = useApp();
  const words = parametersWords();
  const id = useComputed(() => store.scenario.value.fit.dataset).value;
  const ownData = useComputed(() => store.scenario.value.ownData).value;
  const own = hasComparableTable({ ownData }) ? ([OWN_DATA_ID] as const) : [];
  const options = Object.fromEntries(
    [...POSITRON_DATASET_IDS, ...own].map((table) => [table, datasetLabel(descriptionOf({ ownData }, table))]),
  ) as Record<TableId, string>;
  const { dataset: original } = store.origin.value.scenario.fit;
  return (
    <>
      <ChoiceRow
        path="fit.dataset"
        label={words.fit.dataset}
        options={options}
        value={id}
        original={original in options ? original : undefined}
        help={`${datasetReference(descriptionOf({ ownData }, id))}.`}
        message={null}
        onChoose={(next) => store.change((scenario) => withDataset(scenario, next), { change: words.fit.dataset })}
      />
      <FurtherDatasets />
      <EnergyRangeRow />
    </>
  );
}
