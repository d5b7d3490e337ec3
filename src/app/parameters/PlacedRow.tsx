import { useComputed } from '@preact/signals';
import { useCallback } from 'preact/hooks';
import type { ChoiceParameter } from '../../model/parameters.ts';
import type { PlacedParameter } from '../../model/paths.ts';
import { budgetWarning } from '../inspector/budgetWarning.ts';
import { useApp } from '../state/context.ts';
import { canSwitch, edit, withFree } from '../state/edits.ts';
import { messageFor } from '../state/message.ts';
import { valueIfPlaced } from '../state/modifications.ts';
import { ChoiceRow } from './ChoiceRow.tsx';
import { NumberRow } from './NumberRow.tsx';

/** The words to choose from: a table can only be kept, since it comes from a file. */
function offered({ options }: ChoiceParameter, value: string): Readonly<Record<string, string>> {
  if (!('table' in options) || value === 'table') return options;
  const { table: _, ...others } = options;
  return others;
}

/** Why a value is questionable, as far as the value alone says it. */
function ownWarning(blockPath: string, key: string, value: unknown): string | null {
  const isShared = blockPath.startsWith('population') && key === 'efficiency';
  return isShared && Number(value) > 1 ? 'More than the spin-down energy that the pulsars had.' : null;
}

/** The row of a declared parameter at its place, joined to the store. */
export function PlacedRow({ placed }: { readonly placed: PlacedParameter }) {
  const { path, blockPath, key, parameter } = placed;
  const { store, classroom } = useApp();
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

  const change = parameter.label;
  const setValue = useCallback(
    (next: number | null, gesture: 'drag' | 'keys' | null) =>
      store.change((scenario) => edit(scenario, path, next), {
        change,
        row: path,
        ...(gesture ? { gesture: `${gesture} ${path}`, held: path } : {}),
      }),
    [store, path, change],
  );
  if (parameter.kind === 'choice') {
    return (
      <ChoiceRow
        path={path}
        label={parameter.label}
        options={offered(parameter, String(value))}
        value={String(value)}
        original={typeof original === 'string' ? original : undefined}
        help={parameter.help}
        message={message}
        sideEffect={sideEffect}
        isLocked={isLocked}
        onChoose={(next) => store.change((scenario) => edit(scenario, path, next), { change, row: path })}
      />
    );
  }
  return (
    <NumberRow
      path={path}
      parameter={parameter}
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
        store.change((scenario) => withFree(scenario, path, next), { change: `lock of ${change}`, row: path })
      }
      onError={(error) => store.say(messageFor(error, store.scenario.peek(), path))}
      onDismiss={store.dismiss}
    />
  );
}
