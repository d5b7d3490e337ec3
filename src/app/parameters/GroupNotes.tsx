import { useComputed } from '@preact/signals';
import type { Approximation } from '../../analysis/analysisTypes.ts';
import { approximationNotes } from '../../export/approximationText.ts';
import { valueAt } from '../../model/paths.ts';
import { significantText } from '../../plot/numberText.ts';
import { useApp } from '../state/context.ts';
import { valueIfPlaced } from '../state/modifications.ts';
import { centreInWords } from './centreInWords.ts';
import type { Group } from './groups.ts';
import { RowNote } from './RowNote.tsx';

/** What must be said about a group as a whole: the approximations in use with their error, and where the halo stands. */
export function GroupNotes({ group }: { readonly group: Group }) {
  const { store } = useApp();
  const notes = useComputed(() => {
    const { value: scenario } = store.scenario;
    const evaluation = store.evaluation.value;
    // While another choice is computed, the last evaluation is about the choice before.
    const isOfThisChoice = ({ path }: Approximation) =>
      evaluation !== null && valueIfPlaced(evaluation.scenario, path) === valueAt(scenario, path);
    const measured = (evaluation?.approximations ?? []).filter(isOfThisChoice);
    return approximationNotes(scenario, measured, (ratio) => significantText(ratio, 2)).filter(({ path }) =>
      path.startsWith(`${group.blockPath}.`),
    );
  }).value;
  const centre = useComputed(() => (group.kind === 'halo' ? centreInWords(store.scenario.value) : null)).value;
  return (
    <>
      {centre !== null && <RowNote kind="note">{centre}</RowNote>}
      {notes
        .filter(({ path }) => group.rows.some((row) => row.path === path))
        .map(({ path, text }) => (
          <RowNote key={`${path} ${text}`} kind="approximation">
            {text}
          </RowNote>
        ))}
    </>
  );
}
