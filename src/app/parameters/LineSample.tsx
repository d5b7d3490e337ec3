import { useComputed } from '@preact/signals';
import type { Scenario } from '../../model/scenario.ts';
import { isBackground, type Series, seriesOf } from '../../plot/series.ts';
import { useApp } from '../state/context.ts';
import type { Group } from './groups.ts';

/** The curve of a group that was just switched off stays until the next evaluation; its sample does not. */
function isOff({ population, background, darkMatter }: Scenario, { kind }: Group): boolean {
  if (kind === 'population') return population === null;
  if (kind === 'dark-matter') return darkMatter === null;
  return kind === 'background' && background.model === 'none';
}

function moves({ kind, blockPath }: Group, series: Series): boolean {
  switch (kind) {
    case 'source':
      return blockPath === `sources[${series.name}]`;
    case 'population':
    case 'dark-matter':
      return series.kind === kind;
    case 'background':
      return isBackground(series.kind);
    default:
      return false;
  }
}

/** The line of the curve that a group moves, as the plot draws it. */
export function LineSample({ group }: { readonly group: Group }) {
  const { store } = useApp();
  const className = useComputed(() => {
    const evaluation = store.evaluation.value;
    if (!evaluation || isOff(store.scenario.value, group)) return null;
    const series = seriesOf(evaluation.curve.components);
    return series.find((one) => moves(group, one))?.className ?? null;
  }).value;
  if (className === null) return null;
  return (
    <svg class={`line-sample spectrum-sample ${className}`} viewBox="0 0 26 12" aria-hidden="true">
      <path class="series-line" d="M0 6H26" />
    </svg>
  );
}
