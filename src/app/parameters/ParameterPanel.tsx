import { useComputed } from '@preact/signals';
import { useMemo, useState } from 'preact/hooks';
import { useApp } from '../state/context.ts';
import { useApproximationNotes } from './GroupNotes.tsx';
import { matches, parameterGroups, rowOwners } from './groups.ts';
import { AdvancedSourceList } from './lazyEditors.tsx';
import { ParameterGroup } from './ParameterGroup.tsx';
import { parametersWords } from './parametersWords.ts';
import { structureMatches } from './StructureRows.tsx';

function FreeCount() {
  const { store } = useApp();
  return (
    <span class="parameters-free">
      <b>{store.free.value.length}</b> {parametersWords().ofFree(store.freeable.value.size)}
    </span>
  );
}

/** All parameters of the scenario, in groups, built from the declaration. */
export function ParameterPanel() {
  const { store, classroom } = useApp();
  const texts = parametersWords();
  const notes = useApproximationNotes();
  const [find, setFind] = useState('');
  const words = find.toLowerCase().split(/\s+/).filter(Boolean);
  // Rows come and go with the structure only; values are read by the rows themselves.
  const structure = useComputed(() => {
    const { sources, propagation, losses, population, background, darkMatter } = store.scenario.value;
    return JSON.stringify([
      sources.map(({ type, name }) => [type, name]),
      propagation.halo !== null,
      losses.model,
      population !== null,
      background.model,
      darkMatter?.process,
    ]);
  }).value;
  const groups = useMemo(() => parameterGroups(store.scenario.peek()), [store, structure, texts]);
  const owners = useMemo(() => rowOwners(groups), [groups]);
  const found = (group: (typeof groups)[number]) =>
    group.rows.some((row) => matches(row, words)) || structureMatches(group.kind, words);

  return (
    <>
      <div class="parameters-head">
        <h2>{texts.title}</h2>
        <FreeCount />
        <input
          type="search"
          class="parameters-find"
          placeholder={texts.find}
          aria-label={texts.findName}
          value={find}
          onInput={(event) => setFind(event.currentTarget.value)}
        />
      </div>
      <div class="parameters-list">
        {groups
          .filter((group) => (words.length === 0 || found(group)) && !classroom.hides(group.kind))
          .map((group, index) => (
            <ParameterGroup
              // A source that gets another name stays where it is, and so does the focus in it.
              key={group.kind === 'source' ? `source ${index}` : group.blockPath}
              group={group}
              words={words}
              notes={notes}
              owners={owners}
            />
          ))}
        {words.length > 0 && !groups.some(found) && <p class="parameters-none">{texts.nothingFound(find.trim())}</p>}
        {words.length === 0 && <AdvancedSourceList />}
      </div>
      <p class="parameters-key">
        <span class="key-preset" /> {texts.key.preset} <span class="key-published" /> {texts.key.published}
        <span class="key-fitted" /> {texts.key.fitted}
      </p>
    </>
  );
}
