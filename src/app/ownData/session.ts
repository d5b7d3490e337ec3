/** What opening own data is about at this moment. */
import { type Signal, signal } from '@preact/signals';
import type { OwnDataChoice } from '../../data/ownData/choice.ts';
import type { OwnTableNames } from '../../data/ownData/ownTable.ts';
import type { OwnData } from '../../data/ownData/readOwnData.ts';
import { type DatasetId, OWN_DATA_ID, POSITRON_DATASET_IDS } from '../../model/datasetIds.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { Store } from '../state/store.ts';

/** A file whose layout is known, and what is chosen of it. */
export interface Reading {
  readonly file: OwnData;
  readonly choice: OwnDataChoice;
  /** What a person calls it; what is not there is as the file says. */
  readonly names: OwnTableNames;
  readonly isFitted: boolean;
}

export interface OwnDataSession {
  /** Whether a file is dragged over the page. */
  readonly isDragging: Signal<boolean>;
  /** What the panel shows: nothing, the way to open a file, or a file. */
  readonly panel: Signal<'closed' | 'start' | Reading>;
  /** Why the last file could not be opened. */
  readonly problem: Signal<string | null>;
  /** The shipped table that was fitted before the own one. */
  former: DatasetId | null;
}

const sessions = new WeakMap<Store, OwnDataSession>();

/** One for each page. */
export function ownDataSession(store: Store): OwnDataSession {
  const known = sessions.get(store);
  if (known) return known;
  const session: OwnDataSession = {
    isDragging: signal(false),
    panel: signal<'closed' | 'start' | Reading>('closed'),
    problem: signal<string | null>(null),
    former: null,
  };
  sessions.set(store, session);
  return session;
}

/** The table that is fitted again when the own one goes: the one before it, that of the preset, or the first one. */
export function formerTable({ former }: Pick<OwnDataSession, 'former'>, origin: Scenario): DatasetId {
  const { dataset } = origin.fit;
  return former ?? (dataset === OWN_DATA_ID ? POSITRON_DATASET_IDS[0] : dataset);
}
