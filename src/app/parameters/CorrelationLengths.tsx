import { useComputed } from '@preact/signals';
import { dataset, descriptionOf, isDatasetLoaded } from '../../data/datasets.ts';
import { OWN_DATA_ID } from '../../model/datasetIds.ts';
import { fitBlock } from '../../model/parameters.ts';
import type { Scenario } from '../../model/scenario.ts';
import { useApp } from '../state/context.ts';
import { messageFor } from '../state/message.ts';
import { datasetLabel } from '../words/modelWords.ts';
import { ChoiceRow } from './ChoiceRow.tsx';
import { editorsWords } from './editorsWords.ts';
import { NumberRow } from './NumberRow.tsx';
import { RowNote } from './RowNote.tsx';

const PATH = 'fit.correlationLengths_dex';
const { correlationLength_dex: declared } = fitBlock;

/** Names of the components of the systematic error of the first table; null while the table is not at hand. */
function componentNames({ fit, ownData }: Scenario): readonly string[] | null {
  if (fit.dataset === OWN_DATA_ID) {
    if (ownData === null) return null;
    return ownData.systematics.length > 0 ? ownData.systematics.map(({ name }) => name) : [''];
  }
  return isDatasetLoaded(fit.dataset) ? dataset(fit.dataset).systematicNames : null;
}

function withLengths(scenario: Scenario, lengths: readonly number[] | null): Scenario {
  return { ...scenario, fit: { ...scenario.fit, correlationLengths_dex: lengths && [...lengths] } };
}

/** Correlation lengths of the components of the systematic error one by one. */
export function CorrelationLengths() {
  const { store, classroom } = useApp();
  const words = editorsWords().lengths;
  const lengths = useComputed(() => store.scenario.value.fit.correlationLengths_dex).value;
  const nameList = useComputed(() => componentNames(store.scenario.value)?.join('\n') ?? null).value;
  const tableName = useComputed(() => {
    const { fit, ownData } = store.scenario.value;
    return datasetLabel(descriptionOf({ ownData }, fit.dataset));
  }).value;
  const names = nameList?.split('\n') ?? null;
  const origin = store.origin.value.scenario.fit.correlationLengths_dex;
  const message = store.message.value;
  const isLocked = classroom.locksChoices('fit');
  const nameOf = (index: number) => names?.[index] || words.component(index + 1);
  const set = (next: readonly number[] | null, row: string, gesture?: string) =>
    store.change((scenario) => withLengths(scenario, next), { change: words.label, row, ...(gesture && { gesture }) });
  const eachTheSame = () => {
    const { correlationLength_dex: length } = store.scenario.peek().fit;
    return Array.from({ length: Math.max(1, names?.length ?? 1) }, () => length);
  };
  return (
    <>
      {(lengths !== null || (names?.length ?? 0) > 1) && (
        <ChoiceRow
          path={PATH}
          label={words.label}
          options={words.options}
          value={lengths === null ? 'one' : 'each'}
          original={origin === null ? 'one' : 'each'}
          help={words.help}
          message={message?.row === PATH ? message.text : null}
          isLocked={isLocked}
          onChoose={(choice) => set(choice === 'one' ? null : (origin ?? eachTheSame()), PATH)}
        />
      )}
      {lengths?.map((length, index) => {
        const path = `${PATH}[${index}]`;
        return (
          <NumberRow
            key={path}
            path={path}
            parameter={declared}
            label={nameOf(index)}
            name={words.ofComponent(nameOf(index))}
            value={length}
            original={origin?.[index]}
            free={null}
            canSwitch={false}
            fitted={null}
            message={message?.row === path ? message.text : null}
            isLocked={isLocked}
            warning={null}
            onValue={(value, gesture) =>
              set(
                lengths.map((one, at) => (at === index ? (value as number) : one)),
                path,
                gesture ? `${gesture} ${path}` : undefined,
              )
            }
            onGestureEnd={store.endGesture}
            onFree={() => undefined}
            onError={(error) => store.say(messageFor(error, store.scenario.peek(), path))}
            onDismiss={store.dismiss}
          />
        );
      })}
      {lengths !== null && names !== null && names.length !== lengths.length && (
        <RowNote kind="note">{words.otherCount(tableName, names.length, lengths.length)}</RowNote>
      )}
    </>
  );
}
