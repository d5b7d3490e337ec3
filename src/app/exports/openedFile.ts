/** What the page has to say of the file that was opened last. */
import { signal } from '@preact/signals';
import type { Reproduction } from '../../export/reproduction.ts';
import type { Scenario } from '../../model/scenario.ts';

/** How the numbers of the file compare with those that this page computes. */
export type Recomputed =
  | { readonly kind: 'computing' }
  /** The file holds no spectrum. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'done'; readonly reproduction: Reproduction }
  | { readonly kind: 'failed'; readonly reason: string };

export interface OpenedFile {
  readonly name: string;
  /** `geminga-spectrum` and so on; null where the file does not say. */
  readonly format: string | null;
  /** Version of the program that wrote it; null where the file does not say. */
  readonly version: string | null;
  readonly scenario: Scenario;
  readonly recomputed: Recomputed;
}

/** The page says it for as long as this is the scenario that it shows. */
export const openedFile = signal<OpenedFile | null>(null);
