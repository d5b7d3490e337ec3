import { type ReadonlySignal, useComputed } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { Approximation, Evaluation } from '../../analysis/analysisTypes.ts';
import { type ApproximationNote, approximationNotes } from '../../export/approximationText.ts';
import { valueAt } from '../../model/paths.ts';
import type { Scenario } from '../../model/scenario.ts';
import { significantText } from '../../plot/numberText.ts';
import { useApp } from '../state/context.ts';
import { valueIfPlaced } from '../state/modifications.ts';
import { stableComputed } from '../state/stableComputed.ts';
import { approximationWords } from '../words/modelWords.ts';
import { centreInWords } from './centreInWords.ts';
import type { Group } from './groups.ts';
import { RowNote } from './RowNote.tsx';

function currentNotes(scenario: Scenario, evaluation: Evaluation | null): ApproximationNote[] {
  // While another choice is computed, the last evaluation is about the choice before.
  const isOfThisChoice = ({ path }: Approximation) =>
    evaluation !== null && valueIfPlaced(evaluation.scenario, path) === valueAt(scenario, path);
  const measured = (evaluation?.approximations ?? []).filter(isOfThisChoice);
  return approximationNotes(scenario, measured, (ratio) => significantText(ratio, 2), approximationWords());
}

/** The approximations in use with their error. */
export function useApproximationNotes(): ReadonlySignal<readonly ApproximationNote[]> {
  const { store } = useApp();
  return useMemo(() => stableComputed(() => currentNotes(store.scenario.value, store.evaluation.value)), [store]);
}

interface GroupNotesProps {
  readonly group: Group;
  /** Approximations in use, in all groups. */
  readonly notes: ReadonlySignal<readonly ApproximationNote[]>;
}

/** What must be said about a group as a whole: the approximations in use with their error, and where the halo stands. */
export function GroupNotes({ group, notes }: GroupNotesProps) {
  const { store } = useApp();
  const own = notes.value.filter(({ path }) => group.rows.some((row) => row.path === path));
  const centre = useComputed(() => (group.kind === 'halo' ? centreInWords(store.scenario.value) : null)).value;
  return (
    <>
      {centre !== null && <RowNote kind="note">{centre}</RowNote>}
      {own.map(({ path, text }) => (
        <RowNote key={`${path} ${text}`} kind="approximation">
          {text}
        </RowNote>
      ))}
    </>
  );
}
