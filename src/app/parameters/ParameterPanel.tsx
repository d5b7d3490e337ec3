import { useComputed } from '@preact/signals';
import { useMemo, useState } from 'preact/hooks';
import { useApp } from '../state/context.ts';
import { useApproximationNotes } from './GroupNotes.tsx';
import { matches, parameterGroups } from './groups.ts';
import { ParameterGroup } from './ParameterGroup.tsx';
import { structureMatches } from './StructureRows.tsx';

function FreeCount() {
  const { store } = useApp();
  return (
    <span class="parameters-free">
      <b>{store.free.value.length}</b> of {store.freeable.value.size} free
    </span>
  );
}

/** All parameters of the scenario, in groups, built from the declaration. */
export function ParameterPanel() {
  const { store, classroom } = useApp();
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
  const groups = useMemo(() => parameterGroups(store.scenario.peek()), [store, structure]);
  const found = (group: (typeof groups)[number]) =>
    group.rows.some((row) => matches(row, words)) || structureMatches(group.kind, words);

  return (
    <>
      <div class="parameters-head">
        <h2>Parameters</h2>
        <FreeCount />
        <input
          type="search"
          class="parameters-find"
          placeholder="Find"
          aria-label="Find a parameter"
          value={find}
          onInput={(event) => setFind(event.currentTarget.value)}
        />
      </div>
      <div class="parameters-list">
        {groups
          .filter((group) => (words.length === 0 || found(group)) && !classroom.hides(group.kind))
          .map((group) => (
            <ParameterGroup key={group.blockPath} group={group} words={words} notes={notes} />
          ))}
        {words.length > 0 && !groups.some(found) && (
          <p class="parameters-none">No parameter has “{find.trim()}” in its name or help.</p>
        )}
      </div>
      <p class="parameters-key">
        <span class="key-preset" /> long tick: preset <span class="key-published" /> short: published values
        <span class="key-fitted" /> ±1σ
      </p>
    </>
  );
}
