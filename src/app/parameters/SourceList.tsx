import { useComputed } from '@preact/signals';
import { MAX_SOURCES } from '../../model/readScenario.ts';
import { useApp } from '../state/context.ts';
import { editorsWords } from './editorsWords.ts';
import { NameField } from './NameField.tsx';
import { newSourceName, withSourceAdded, withSourceRemoved, withSourceRenamed } from './sourceEdits.ts';

/** The name of a source, and the way to take it out of the scenario; at the advanced level. */
export function SourceName({ name }: { readonly name: string }) {
  const { store } = useApp();
  const words = editorsWords().sources;
  const names = useComputed(() => store.scenario.value.sources.map((source) => source.name).join('\n')).value.split(
    '\n',
  );
  return (
    <span class="source-name">
      <span aria-hidden="true">{words.nameLabel}</span>
      <NameField
        value={name}
        label={words.nameOf(name)}
        taken={names}
        onName={(next) =>
          store.change((scenario) => withSourceRenamed(scenario, name, next), { change: words.renameChange(next) })
        }
      />
      <button
        type="button"
        class="text-button"
        aria-label={words.removeName(name)}
        onClick={() =>
          store.change((scenario) => withSourceRemoved(scenario, name), { change: words.removeChange(name) })
        }
      >
        {words.remove}
      </button>
    </span>
  );
}

/** Adds a pulsar to the scenario. */
export function SourceList() {
  const { store } = useApp();
  const words = editorsWords().sources;
  const isFull = useComputed(() => store.scenario.value.sources.length >= MAX_SOURCES).value;
  return (
    <p class="source-add">
      {isFull ? (
        words.tooMany(MAX_SOURCES)
      ) : (
        <button
          type="button"
          class="text-button"
          onClick={() => {
            const name = newSourceName(store.scenario.peek(), words.newName);
            store.change((scenario) => withSourceAdded(scenario, name), { change: words.addChange });
          }}
        >
          {words.add}
        </button>
      )}
    </p>
  );
}
