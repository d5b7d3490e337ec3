import { useComputed } from '@preact/signals';
import { cataloguePulsars } from '../../model/presets/catalogue.ts';
import type { Scenario } from '../../model/scenario.ts';
import { showTab } from '../inspector/showTab.ts';
import { useApp } from '../state/context.ts';
import { withPopulation } from '../state/edits.ts';
import type { Store } from '../state/store.ts';
import { GroupSwitch } from './GroupSwitch.tsx';
import { parametersWords } from './parametersWords.ts';

/** The scenario with the pulsars of the catalogue as they were last, or without. */
export function catalogueSwitched(store: Store, scenario: Scenario, on: boolean): Scenario {
  return withPopulation(scenario, on ? (store.lastPopulation.peek() ?? cataloguePulsars) : null);
}

/** Turns the pulsars of the catalogue on and off, and leads to what single ones have of their own. */
export function PopulationRows() {
  const { store, view } = useApp();
  const words = parametersWords().switches;
  const overrides = useComputed(() => store.scenario.value.population?.overrides.length ?? 0).value;
  return (
    <>
      <GroupSwitch
        path="population"
        name={words.population.name}
        textOn={words.population.on}
        textOff={words.population.off}
        help={words.population.help}
        isOn={({ population }) => population !== null}
        switched={(scenario, on) => catalogueSwitched(store, scenario, on)}
      />
      {overrides > 0 && (
        <p class="folded">
          <span class="folded-values">{words.ownValues(overrides)}</span>
          <button type="button" class="text-button" onClick={() => showTab(view, 'sources')}>
            {words.show}
          </button>
        </p>
      )}
    </>
  );
}
