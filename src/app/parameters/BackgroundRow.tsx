import { useComputed } from '@preact/signals';
import { useRef, useState } from 'preact/hooks';
import { useApp } from '../state/context.ts';
import { withBackground } from '../state/edits.ts';
import { ChoiceRow } from './ChoiceRow.tsx';
import { LazySpectrumTable } from './lazyEditors.tsx';
import { parametersWords } from './parametersWords.ts';
import type { SpectrumTable } from './readSpectrumTable.ts';
import { backgroundTable, withBackgroundTable } from './tableEdits.ts';

const PATH = 'background.model';

/** Which background, and the table of one that a person brings. */
export function BackgroundRow() {
  const { store, classroom } = useApp();
  const words = parametersWords();
  const background = useComputed(() => {
    const { background: now } = store.scenario.value;
    // Another normalisation is no other table.
    return now.model === 'table' ? now.energies_GeV : now.model;
  }).value;
  // The name of a table may change while its points do not.
  useComputed(() => backgroundTable(store.scenario.value)?.name).value;
  const message = useComputed(() => (store.message.value?.row === PATH ? store.message.value.text : null)).value;
  const sideEffect = useComputed(() =>
    store.sideEffect.value?.row === PATH ? store.sideEffect.value.text : null,
  ).value;
  const [wanted, want] = useState(false);
  const table = typeof background === 'string' ? null : backgroundTable(store.scenario.peek());
  const last = useRef<SpectrumTable | null>(null);
  if (table !== null) last.current = table;
  const model = table === null ? (background as Exclude<typeof background, number[]>) : 'table';
  const take = (next: SpectrumTable) => {
    const change = words.background.label;
    if (store.change((scenario) => withBackgroundTable(scenario, next), { change, row: PATH })) want(false);
  };
  const isWanted = wanted && table === null;
  return (
    <>
      <ChoiceRow
        path={PATH}
        label={words.background.label}
        options={words.background.options}
        value={isWanted ? 'table' : model}
        original={store.origin.value.scenario.background.model}
        help={words.background.help}
        message={table === null && !isWanted ? message : null}
        sideEffect={sideEffect}
        onChoose={(next) => {
          if (next !== 'table') {
            want(false);
            store.change((scenario) => withBackground(scenario, next), { change: words.background.label, row: PATH });
          } else if (last.current) take(last.current);
          else want(true);
        }}
      />
      {(table !== null || isWanted) && (
        <LazySpectrumTable
          kind="background"
          table={table}
          isLocked={classroom.locksChoices('background')}
          message={message}
          onTable={take}
          onRemove={() => {
            want(false);
            last.current = null;
            if (table === null) return;
            const { scenario: origin } = store.origin.peek();
            const next = origin.background.model === 'table' ? 'none' : origin.background.model;
            store.change((scenario) => withBackground(scenario, next), {
              change: words.background.label,
              row: PATH,
            });
          }}
        />
      )}
    </>
  );
}
