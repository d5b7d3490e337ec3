import { useComputed } from '@preact/signals';
import { useCallback } from 'preact/hooks';
import { OWN_DATA_ID } from '../../model/datasetIds.ts';
import type { ChoiceParameter } from '../../model/parameters.ts';
import type { PlacedParameter } from '../../model/paths.ts';
import { budgetWarning } from '../inspector/budgetWarning.ts';
import { useApp } from '../state/context.ts';
import { canSwitch, edit, withFree } from '../state/edits.ts';
import { messageFor } from '../state/message.ts';
import { valueIfPlaced } from '../state/modifications.ts';
import { choiceOptions, parameterHelp, parameterLabel } from '../words/modelWords.ts';
import { ChannelRow } from './ChannelRow.tsx';
import { ChoiceRow } from './ChoiceRow.tsx';
import { NumberRow } from './NumberRow.tsx';
import { parametersWords } from './parametersWords.ts';

/** The words to choose from: the electrons of an own table only where there is one. */
function offered(parameter: ChoiceParameter, value: string, hasElectrons: boolean): Readonly<Record<string, string>> {
  const options = choiceOptions(parameter);
  if (!(OWN_DATA_ID in options) || hasElectrons || value === OWN_DATA_ID) return options;
  const { [OWN_DATA_ID]: _, ...others } = options;
  return others;
}

/** Why a value is questionable, as far as the value alone says it. */
function ownWarning(blockPath: string, key: string, value: unknown): string | null {
  const isShared = blockPath.startsWith('population') && key === 'efficiency';
  return isShared && Number(value) > 1 ? parametersWords().row.tooMuchEnergy : null;
}

interface PlacedRowProps {
  readonly placed: PlacedParameter;
  /** Whose it is, where a row before it has the same label. */
  readonly owner?: string | null;
}

/** The row of a declared parameter at its place, joined to the store. */
export function PlacedRow({ placed, owner = null }: PlacedRowProps) {
  const { path, blockPath, key, parameter } = placed;
  const { store, classroom } = useApp();
  const words = parametersWords().row;
  const value = useComputed(() => valueIfPlaced(store.scenario.value, path) ?? null).value;
  const original = useComputed(() => valueIfPlaced(store.origin.value.scenario, path)).value;
  const message = useComputed(() => (store.message.value?.row === path ? store.message.value.text : null)).value;
  const sideEffect = useComputed(() =>
    store.sideEffect.value?.row === path ? store.sideEffect.value.text : null,
  ).value;
  const free = useComputed(() => (store.freeable.value.has(path) ? store.free.value.includes(path) : null)).value;
  const isLocked = classroom.locks(path);
  const fitted = useComputed(() => {
    const last = store.lastFit.value;
    return last?.origin === store.origin.value
      ? (last.report.parameters.find((one) => one.path === path) ?? null)
      : null;
  }).value;
  const warning = useComputed(() => {
    if (key !== 'efficiency') return null;
    const source = /^sources\[(.+)\]$/.exec(blockPath)?.[1];
    const budget = store.evaluation.value?.budgets.find((one) => one.source === source);
    return budget ? (budgetWarning(budget)?.text ?? null) : null;
  }).value;

  const follow = useComputed(() => {
    const { value: held } = store.heldPath;
    if (held === null) return null;
    return held === path ? 'held' : store.free.value.includes(path) ? 'follows' : null;
  }).value;

  const hasElectrons = useComputed(() => store.scenario.value.ownData?.quantity === 'electron-flux').value;
  const label = parameterLabel(parameter);
  const name = owner === null ? label : words.ofOwner(label, owner);
  const setValue = useCallback(
    (next: number | null, gesture: 'drag' | 'keys' | null) =>
      store.change((scenario) => edit(scenario, path, next), {
        change: label,
        row: path,
        ...(gesture ? { gesture: `${gesture} ${path}`, held: path } : {}),
      }),
    [store, path, label],
  );
  if (path === 'darkMatter.channel') return <ChannelRow name={name} original={original} isLocked={isLocked} />;
  if (parameter.kind === 'choice') {
    return (
      <ChoiceRow
        path={path}
        label={label}
        name={name}
        options={offered(parameter, String(value), hasElectrons)}
        value={String(value)}
        original={typeof original === 'string' ? original : undefined}
        help={parameterHelp(parameter)}
        message={message}
        sideEffect={sideEffect}
        isLocked={isLocked}
        onChoose={(next) => store.change((scenario) => edit(scenario, path, next), { change: label, row: path })}
      />
    );
  }
  return (
    <NumberRow
      path={path}
      parameter={parameter}
      label={label}
      name={name}
      value={typeof value === 'number' ? value : null}
      original={typeof original === 'string' ? undefined : original}
      free={free}
      canSwitch={canSwitch(path, parameter)}
      fitted={fitted && fitted.error !== null ? { value: fitted.value, error: fitted.error } : null}
      message={message}
      sideEffect={sideEffect}
      follow={follow}
      isLocked={isLocked}
      warning={warning ?? ownWarning(blockPath, key, value)}
      onValue={setValue}
      onGestureEnd={store.endGesture}
      onFree={(next) =>
        store.change((scenario) => withFree(scenario, path, next), { change: words.lockChange(label), row: path })
      }
      onError={(error) => store.say(messageFor(error, store.scenario.peek(), path))}
      onDismiss={store.dismiss}
    />
  );
}
