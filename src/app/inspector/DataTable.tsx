import './dataTable.css';
import { useState } from 'preact/hooks';
import { fitWords } from './fitWords.ts';

/** The numbers of one picture, or of one part of it. */
export interface Numbers {
  /** What they are, and of what. */
  readonly caption: string;
  /** Heads with their units. */
  readonly columns: readonly string[];
  /** As they are read; the first one heads its row. */
  readonly rows: readonly (readonly string[])[];
  /** How many rows there would be without a limit, if some are left out. */
  readonly outOf?: number;
}

/** The numbers behind a picture, on demand: nothing is computed for them while they are not shown. */
export function DataTable({ numbers }: { readonly numbers: () => readonly Numbers[] }) {
  const [open, setOpen] = useState(false);
  const words = fitWords();
  return (
    <details class="data-table" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.asTable}</summary>
      {open && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        <section class="data-table-scroll" tabIndex={0} aria-label={words.asTable}>
          {numbers().map(({ caption, columns, rows, outOf }) => (
            <table key={caption}>
              <caption>
                {caption}
                {outOf !== undefined && outOf > rows.length && ` ${words.rowsShown(rows.length, outOf)}`}
              </caption>
              <thead>
                <tr>
                  {columns.map((column) => (
                    <th key={column} scope="col">
                      {column}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map(([head, ...cells], row) => (
                  <tr key={row}>
                    <th scope="row">{head}</th>
                    {cells.map((cell, column) => (
                      <td key={columns[column + 1]}>{cell}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          ))}
        </section>
      )}
    </details>
  );
}
