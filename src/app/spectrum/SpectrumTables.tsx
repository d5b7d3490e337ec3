import './tables.css';
import { useMemo, useState } from 'preact/hooks';
import type { Evaluation } from '../../analysis/analysisTypes.ts';
import type { Dataset } from '../../data/datasetTypes.ts';
import type { Quantity } from '../../plot/quantity.ts';
import type { ShownBand } from '../state/band.ts';
import { BinTable } from './BinTable.tsx';
import { CurveTable } from './CurveTable.tsx';
import { readoutRows } from './readoutRows.ts';
import { spectrumWords } from './spectrumWords.ts';
import type { FurtherTable } from './useFurtherTables.ts';
import { useSettled } from './useSettled.ts';

export interface SpectrumTablesProps {
  readonly evaluation: Evaluation | null;
  readonly dataset: Dataset;
  readonly further: readonly FurtherTable[];
  readonly quantity: Quantity;
  readonly band: ShownBand | null;
}

/** Long tables follow a hand only when it has rested this long. */
const SETTLING_TIME_ms = 250;

const LISTS = ['measurements', 'curves', 'readouts'] as const;
type List = (typeof LISTS)[number];

function ReadoutTable({ evaluation }: { readonly evaluation: Evaluation }) {
  const words = spectrumWords();
  const rows = useMemo(() => readoutRows(evaluation, words), [evaluation, words]);
  return (
    <table class="spectrum-list-readouts">
      <caption>
        <span>{words.readoutCaption}</span>
      </caption>
      <thead>
        <tr>
          <th scope="col">{words.columnReadout}</th>
          <th scope="col">{words.columnAt}</th>
          <th scope="col">{words.columnValue}</th>
          <th scope="col">{words.columnUnit}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, at, value, unit }) => (
          <tr key={`${name} ${at}`}>
            <th scope="row">{name}</th>
            <td>{at}</td>
            <td>{value}</td>
            <td>{unit}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Everything that the plot shows, in numbers: measurements with residuals, curves, read-outs. */
export function SpectrumTables({ evaluation, dataset, further, quantity, band }: SpectrumTablesProps) {
  const words = spectrumWords();
  const [list, setList] = useState<List>('measurements');
  const settled = useSettled(evaluation, SETTLING_TIME_ms);
  const names = { measurements: words.tableOfBins, curves: words.tableOfCurves, readouts: words.tableOfReadouts };
  return (
    <>
      <div class="spectrum-list-head">
        <fieldset class="spectrum-switch">
          <legend class="spectrum-hidden">{words.tablesShown}</legend>
          {LISTS.map((one) => (
            <button key={one} type="button" aria-pressed={one === list} onClick={() => setList(one)}>
              {words[one]}
            </button>
          ))}
        </fieldset>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section key={list} class="spectrum-list" tabIndex={0} aria-label={names[list]}>
        {list === 'measurements' && (
          <BinTable evaluation={evaluation} dataset={dataset} further={further} quantity={quantity} />
        )}
        {list !== 'measurements' && settled === null && <p class="spectrum-note">{words.noCurve}</p>}
        {list === 'curves' && settled !== null && (
          <CurveTable evaluation={settled} measured={dataset.quantity} quantity={quantity} band={band} />
        )}
        {list === 'readouts' && settled !== null && <ReadoutTable evaluation={settled} />}
      </section>
    </>
  );
}
