import { useComputed } from '@preact/signals';
import { useRef, useState } from 'preact/hooks';
import { darkMatterBlock } from '../../model/parameters.ts';
import type { DarkMatter } from '../../model/scenario.ts';
import { useApp } from '../state/context.ts';
import { edit } from '../state/edits.ts';
import { choiceOptions, parameterHelp, parameterLabel } from '../words/modelWords.ts';
import { ChoiceRow } from './ChoiceRow.tsx';
import { LazySpectrumTable } from './lazyEditors.tsx';
import type { SpectrumTable } from './readSpectrumTable.ts';
import { channelTable, highestEnergy_GeV, withChannelTable } from './tableEdits.ts';

const PATH = 'darkMatter.channel';
type Channel = DarkMatter['channel'];

interface ChannelRowProps {
  readonly name: string;
  readonly original: unknown;
  readonly isLocked: boolean;
}

/** The channel of dark matter, and the table of one that a person brings. */
export function ChannelRow({ name, original, isLocked }: ChannelRowProps) {
  const { store } = useApp();
  const channel = useComputed(() => store.scenario.value.darkMatter?.channel).value;
  const spectrum = useComputed(() => store.scenario.value.darkMatter?.spectrum ?? null).value;
  const most_GeV = useComputed(() => {
    const { darkMatter } = store.scenario.value;
    return darkMatter ? highestEnergy_GeV(darkMatter) : Number.POSITIVE_INFINITY;
  });
  const message = useComputed(() => (store.message.value?.row === PATH ? store.message.value.text : null)).value;
  const sideEffect = useComputed(() =>
    store.sideEffect.value?.row === PATH ? store.sideEffect.value.text : null,
  ).value;
  const [wanted, want] = useState(false);
  const last = useRef<SpectrumTable | null>(null);
  const table = spectrum && channelTable(store.scenario.peek());
  if (table !== null) last.current = table;
  const parameter = darkMatterBlock.channel;
  const label = parameterLabel(parameter);
  const take = (next: SpectrumTable) => {
    if (store.change((scenario) => withChannelTable(scenario, next), { change: label, row: PATH })) want(false);
  };
  const choose = (next: Channel) => {
    want(false);
    store.change((scenario) => edit(scenario, PATH, next), { change: label, row: PATH });
  };
  if (channel === undefined) return null;
  const isWanted = wanted && table === null;
  return (
    <>
      <ChoiceRow<Channel>
        path={PATH}
        label={label}
        name={name}
        options={choiceOptions(parameter) as Readonly<Record<Channel, string>>}
        value={isWanted ? 'table' : channel}
        original={typeof original === 'string' ? (original as Channel) : undefined}
        help={parameterHelp(parameter)}
        message={table === null && !isWanted ? message : null}
        sideEffect={sideEffect}
        isLocked={isLocked}
        onChoose={(next) => {
          if (next !== 'table') choose(next);
          else if (last.current) take(last.current);
          else want(true);
        }}
      />
      {(table !== null || isWanted) && (
        <LazySpectrumTable
          kind="darkMatter"
          table={table}
          most_GeV={most_GeV.peek()}
          isLocked={isLocked}
          message={message}
          onTable={take}
          onRemove={() => {
            want(false);
            last.current = null;
            if (table !== null) choose(original === 'e+e-' ? 'e+e-' : 'mu+mu-');
          }}
        />
      )}
    </>
  );
}
