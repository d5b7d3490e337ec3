import { useComputed } from '@preact/signals';
import { radiationComponentBlock } from '../../model/parameters.ts';
import type { RadiationComponent } from '../../model/radiationFields.ts';
import { useApp } from '../state/context.ts';
import { withRadiationComponent } from '../state/edits.ts';
import { messageFor } from '../state/message.ts';
import { parameterLabel } from '../words/modelWords.ts';
import { editorsWords } from './editorsWords.ts';
import { NameField } from './NameField.tsx';
import { NumberRow } from './NumberRow.tsx';
import { parametersWords } from './parametersWords.ts';

const KEYS = ['temperature_K', 'energyDensity_eV_cm3'] as const;

function newName(components: readonly RadiationComponent[]): string {
  for (let number = components.length + 1; ; number++) {
    const name = parametersWords().field.newName(number);
    if (!components.some((component) => component.name === name)) return name;
  }
}

/** The blackbodies of a custom radiation field. */
export function RadiationComponents() {
  const { store } = useApp();
  const words = parametersWords();
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
        <fieldset class="blackbody" key={String(index)} aria-label={component.name}>
          <legend>
            <NameField
              value={component.name}
              label={editorsWords().sources.nameOf(component.name)}
              taken={['synchrotron', ...components.map(({ name }) => name)]}
              onName={(name) =>
                change(index, { ...component, name }, editorsWords().sources.renameChange(name), listPath)
              }
            />
            <button
              type="button"
              class="text-button"
              aria-label={words.field.removeOne(component.name)}
              onClick={() => change(index, null, words.field.removeOne(component.name), listPath)}
            >
              {words.field.remove}
            </button>
          </legend>
          {KEYS.map((key) => {
            const path = `${listPath}[${index}].${key}`;
            return (
              <NumberRow
                key={key}
                path={path}
                parameter={radiationComponentBlock[key]}
                name={words.row.ofOwner(parameterLabel(radiationComponentBlock[key]), component.name)}
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
                    `${component.name} ${parameterLabel(radiationComponentBlock[key])}`,
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
              words.field.add,
              listPath,
            )
          }
        >
          {words.field.add}
        </button>
      </p>
    </>
  );
}
