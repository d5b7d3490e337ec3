/** Hands state to the components. */
import type { ReadonlySignal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Preset } from '../../model/presets/presetTypes.ts';
import type { Pool } from '../../worker/protocol.ts';
import type { BandState } from './band.ts';
import type { Classroom } from './classroom.ts';
import type { Likelihood } from './likelihood.ts';
import type { Snapshots } from './snapshots.ts';
import type { Store } from './store.ts';
import type { View } from './view.ts';

export interface AppState {
  readonly store: Store;
  readonly view: View;
  /** What a teacher or a lesson hides, locks and draws. */
  readonly classroom: Classroom;
  readonly presets: readonly Preset[];
  /** Ranks the pulsars of a scenario, for the tab that shows them. */
  readonly rank: Pool['rank'];
  /** Profiles and contours of the last fit. */
  readonly likelihood: Likelihood;
  /** Band of the posterior on the spectrum. */
  readonly band: BandState;
  /** Scenarios that the person pinned. */
  readonly snapshots: Snapshots;
  /** What the posterior is sampled with. */
  readonly inference: Pool['inference'];
  /** Computes a spectrum at energies of one's own, to hold an opened file against it. */
  readonly predict: Pool['predict'];
  /** All files of the page are kept in this browser. */
  readonly worksOffline: ReadonlySignal<boolean>;
  /** Number of kernel workers, for the status line. */
  readonly workers: number;
}

export const AppContext = createContext<AppState | null>(null);

export function useApp(): AppState {
  const app = useContext(AppContext);
  if (!app) throw new Error('components of the page need an AppContext around them');
  return app;
}
