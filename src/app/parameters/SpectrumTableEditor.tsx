import { useId, useState } from 'preact/hooks';
import { formatNumber } from '../format/number.ts';
import { errorText } from '../words/modelWords.ts';
import { editorsWords } from './editorsWords.ts';
import { NameField } from './NameField.tsx';
import { RowNote } from './RowNote.tsx';
import { readSpectrumTable, type SpectrumKind, type SpectrumTable } from './readSpectrumTable.ts';

export interface SpectrumTableEditorProps {
  readonly kind: SpectrumKind;
  /** The table of the scenario; null where one is still to be brought. */
  readonly table: SpectrumTable | null;
  /** Highest energy that its points can have. */
  readonly most_GeV?: number;
  readonly isLocked: boolean;
  /** Why the scenario refused the last one. */
  readonly message: string | null;
  readonly onTable: (table: SpectrumTable) => void;
  /** Takes the table out of the scenario, or gives up bringing one. */
  readonly onRemove: () => void;
}

/** The points, in a window of their own height. */
function Points({ kind, table }: { readonly kind: SpectrumKind; readonly table: SpectrumTable }) {
  const words = editorsWords().table;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section class="spectrum-table-points" tabIndex={0} aria-label={words.points}>
      <table>
        <caption class="visually-hidden">{`${words[kind].name}: ${table.name}`}</caption>
        <thead>
          <tr>
            <th scope="col">{words.energy}</th>
            <th scope="col">{words[kind].value}</th>
          </tr>
        </thead>
        <tbody>
          {table.energies_GeV.map((energy, index) => (
            <tr key={energy}>
              <td>{formatNumber(energy, 5)}</td>
              <td>{formatNumber(table.values[index] as number, 5)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The table of a scenario: which one it is, its points, another one from a file or from the clipboard. */
export function SpectrumTableEditor(props: SpectrumTableEditorProps) {
  const { kind, table, most_GeV, isLocked, message, onTable, onRemove } = props;
  const id = useId();
  const words = editorsWords().table;
  const [pasting, setPasting] = useState(false);
  const [pasted, setPasted] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const read = (text: string, place: string) => {
    try {
      const next = readSpectrumTable(text, place, kind, most_GeV);
      setProblem(null);
      setPasting(false);
      setPasted('');
      onTable(next);
    } catch (error) {
      setProblem(errorText(error).text);
    }
  };
  const said = problem ?? message;
  return (
    <fieldset class="spectrum-table" disabled={isLocked}>
      <legend>{words[kind].name}</legend>
      {table !== null && (
        <>
          <NameField
            value={table.name}
            label={words[kind].name}
            isLocked={isLocked}
            onName={(name) => onTable({ ...table, name })}
          />
          <p class="row-unit">
            {words.rows(
              table.energies_GeV.length,
              formatNumber(table.energies_GeV[0] as number),
              formatNumber(table.energies_GeV.at(-1) as number),
            )}
          </p>
          <Points kind={kind} table={table} />
        </>
      )}
      {(table === null || pasting) && (
        <p>
          {words[kind].format} {words.stays}
        </p>
      )}
      {pasting && (
        <textarea
          aria-label={words.pasteName}
          aria-describedby={said === null ? undefined : `${id}-problem`}
          rows={5}
          spellcheck={false}
          value={pasted}
          placeholder={'10  2.1e-4\n100  1.3e-7'}
          onInput={(event) => setPasted(event.currentTarget.value)}
        />
      )}
      {said !== null && (
        <RowNote id={`${id}-problem`} kind="error">
          {said}
        </RowNote>
      )}
      <p class="spectrum-table-actions">
        {pasting ? (
          <>
            <button type="button" class="button button-outline" onClick={() => read(pasted, words.pasted)}>
              {words.read}
            </button>
            <button
              type="button"
              class="button"
              onClick={() => {
                setPasting(false);
                setProblem(null);
              }}
            >
              {words.cancel}
            </button>
          </>
        ) : (
          <>
            <label class="button button-outline file-button">
              {words.load}
              <input
                type="file"
                accept=".csv,.ecsv,.txt,.dat,text/plain,text/csv"
                onChange={async (event) => {
                  const field = event.currentTarget;
                  const file = field.files?.[0];
                  if (!file) return;
                  try {
                    read(await file.text(), file.name);
                  } catch {
                    setProblem(words.cannotBeRead(file.name));
                  }
                  // The same file may be chosen again.
                  field.value = '';
                }}
              />
            </label>
            <button type="button" class="button button-outline" onClick={() => setPasting(true)}>
              {words.paste}
            </button>
            <button
              type="button"
              class="button"
              aria-label={table === null ? undefined : words.removeName(table.name)}
              onClick={onRemove}
            >
              {table === null ? words.cancel : words.remove}
            </button>
          </>
        )}
      </p>
    </fieldset>
  );
}
