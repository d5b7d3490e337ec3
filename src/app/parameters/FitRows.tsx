import { datasets } from '../../data/datasets.ts';
import { DATASET_IDS, type DatasetId } from '../../model/datasetIds.ts';
import { Icon } from '../controls/Icon.tsx';
import { ValueField } from '../controls/ValueField.tsx';
import { formatNumber } from '../format/number.ts';
import { useApp } from '../state/context.ts';
import { withDataset, withEnergyRange } from '../state/edits.ts';
import { messageFor } from '../state/message.ts';
import { ChoiceRow } from './ChoiceRow.tsx';

const DATASET_OPTIONS = Object.fromEntries(DATASET_IDS.map((id) => [id, datasets[id].label])) as Record<
  DatasetId,
  string
>;
const RANGE_PATH = 'fit.energyRange_GeV';

function EnergyRangeRow() {
  const { store } = useApp();
  const range = store.scenario.value.fit.energyRange_GeV;
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

/** What the model is fitted to. */
export function FitRows() {
  const { store } = useApp();
  const id = store.scenario.value.fit.dataset;
  return (
    <>
      <ChoiceRow
        path="fit.dataset"
        label="data set"
        options={DATASET_OPTIONS}
        value={id}
        original={store.origin.value.scenario.fit.dataset}
        help={`${datasets[id].reference}. Statistical and systematic errors are added in quadrature.`}
        message={null}
        onChoose={(next) => store.change((scenario) => withDataset(scenario, next), { change: 'data set' })}
      />
      <EnergyRangeRow />
    </>
  );
}
