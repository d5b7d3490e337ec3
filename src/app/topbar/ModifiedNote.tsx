import { useComputed } from '@preact/signals';
import { Disclosure } from '../controls/Disclosure.tsx';
import { useApp } from '../state/context.ts';
import { scenarioName } from '../words/modelWords.ts';
import { topBarWords } from './topBarWords.ts';

function ModifiedTable() {
  const { store, presets } = useApp();
  const words = topBarWords();
  const changes = store.modifications.value;
  const { presetId, scenario } = store.origin.value;
  const count = changes.length;
  return (
    <table class="modified-table">
      <caption>
        {presetId === null
          ? words.differsFromOpened(count)
          : words.differsFromPreset(scenarioName(scenario.name, presets), count)}
      </caption>
      <tbody>
        {changes.map(({ path, label, before, after }) => (
          <tr key={path}>
            <th scope="row">{label}</th>
            <td>{before}</td>
            <td aria-hidden="true">→</td>
            <td>
              <b>{after}</b>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** How many values differ from the preset, which, and the way back. */
export function ModifiedNote() {
  const { store } = useApp();
  const words = topBarWords();
  const count = useComputed(() => store.modifications.value.length).value;
  if (count === 0) return null;
  return (
    <Disclosure
      class="modified"
      panelLabel={words.modifiedValues}
      buttonClass="modified-button"
      button={
        <>
          <span class="modified-dot" />
          {words.modified} <span class="wide-only">{words.values(count)}</span>
          <span class="text-button wide-only">{words.show}</span>
        </>
      }
    >
      {(close) => (
        <>
          <ModifiedTable />
          <button
            type="button"
            class="button button-outline"
            onClick={() => {
              close();
              store.resetToOrigin();
            }}
          >
            {words.resetAll}
          </button>
        </>
      )}
    </Disclosure>
  );
}
