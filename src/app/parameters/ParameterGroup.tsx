import { computed, useComputed } from '@preact/signals';
import { useMemo, useState } from 'preact/hooks';
import type { PlacedParameter } from '../../model/paths.ts';
import { Icon } from '../controls/Icon.tsx';
import { useApp } from '../state/context.ts';
import { valueIfPlaced } from '../state/modifications.ts';
import { FoldedRows } from './FoldedRows.tsx';
import { GroupNotes } from './GroupNotes.tsx';
import { type Group, groupSummary, isInUse, matches } from './groups.ts';
import { LineSample } from './LineSample.tsx';
import { PlacedRow } from './PlacedRow.tsx';
import { StructureRows } from './StructureRows.tsx';

function Summary({ group }: { readonly group: Group }) {
  const { store } = useApp();
  const text = useComputed(() => groupSummary(store.scenario.value, group));
  return <span class="group-summary">{text}</span>;
}

/** Rows of a group that the level hides: advanced ones that are neither changed nor free. */
function useFolded(rows: readonly PlacedParameter[]): readonly PlacedParameter[] {
  const { store, view } = useApp();
  // Rows come and go with the structure: the signal belongs to the rows that it was made for.
  const paths = useMemo(
    () =>
      computed(() => {
        if (view.level.value === 'advanced') return '';
        const { value: scenario } = store.scenario;
        const origin = store.origin.value.scenario;
        return rows
          .filter(({ path, parameter }) => {
            const original = valueIfPlaced(origin, path);
            // A halo that the preset does not have is compared with the one of the declaration.
            const changed = (original === undefined ? parameter.default : original) !== valueIfPlaced(scenario, path);
            return parameter.level === 'advanced' && !changed && !scenario.fit.free.includes(path);
          })
          .map(({ path }) => path)
          .join('\n');
      }),
    [store, view, rows],
  );
  const folded = paths.value.split('\n');
  return rows.filter(({ path }) => folded.includes(path));
}

/** One group of rows with its one-line summary. */
export function ParameterGroup({ group, words }: { readonly group: Group; readonly words: readonly string[] }) {
  const { kind, title, rows } = group;
  const { store, view } = useApp();
  const inUse = useComputed(() => isInUse(store.scenario.value, kind)).value;
  const [chosen, setChosen] = useState<boolean | null>(null);
  const [unfolded, setUnfolded] = useState(false);
  const folded = useFolded(rows);
  const searching = words.length > 0;
  const hasRows = kind !== 'halo' || rows.length > 0;
  const open = searching || (chosen ?? (kind !== 'fit' && inUse && hasRows));
  const visible = searching
    ? rows.filter((row) => matches(row, words))
    : rows.filter((row) => unfolded || !folded.includes(row));
  const advanced = searching || unfolded || view.level.value === 'advanced';

  const special = <StructureRows group={group} advanced={advanced} words={words} />;

  return (
    <details
      class="group"
      open={open}
      onToggle={(event) => {
        // The event also follows changes that the page made itself.
        if (event.currentTarget.open !== open) setChosen(event.currentTarget.open);
      }}
    >
      <summary>
        <Icon name="right" />
        <span class="group-title">{title}</span>
        <LineSample group={group} />
        <Summary group={group} />
      </summary>
      <div class="group-rows">
        {kind !== 'losses' && special}
        {visible.map((placed) => (
          <PlacedRow key={placed.path} placed={placed} />
        ))}
        {kind === 'losses' && special}
        {!searching && folded.length > 0 && <FoldedRows rows={folded} unfolded={unfolded} onUnfold={setUnfolded} />}
        <GroupNotes group={group} />
      </div>
    </details>
  );
}
