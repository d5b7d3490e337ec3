/** What an edit changed besides the value that it was about. */
import type { Scenario } from '../../model/scenario.ts';
import { ownerOf, parameterName } from '../inspector/reportWords.ts';
import { modifications } from './modifications.ts';
import { stateWords } from './stateWords.ts';

/**
 * One sentence with everything else that changed, so that nothing changes unseen; null if nothing did.
 *
 * @param row path of the value that the edit was about
 */
export function sideEffects(before: Scenario, after: Scenario, row: string): string | null {
  const words = stateWords();
  const values = modifications(after, before)
    // Priors that went are named one by one below.
    .filter(({ path }) => !row.startsWith(path) && path !== 'fit.priors')
    .map(({ path, label, before: old, after: now }) => {
      const owner = ownerOf(after, path);
      return `${owner === null ? label : words.ofOwner(label, owner)}: ${old} → ${now}`;
    });
  const fixed = before.fit.free
    .filter((path) => path !== row && !after.fit.free.includes(path))
    .map((path) => words.noLongerFree(parameterName(before, path)));
  const priors = before.fit.priors
    .filter(({ path }) => !after.fit.priors.some((prior) => prior.path === path))
    .map(({ path }) => words.priorGone(parameterName(before, path)));
  const all = [...values, ...fixed, ...priors];
  return all.length === 0 ? null : words.alsoChanged(all.join('; '));
}
