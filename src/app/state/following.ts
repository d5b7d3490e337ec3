/** Fit while dragging: what the store remembers of the hand, and how an answer joins what the hand did since. */
import { valueAt, withValue } from '../../model/paths.ts';
import type { Scenario } from '../../model/scenario.ts';

/** Others that gain less than this in χ² by another search are where they belong. */
export const SETTLED_CHI2 = 0.01;

/** One gesture on a parameter that others follow. */
export interface Held {
  readonly path: string;
  /** The steps before the gesture: another gesture on the same parameter has others. */
  readonly past: unknown;
  /** The value for which the others last followed, and χ² there. */
  last: { readonly value: unknown; readonly chi2: number } | null;
  /** Searches so far for that value. */
  rounds: number;
}

/**
 * The present scenario with the other free parameters of an answer; the held one stays where the hand has it now.
 *
 * @param answer to an earlier place of the same gesture
 */
export function othersFollowed(present: Scenario, answer: Scenario, heldPath: string): Scenario {
  return present.fit.free
    .filter((path) => path !== heldPath)
    .reduce((moved, path) => {
      const value = valueAt(answer, path);
      return valueAt(moved, path) === value ? moved : withValue(moved, path, value);
    }, present);
}
