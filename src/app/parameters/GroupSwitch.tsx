import { useComputed } from '@preact/signals';
import { useId, useState } from 'preact/hooks';
import type { Scenario } from '../../model/scenario.ts';
import { Switch } from '../controls/Switch.tsx';
import { useApp } from '../state/context.ts';
import { parametersWords } from './parametersWords.ts';
import { RowNote } from './RowNote.tsx';

interface GroupSwitchProps {
  /** Path of the block that is there or not. */
  readonly path: string;
  /** What is switched: `halo`. */
  readonly name: string;
  readonly textOn: string;
  readonly textOff: string;
  readonly help: string;
  readonly isOn: (scenario: Scenario) => boolean;
  readonly switched: (scenario: Scenario, on: boolean) => Scenario;
}

/** Turns a part of the scenario on and off; switched on again it has the values that it had last. */
export function GroupSwitch({ path, name, textOn, textOff, help, isOn, switched }: GroupSwitchProps) {
  const { store } = useApp();
  const words = parametersWords();
  const id = useId();
  const [helpOpen, setHelpOpen] = useState(false);
  const on = useComputed(() => isOn(store.scenario.value)).value;
  const message = useComputed(() => (store.message.value?.row === path ? store.message.value.text : null)).value;
  const sideEffect = useComputed(() =>
    store.sideEffect.value?.row === path ? store.sideEffect.value.text : null,
  ).value;
  return (
    <div class="row row-headed" data-path={path}>
      <Switch
        on={on}
        label={words.row.onOff(name)}
        onSwitch={(next) =>
          store.change((scenario) => switched(scenario, next), {
            change: next ? words.switches.onChange(name) : words.switches.offChange(name),
            row: path,
          })
        }
      />
      <button
        type="button"
        class="row-label"
        aria-expanded={helpOpen}
        aria-controls={helpOpen ? `${id}-help` : undefined}
        title={help}
        onClick={() => setHelpOpen(!helpOpen)}
      >
        {on ? textOn : textOff}
      </button>
      {message !== null && <RowNote kind="error">{message}</RowNote>}
      {sideEffect !== null && <RowNote kind="side-effect">{sideEffect}</RowNote>}
      {helpOpen && (
        <div class="row-help" id={`${id}-help`}>
          <p>{help}</p>
        </div>
      )}
    </div>
  );
}
