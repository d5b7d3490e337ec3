/** The two that are compared, with what is known of them. */
import { useComputed } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { Evaluation } from '../../analysis/analysisTypes.ts';
import type { Scenario } from '../../model/scenario.ts';
import { useApp } from '../state/context.ts';
import type { Side, Snapshot } from '../state/snapshots.ts';
import { compareWords } from './compareWords.ts';

/** One of the two. */
export interface ComparedSide {
  readonly side: Side;
  readonly name: string;
  readonly scenario: Scenario;
  /** Null while it is computed, and where it cannot be. */
  readonly evaluation: Evaluation | null;
  readonly failure: string | null;
}

/** The sides that there are: one that was removed gives way to another, and nothing is compared with itself. */
export function presentSides(
  list: readonly Pick<Snapshot, 'look'>[],
  [a, b]: readonly [Side, Side],
): readonly [Side, Side] {
  const isThere = (side: Side) => side === 'present' || list.some(({ look }) => look === side);
  const first = isThere(a) ? a : 'present';
  const others = list.map(({ look }) => look).filter((look) => look !== first);
  const second = isThere(b) && b !== first ? b : (others.at(-1) ?? 'present');
  return [first, second];
}

/** The present evaluation, but none of a moving hand: tables stand still while something is dragged. */
export function useSettledEvaluation(): Evaluation | null {
  const { store } = useApp();
  const settled = useRef<Evaluation | null>(null);
  return useComputed(() => {
    const evaluation = store.evaluation.value;
    if (store.upToDate.value || settled.current === null) settled.current = evaluation;
    return settled.current;
  }).value;
}

/**
 * Both sides.
 *
 * @param present the evaluation that stands for the scenario at work
 */
export function useSides(present: Evaluation | null): readonly [ComparedSide, ComparedSide] {
  const { store, snapshots } = useApp();
  const list = snapshots.list.value;
  const results = snapshots.results.value;
  const told = (side: Side): ComparedSide => {
    const snapshot = list.find(({ look }) => look === side);
    if (!snapshot) {
      const scenario = present?.scenario ?? store.scenario.peek();
      return { side: 'present', name: compareWords().present, scenario, evaluation: present, failure: null };
    }
    const { name, scenario } = snapshot;
    return { side, name, scenario, evaluation: null, failure: null, ...results.get(scenario) };
  };
  const [a, b] = presentSides(list, snapshots.compared.value);
  return [told(a), told(b)];
}
