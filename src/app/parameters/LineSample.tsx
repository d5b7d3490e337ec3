import { useComputed } from '@preact/signals';
import { seriesOf } from '../../plot/series.ts';
import { useApp } from '../state/context.ts';
import type { Group } from './groups.ts';

/** The line of the curve that a group moves, as the plot draws it. */
export function LineSample({ group }: { readonly group: Group }) {
  const { store } = useApp();
  const className = useComputed(() => {
    const evaluation = store.evaluation.value;
    if (!evaluation) return null;
    const series = seriesOf(evaluation.curve.components);
    const found =
      group.kind === 'source'
        ? series.find(({ name }) => group.blockPath === `sources[${name}]`)
        : group.kind === 'background' && store.scenario.value.background.model !== 'none'
          ? series.find(({ kind }) => kind === 'diffuse-term')
          : undefined;
    return found?.className ?? null;
  }).value;
  if (className === null) return null;
  return (
    <svg class={`line-sample spectrum-sample ${className}`} viewBox="0 0 26 12" aria-hidden="true">
      <path class="series-line" d="M0 6H26" />
    </svg>
  );
}
