import { useComputed } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { Dataset } from '../../data/datasetTypes.ts';
import type { PinnedCurve } from '../state/classroom.ts';
import { useApp } from '../state/context.ts';
import { observedAs } from './observedAs.ts';

const NONE: readonly PinnedCurve[] = [];

/**
 * The curves that stay behind the present one: those of a lesson alone while it runs, else the snapshots, as the shown table sees
 * them; none that would give away a hidden curve.
 */
export function usePinned(shown: Dataset): readonly PinnedCurve[] {
  const { snapshots, classroom } = useApp();
  const stage = classroom.stage.value;
  const isHidden = classroom.hidesCurve.value;
  const computed = useComputed(() =>
    snapshots.list.value.flatMap(({ look, name, scenario }) => {
      const evaluation = snapshots.results.value.get(scenario)?.evaluation;
      return evaluation ? [{ look, name, evaluation }] : [];
    }),
  ).value;
  const curves = useMemo(
    () =>
      computed.flatMap(({ look, name, evaluation }) => {
        const seen = observedAs(evaluation, shown);
        return seen ? [{ key: `${look}`, look, name, curve: seen.curve }] : [];
      }),
    [computed, shown],
  );
  if (stage !== null) return shown.quantity === 'positron-flux' ? stage.pinned : NONE;
  return isHidden ? NONE : curves;
}
