import './keptNotice.css';
import { useState } from 'preact/hooks';
import { Icon } from '../controls/Icon.tsx';
import { forgetLastScenario } from '../state/autosave.ts';
import { useApp } from '../state/context.ts';
import type { WithOrigin } from '../state/keptScenario.ts';
import { modifications } from '../state/modifications.ts';
import { stateWords } from '../state/stateWords.ts';
import { scenarioName } from '../words/modelWords.ts';

/** Offers the scenario that was on the page when it was closed last; it opens nothing by itself. */
export function KeptNotice({ kept }: { readonly kept: WithOrigin }) {
  const { store, presets } = useApp();
  const [isDone, setDone] = useState(false);
  if (isDone) return null;
  const { scenario, origin } = kept;
  const words = stateWords();
  const name = scenarioName(scenario.name, presets);
  const isModified = modifications(scenario, origin.scenario).length > 0;
  return (
    <div class="kept-notice" role="status">
      <p>{isModified ? words.keptModified(name) : words.keptScenario(name)}</p>
      <button
        type="button"
        class="button button-outline"
        onClick={() => {
          setDone(true);
          store.open(scenario, origin, words.lastScenario);
        }}
      >
        {words.openKept}
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label={words.dismissKept}
        title={words.dismissKept}
        onClick={() => {
          setDone(true);
          forgetLastScenario(window);
        }}
      >
        <Icon name="close" />
      </button>
    </div>
  );
}
