import { useComputed } from '@preact/signals';
import { cataloguePulsars } from '../../model/presets/catalogue.ts';
import type { Scenario } from '../../model/scenario.ts';
import { counted } from '../format/number.ts';
import { showTab } from '../inspector/showTab.ts';
import { useApp } from '../state/context.ts';
import { withPopulation } from '../state/edits.ts';
import type { Store } from '../state/store.ts';
import { GroupSwitch } from './GroupSwitch.tsx';

const HELP =
  'Every pulsar of the ATNF catalogue beside the listed ones, with one efficiency and one spectrum for all. A listed pulsar is not counted twice. Switched on again, they have the values that they had last on this page.';

/** The scenario with the pulsars of the catalogue as they were last, or without. */
export function catalogueSwitched(store: Store, scenario: Scenario, on: boolean): Scenario {
  return withPopulation(scenario, on ? (store.lastPopulation.peek() ?? cataloguePulsars) : null);
}

/** Turns the pulsars of the catalogue on and off, and leads to what single ones have of their own. */
export function PopulationRows() {
  const { store, view } = useApp();
  const overrides = useComputed(() => store.scenario.value.population?.overrides.length ?? 0).value;
  return (
    <>
      <GroupSwitch
        path="population"
        name="pulsars of the catalogue"
        textOn="pulsars of the ATNF catalogue"
        textOff="off: listed pulsars only"
        help={HELP}
        isOn={({ population }) => population !== null}
        switched={(scenario, on) => catalogueSwitched(store, scenario, on)}
      />
      {overrides > 0 && (
        <p class="folded">
          <span class="folded-values">
            {counted(overrides, 'pulsar with values of its own', 'pulsars with values of their own')}
          </span>
          <button type="button" class="text-button" onClick={() => showTab(view, 'sources')}>
            show
          </button>
        </p>
      )}
    </>
  );
}
