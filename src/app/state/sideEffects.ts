/** What an edit changed besides the value that it was about. */
import type { Scenario } from '../../model/scenario.ts';
import { ownerOf, parameterName } from '../inspector/reportWords.ts';
import { modifications } from './modifications.ts';

/**
 * One sentence with everything else that changed, so that nothing changes unseen; null if nothing did.
 *
 * @param row path of the value that the edit was about
 */
export function sideEffects(before: Scenario, after: Scenario, row: string): string | null {
  const values = modifications(after, before)
    .filter(({ path }) => !row.startsWith(path))
    .map(({ path, label, before: old, after: now }) => {
      const owner = ownerOf(after, path);
      return `${owner === null ? label : `${label} of ${owner}`}: ${old} → ${now}`;
    });
  const fixed = before.fit.free
    .filter((path) => path !== row && !after.fit.free.includes(path))
    .map((path) => `${parameterName(before, path)} is no longer free in the fit`);
  const priors = before.fit.priors
    .filter(({ path }) => !after.fit.priors.some((prior) => prior.path === path))
    .map(({ path }) => `the prior of ${parameterName(before, path)} is gone`);
  const all = [...values, ...fixed, ...priors];
  return all.length === 0 ? null : `This also changed: ${all.join('; ')}.`;
}
