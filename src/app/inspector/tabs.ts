/** The tabs beside the spectrum. A new one is one entry here, at its place in the row. */
import type { FunctionComponent } from 'preact';
import { lazy } from '../lazy.tsx';
import { FitPanel } from './FitPanel.tsx';

export interface InspectorTab {
  readonly id: string;
  readonly title: string;
  /** All but the first are `lazy`: their code comes when they are opened. */
  readonly panel: FunctionComponent;
}

export const TABS: readonly [InspectorTab, ...InspectorTab[]] = [
  { id: 'fit', title: 'Fit', panel: FitPanel },
  {
    id: 'posterior',
    title: 'Posterior',
    panel: lazy(async () => (await import('../posterior/PosteriorPanel.tsx')).PosteriorPanel),
  },
  {
    id: 'sources',
    title: 'Sources',
    panel: lazy(async () => (await import('../sources/SourcesPanel.tsx')).SourcesPanel),
  },
  {
    id: 'learn',
    title: 'Learn',
    panel: lazy(async () => (await import('../learn/LearnPanel.tsx')).LearnPanel),
  },
];

/** The ids of the tabs, in their order. */
export const TAB_IDS = TABS.map(({ id }) => id) as [string, ...string[]];
