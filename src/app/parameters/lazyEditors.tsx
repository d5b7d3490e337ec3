/** Parts of the panel that few scenarios, or the advanced level only, need: their code comes when they are drawn. */
import { useComputed } from '@preact/signals';
import { lazy } from '../lazy.tsx';
import { useApp } from '../state/context.ts';
import type { SpectrumTableEditorProps } from './SpectrumTableEditor.tsx';

export const LazySpectrumTable = lazy<SpectrumTableEditorProps>(
  async () => (await import('./SpectrumTableEditor.tsx')).SpectrumTableEditor,
);
export const LazySourceName = lazy<{ name: string }>(async () => (await import('./SourceList.tsx')).SourceName);
export const LazyRadiationComponents = lazy<object>(
  async () => (await import('./RadiationComponents.tsx')).RadiationComponents,
);
const SourceList = lazy<object>(async () => (await import('./SourceList.tsx')).SourceList);
const CorrelationLengths = lazy<object>(async () => (await import('./CorrelationLengths.tsx')).CorrelationLengths);

/** Adds a source, at the advanced level. */
export function AdvancedSourceList() {
  const { view, classroom } = useApp();
  const isOpen = view.level.value === 'advanced' && !classroom.locksChoices('sources') && !classroom.hides('source');
  return isOpen ? <SourceList /> : null;
}

/** Correlation lengths one by one, where the errors are correlated. */
export function UsedCorrelationLengths() {
  const { store } = useApp();
  const isUsed = useComputed(() => store.scenario.value.fit.errors === 'covariance').value;
  return isUsed ? <CorrelationLengths /> : null;
}
