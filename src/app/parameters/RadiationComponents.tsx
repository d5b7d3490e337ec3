import { useComputed } from '@preact/signals';
import { radiationComponentBlock } from '../../model/parameters.ts';
import type { RadiationComponent } from '../../model/radiationFields.ts';
import { useApp } from '../state/context.ts';
import { withRadiationComponent } from '../state/edits.ts';
import { messageFor } from '../state/message.ts';
import { NumberRow } from './NumberRow.tsx';

const KEYS = ['temperature_K', 'energyDensity_eV_cm3'] as const;

function newName(components: readonly RadiationComponent[]): string {
  for (let number = components.length + 1; ; number++) {
    const name = `field ${number}`;
    if (!components.some((component) => component.name === name)) return name;
  }
}

/** The blackbodies of a custom radiation field. */
export function RadiationComponents() {
  const { store } = useApp();
  const components = useComputed(() => store.scenario.value.losses.radiationComponents).value ?? [];
  const originals = store.origin.value.scenario.losses.radiationComponents ?? [];
  const message = store.message.value;
  const listPath = 'losses.radiationComponents';
  const change = (index: number, component: RadiationComponent | null, what: string, row: string, gesture?: string) =>
    store.change((scenario) => withRadiationComponent(scenario, index, component), {
      change: what,
      row,
      ...(gesture ? { gesture } : {}),
    });

  return (
    <>
      {components.map((component, index) => (
        <fieldset class="blackbody" key={component.name}>
          <legend>
            {component.name}
            <button
              type="button"
              class="text-button"
              aria-label={`remove ${component.name}`}
              onClick={() => change(index, null, `remove ${component.name}`, listPath)}
            >
              remove
            </button>
          </legend>
          {KEYS.map((key) => {
            const path = `${listPath}[${index}].${key}`;
            return (
              <NumberRow
                key={key}
                path={path}
                parameter={radiationComponentBlock[key]}
                value={component[key]}
                original={originals.find(({ name }) => name === component.name)?.[key]}
                free={null}
                canSwitch={false}
                fitted={null}
                message={message?.row === path ? message.text : null}
                warning={null}
                onValue={(value, gesture) =>
                  change(
                    index,
                    { ...component, [key]: value },
                    `${component.name} ${radiationComponentBlock[key].label}`,
                    path,
                    gesture ? `${gesture} ${path}` : undefined,
                  )
                }
                onGestureEnd={store.endGesture}
                onFree={() => undefined}
                onError={(error) => store.say(messageFor(error, store.scenario.peek(), path))}
                onDismiss={store.dismiss}
              />
            );
          })}
        </fieldset>
      ))}
      {message?.row === listPath && (
        <p class="row-note row-error" role="alert">
          {message.text}
        </p>
      )}
      <p class="folded">
        <button
          type="button"
          class="text-button"
          onClick={() =>
            change(
              components.length,
              {
                name: newName(components),
                temperature_K: radiationComponentBlock.temperature_K.default,
                energyDensity_eV_cm3: radiationComponentBlock.energyDensity_eV_cm3.default,
              },
              'add a blackbody',
              listPath,
            )
          }
        >
          add a blackbody
        </button>
      </p>
    </>
  );
}
