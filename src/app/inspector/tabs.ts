/** The tabs beside the spectrum. A new one is one entry here, at its place in the row. */
import type { FunctionComponent } from 'preact';
import { lazy } from '../lazy.tsx';
import type { PageWords } from '../words/en/page.ts';
import { FitPanel } from './FitPanel.tsx';

export type TabId = keyof PageWords['tabs'];

export interface InspectorTab {
  /** Its title is `tabs` of the words of the page. */
  readonly id: TabId;
  /** All but the first are `lazy`: their code comes when they are opened. */
  readonly panel: FunctionComponent;
}

export const TABS: readonly [InspectorTab, ...InspectorTab[]] = [
  { id: 'fit', panel: FitPanel },
  {
    id: 'posterior',
    panel: lazy(async () => (await import('../posterior/PosteriorPanel.tsx')).PosteriorPanel),
  },
  {
    id: 'sources',
    panel: lazy(async () => (await import('../sources/SourcesPanel.tsx')).SourcesPanel),
  },
  {
    id: 'compare',
    panel: lazy(async () => (await import('../compare/ComparePanel.tsx')).ComparePanel),
  },
  {
    id: 'learn',
    panel: lazy(async () => (await import('../learn/LearnPanel.tsx')).LearnPanel),
  },
];

/** The ids of the tabs, in their order. */
export const TAB_IDS = TABS.map(({ id }) => id) as [TabId, ...TabId[]];
