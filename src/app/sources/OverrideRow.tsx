import { useComputed } from '@preact/signals';
import { pulsarOverrideBlock } from '../../model/parameters.ts';
import { NumberRow } from '../parameters/NumberRow.tsx';
import { useApp } from '../state/context.ts';
import { withFree, withOverride } from '../state/edits.ts';
import { messageFor } from '../state/message.ts';
import { type OverrideKey, overrideOf } from '../state/populationEdits.ts';
import { parameterLabel } from '../words/modelWords.ts';
import { sourcesWords } from './sourcesWords.ts';

interface OverrideRowProps {
  readonly shownName: string;
  readonly names: readonly [string, ...string[]];
  readonly parameterKey: OverrideKey;
  /** Value in force, which a value of its own starts from; null where it is not known. */
  readonly present: number | null;
}

/** A value that one pulsar of the catalogue may have of its own, as a row of the parameter panel. */
export function OverrideRow({ shownName, names, parameterKey: key, present }: OverrideRowProps) {
  const { store } = useApp();
  const words = sourcesWords();
  const declared = pulsarOverrideBlock[key];
  const override = useComputed(() => {
    const { population } = store.scenario.value;
    return population ? (overrideOf(population, names) ?? null) : null;
  }).value;
  const path = `population.overrides[${override?.name ?? names[0]}].${key}`;
  const original = useComputed(() => {
    const { population } = store.origin.value.scenario;
    return population ? overrideOf(population, names)?.[key] : undefined;
  }).value;
  const message = store.message.value?.row === path ? store.message.value.text : null;
  const sideEffect = store.sideEffect.value?.row === path ? store.sideEffect.value.text : null;
  const free = store.freeable.value.has(path) ? store.free.value.includes(path) : null;
  const last = store.lastFit.value;
  const fitted =
    last?.origin === store.origin.value ? last.report.parameters.find((one) => one.path === path) : undefined;
  const change = words.valueOf(parameterLabel(declared), shownName);
  return (
    <NumberRow
      path={path}
      parameter={{ ...declared, start: present === null ? declared.start : Number(present.toPrecision(4)) }}
      value={override?.[key] ?? null}
      original={original}
      free={free}
      canSwitch
      fitted={fitted && fitted.error !== null ? { value: fitted.value, error: fitted.error } : null}
      message={message}
      sideEffect={sideEffect}
      warning={null}
      onValue={(next, gesture) =>
        store.change((scenario) => withOverride(scenario, names, { [key]: next }), {
          change,
          row: path,
          ...(gesture ? { gesture: `${gesture} ${path}` } : {}),
        })
      }
      onGestureEnd={store.endGesture}
      onFree={(next) =>
        store.change((scenario) => withFree(scenario, path, next), { change: words.lockOf(change), row: path })
      }
      onError={(error) => store.say(messageFor(error, store.scenario.peek(), path))}
      onDismiss={store.dismiss}
    />
  );
}
