import type { Scenario } from '../scenario.ts';

/** A work that a preset follows. */
export interface Citation {
  readonly text: string;
  readonly doi: string;
}

/** A published model as a scenario. */
export interface Preset {
  /** Short name for links and the command line. */
  readonly id: string;
  readonly scenario: Scenario;
  /** What it shows, in one or two sentences. */
  readonly about: string;
  readonly citations: readonly Citation[];
  /** The number or figure that it reproduces, with the place where it is published or checked; null if it only follows. */
  readonly reproduces: string | null;
}
