import { useComputed } from '@preact/signals';
import { Disclosure } from '../controls/Disclosure.tsx';
import { counted } from '../format/number.ts';
import { useApp } from '../state/context.ts';

function ModifiedTable() {
  const { store } = useApp();
  const changes = store.modifications.value;
  const origin = store.origin.value;
  return (
    <table class="modified-table">
      <caption>
        Differs from {origin.presetId === null ? 'the opened scenario' : `the preset “${origin.scenario.name}”`} in{' '}
        {counted(changes.length, 'value')}
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
  const count = useComputed(() => store.modifications.value.length).value;
  if (count === 0) return null;
  return (
    <Disclosure
      class="modified"
      panelLabel="Modified values"
      buttonClass="modified-button"
      button={
        <>
          <span class="modified-dot" />
          modified <span class="wide-only">{counted(count, 'value')}</span>
          <span class="text-button wide-only">show</span>
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
            Reset all
          </button>
        </>
      )}
    </Disclosure>
  );
}
