import { useComputed } from '@preact/signals';
import { datasets } from '../../data/datasets.ts';
import { type DatasetId, POSITRON_DATASET_IDS } from '../../model/datasetIds.ts';
import { Icon } from '../controls/Icon.tsx';
import { ValueField } from '../controls/ValueField.tsx';
import { counted, formatNumber } from '../format/number.ts';
import { useApp } from '../state/context.ts';
import { withDataset, withEnergyRange } from '../state/edits.ts';
import { messageFor } from '../state/message.ts';
import { ChoiceRow } from './ChoiceRow.tsx';
import { FurtherDatasets } from './FurtherDatasets.tsx';
import { RowNote } from './RowNote.tsx';

const DATASET_OPTIONS = Object.fromEntries(POSITRON_DATASET_IDS.map((id) => [id, datasets[id].label])) as Record<
  DatasetId,
  string
>;
const RANGE_PATH = 'fit.energyRange_GeV';

function EnergyRangeRow() {
  const { store } = useApp();
  const range = useComputed(() => store.scenario.value.fit.energyRange_GeV).value;
  const original = store.origin.value.scenario.fit.energyRange_GeV;
  const message = store.message.value?.row === RANGE_PATH ? store.message.value.text : null;
  const set = (next: readonly [number, number]) =>
    store.change((scenario) => withEnergyRange(scenario, next), { change: 'fit range', row: RANGE_PATH });
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
  const back = `back to ${formatNumber(original[0])} to ${formatNumber(original[1])} GeV`;
  return (
    <div class="row row-range" data-path={RANGE_PATH}>
      <span />
      <span class="row-label-plain">energies</span>
      <span class="row-range-fields">
        {field(0, 'lowest energy of the fit')} to {field(1, 'highest energy of the fit')}{' '}
        <span class="row-unit">GeV</span>
      </span>
      {changed ? (
        <button
          type="button"
          class="icon-button row-reset"
          aria-label={`energies: ${back}`}
          title={back}
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

/** What a file may hold and no row shows: correlation lengths of single columns, priors. */
function ListNotes() {
  const { store } = useApp();
  const lengths = useComputed(() => store.scenario.value.fit.correlationLengths_dex).value;
  const priors = useComputed(() => store.scenario.value.fit.priors.length).value;
  return (
    <>
      {lengths !== null && (
        <RowNote kind="note">
          {`Correlation lengths of the systematic columns: ${lengths.map((length) => formatNumber(length)).join(', ')} dex, from the opened scenario.`}
        </RowNote>
      )}
      {priors > 0 && (
        <RowNote kind="note">{`${counted(priors, 'prior')} from the opened scenario, for the posterior.`}</RowNote>
      )}
    </>
  );
}

/** What the model is fitted to. */
export function FitRows() {
  const { store } = useApp();
  const id = useComputed(() => store.scenario.value.fit.dataset).value;
  return (
    <>
      <ChoiceRow
        path="fit.dataset"
        label="data set"
        options={DATASET_OPTIONS}
        value={id}
        original={store.origin.value.scenario.fit.dataset}
        help={`${datasets[id].reference}.`}
        message={null}
        onChoose={(next) => store.change((scenario) => withDataset(scenario, next), { change: 'data set' })}
      />
      <FurtherDatasets />
      <EnergyRangeRow />
      <ListNotes />
    </>
  );
}
