import { computed, type ReadonlySignal, useComputed } from '@preact/signals';
import { Fragment } from 'preact';
import { useMemo, useRef, useState } from 'preact/hooks';
import type { ApproximationNote } from '../../export/approximationText.ts';
import type { PlacedParameter } from '../../model/paths.ts';
import { Icon } from '../controls/Icon.tsx';
import { useApp } from '../state/context.ts';
import { valueIfPlaced } from '../state/modifications.ts';
import type { Origin } from '../state/origin.ts';
import { FoldedRows } from './FoldedRows.tsx';
import { GroupNotes } from './GroupNotes.tsx';
import { GroupReset } from './GroupReset.tsx';
import { type Group, groupSummary, isInUse, matches, rowActs, SWITCHED_GROUPS } from './groups.ts';
import { LineSample } from './LineSample.tsx';
import { UsedCorrelationLengths } from './lazyEditors.tsx';
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
        const { value: free } = store.free;
        const origin = store.origin.value.scenario;
        return rows
          .filter(({ path, parameter }) => {
            const original = valueIfPlaced(origin, path);
            // A halo that the preset does not have is compared with the one of the declaration.
            const changed = (original === undefined ? parameter.default : original) !== valueIfPlaced(scenario, path);
            return parameter.level === 'advanced' && !changed && !free.includes(path);
          })
          .map(({ path }) => path)
          .join('\n');
      }),
    [store, view, rows],
  );
  const folded = paths.value.split('\n');
  return rows.filter(({ path }) => folded.includes(path));
}

/** Rows of a group that act on the curve or the fit as they are. */
function useActing(rows: readonly PlacedParameter[]): readonly PlacedParameter[] {
  const { store } = useApp();
  const idle = useMemo(
    () =>
      computed(() =>
        rows
          .filter(({ path }) => !rowActs(store.scenario.value, path))
          .map(({ path }) => path)
          .join('\n'),
      ),
    [store, rows],
  ).value;
  return useMemo(
    () => (idle === '' ? rows : rows.filter(({ path }) => !idle.split('\n').includes(path))),
    [rows, idle],
  );
}

interface ParameterGroupProps {
  readonly group: Group;
  /** What the Find box asks for. */
  readonly words: readonly string[];
  /** Approximations in use, in all groups. */
  readonly notes: ReadonlySignal<readonly ApproximationNote[]>;
  /** Whose a row is, by its path, where a row before it has the same label. */
  readonly owners: ReadonlyMap<string, string>;
}

/** One group of rows with its one-line summary. */
export function ParameterGroup({ group, words, notes, owners }: ParameterGroupProps) {
  const { kind, title } = group;
  const { store, view, classroom } = useApp();
  const inUse = useComputed(() => isInUse(store.scenario.value, group)).value;
  const rows = useActing(group.rows);
  const [chosen, setChosen] = useState<boolean | null>(null);
  const [unfolded, setUnfolded] = useState(false);
  const folded = useFolded(rows);
  const searching = words.length > 0;
  const isOff = SWITCHED_GROUPS.includes(kind) && rows.length === 0;
  const origin = store.origin.value;
  const openedFor = useRef<Origin | null>(null);
  if (kind !== 'fit' && inUse && !isOff) openedFor.current = origin;
  // Switched off it stays open as it was, so that its switch does not slip away from under the hand.
  const open = searching || (chosen ?? (kind !== 'fit' && inUse && openedFor.current === origin));
  const visible = searching
    ? rows.filter((row) => matches(row, words))
    : rows.filter((row) => unfolded || !folded.includes(row));
  const advanced = searching || unfolded || view.level.value === 'advanced';

  const special = (
    <fieldset class="group-choices" disabled={classroom.locksChoices(group.blockPath)}>
      <StructureRows group={group} advanced={advanced} words={words} />
    </fieldset>
  );

  return (
    <div class="group">
      <details
        open={open}
        onToggle={(event) => {
          // The event also follows changes that the page made itself.
          if (event.currentTarget.open !== open) setChosen(event.currentTarget.open);
        }}
      >
        <summary class="group-head">
          <Icon name="right" />
          <span class="group-title">{title}</span>
          <LineSample group={group} />
          <Summary group={group} />
        </summary>
        <div class="group-rows">
          {kind !== 'losses' && special}
          {visible.map((placed) => (
            <Fragment key={placed.path}>
              <PlacedRow placed={placed} owner={owners.get(placed.path) ?? null} />
              {placed.path === 'fit.errors' && <UsedCorrelationLengths />}
            </Fragment>
          ))}
          {kind === 'losses' && special}
          {!searching && folded.length > 0 && <FoldedRows rows={folded} unfolded={unfolded} onUnfold={setUnfolded} />}
          <GroupNotes group={group} notes={notes} />
        </div>
      </details>
      <GroupReset group={group} />
    </div>
  );
}
