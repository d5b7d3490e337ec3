import { useComputed } from '@preact/signals';
import type { Unit } from '../../model/parameters.ts';
import type { Prior } from '../../model/scenario.ts';
import { lazy } from '../lazy.tsx';
import { useApp } from '../state/context.ts';
import type { PriorEditorProps } from './PriorEditor.tsx';

const PriorEditor = lazy<PriorEditorProps>(async () => (await import('./PriorEditor.tsx')).PriorEditor);
const Note = lazy<{ prior: Prior; unit: Unit }>(async () => (await import('./PriorEditor.tsx')).PriorNote);

function usePrior(path: string) {
  const { store } = useApp();
  // The same object as long as it is not changed, so that a drag does not draw it again.
  return useComputed(() => store.scenario.value.fit.priors.find((prior) => prior.path === path) ?? null).value;
}

/** The stated prior of a free parameter, in one line. */
export function PriorNote({ path, unit }: { readonly path: string; readonly unit: Unit }) {
  const prior = usePrior(path);
  return prior === null ? null : <Note prior={prior} unit={unit} />;
}

/** Where the prior of a free parameter is stated: at the advanced level, or where there is one already. */
export function PriorSlot(props: Omit<PriorEditorProps, 'prior'>) {
  const { view } = useApp();
  const prior = usePrior(props.path);
  return view.level.value === 'advanced' || prior !== null ? <PriorEditor {...props} prior={prior} /> : null;
}
