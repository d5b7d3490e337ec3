import {
  COLUMN_USES,
  type ColumnUse,
  columnUse,
  type OwnDataChoice,
  withColumnUse,
} from '../../data/ownData/choice.ts';
import type { OwnData } from '../../data/ownData/readOwnData.ts';
import { ownDataWords } from './ownDataWords.ts';

interface ColumnTableProps {
  readonly file: OwnData;
  readonly choice: OwnDataChoice;
  readonly onChoice: (choice: OwnDataChoice) => void;
}

/** The first rows of a file, and over each column what it is used for. */
export function ColumnTable({ file, choice, onChoice }: ColumnTableProps) {
  const words = ownDataWords();
  const rows = file.columns[0]?.samples.length ?? 0;
  return (
    <section class="own-data-columns" aria-label={words.columns}>
      <h3>{words.columns}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls has to be reached by keyboard */}
      <section class="own-data-scroll" tabIndex={0} aria-label={words.columnsHelp}>
        <table>
          <thead>
            <tr>
              {file.columns.map(({ name, unit }, index) => (
                <th key={index} scope="col">
                  {name} {unit !== null && <small>{unit}</small>}
                </th>
              ))}
            </tr>
            <tr>
              {file.columns.map(({ name }, index) => {
                const use = columnUse(choice, index);
                return (
                  <td key={index}>
                    <select
                      class={use === null ? 'own-data-unused' : ''}
                      aria-label={words.useOf(name)}
                      value={use ?? ''}
                      onChange={({ currentTarget: { value } }) =>
                        onChoice(withColumnUse(choice, index, value === '' ? null : (value as ColumnUse)))
                      }
                    >
                      <option value="">{words.notUsed}</option>
                      {COLUMN_USES.map((one) => (
                        <option key={one} value={one}>
                          {words.uses[one]}
                        </option>
                      ))}
                    </select>
                  </td>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {Array.from({ length: rows }, (_, row) => (
              <tr key={row}>
                {file.columns.map(({ samples }, index) => (
                  <td key={index} class={columnUse(choice, index) === null ? 'own-data-unused' : ''}>
                    {samples[row]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}
