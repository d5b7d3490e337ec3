/** What outlasts the page: its address and the scenario at work. Neither is needed for the first curve. */
import type { Preset } from '../../model/presets/presetTypes.ts';
import type { Scenario } from '../../model/scenario.ts';
import { connectAddressBar } from './addressBar.ts';
import { connectAutosave, lastScenario } from './autosave.ts';
import type { Classroom } from './classroom.ts';
import type { WithOrigin } from './keptScenario.ts';
import { leaving } from './leaving.ts';
import type { Store } from './store.ts';

/**
 * Keeps address and storage in step with the store from now on.
 *
 * @param untouched the scenario with which the page began
 * @returns the scenario of the last visit that can be offered, or null
 */
export function keepWork(
  store: Store,
  classroom: Classroom,
  presets: readonly Preset[],
  untouched: Scenario,
): WithOrigin | null {
  // What a link asks for stands above what was there before.
  const kept = location.hash === '' ? lastScenario(window, presets, untouched) : null;
  const onLeaving = leaving(window, document);
  connectAddressBar(store, presets, window, classroom.view, onLeaving, untouched);
  connectAutosave(store, window, { onLeaving, isOwnWork: () => classroom.stage.peek() === null, untouched });
  return kept;
}
