import { Fragment } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Comparison, Evaluation } from '../../analysis/analysisTypes.ts';
import type { Dataset } from '../../data/datasetTypes.ts';
import { binRow } from '../../plot/binTable.ts';
import { comparisonWith, dataPoints } from '../../plot/dataPoints.ts';
import { isFitted } from '../../plot/observedEvaluation.ts';
import type { Quantity } from '../../plot/quantity.ts';
import { datasetLabel, datasetReference, datasetRemarks } from '../words/modelWords.ts';
import { AxisNameText } from './SpectrumToolbar.tsx';
import { seriesName } from './seriesTitle.ts';
import { spectrumWords } from './spectrumWords.ts';
import type { FurtherTable } from './useFurtherTables.ts';

interface BinTableProps {
  readonly evaluation: Evaluation | null;
  readonly dataset: Dataset;
  readonly further: readonly FurtherTable[];
  readonly quantity: Quantity;
}

interface BinRowsProps {
  readonly dataset: Dataset;
  readonly quantity: Quantity;
  readonly comparison: Comparison | null;
  /** How many components the columns are made for. */
  readonly components: number;
}

/** The rows of one measured table. */
function BinRows({ dataset, quantity, comparison, components }: BinRowsProps) {
  const words = spectrumWords();
  const points = useMemo(() => dataPoints(dataset, quantity), [dataset, quantity]);
  return (
    <>
      {points.map((point, index) => {
        const row = binRow(point, index, quantity, comparison);
        return (
          <tr key={index} class={row.isInFit ? undefined : 'spectrum-row-outside'}>
            <th scope="row">{row.bin}</th>
            <td>{row.meanEnergy_GeV}</td>
            <td>{row.data}</td>
            <td>{row.total ?? '–'}</td>
            {Array.from({ length: components }, (_, component) => (
              <td key={component}>{row.components[component] ?? '–'}</td>
            ))}
            <td>{row.pull ?? '–'}</td>
            <td>{comparison === null ? '–' : row.isInFit ? words.yes : words.no}</td>
          </tr>
        );
      })}
    </>
  );
}

/** Every bin of the plot in numbers. */
export function BinTable({ evaluation, dataset, further, quantity }: BinTableProps) {
  const words = spectrumWords();
  const comparison = comparisonWith(evaluation, dataset);
  const isInFit = evaluation === null || isFitted(evaluation.scenario, dataset);
  const components = comparison?.model.components ?? [];
  const tables = [{ dataset, comparison }, ...further];
  const columns = 6 + components.length;
  return (
    <table>
      <caption>
        <span>
          {tables.map((table, index) => (
            <Fragment key={table.dataset.id}>
              {words.reference(datasetLabel(table.dataset), datasetReference(table.dataset))}{' '}
              {index === 0 && (
                <>
                  {words.binCaption.before}
                  <AxisNameText quantity={quantity} measured={dataset.quantity} />
                  {words.binCaption.after}{' '}
                </>
              )}
              {datasetRemarks(table.dataset).join(' ')}{' '}
            </Fragment>
          ))}
        </span>
      </caption>
      <thead>
        <tr>
          <th scope="col">{words.bin}</th>
          <th scope="col">{words.meanEnergy}</th>
          <th scope="col">{words.columnData}</th>
          <th scope="col">{words.total}</th>
          {components.map((component, index) => (
            <th key={index} scope="col">
              {seriesName(component)}
            </th>
          ))}
          <th scope="col">{words.columnPull}</th>
          <th scope="col">{isInFit ? words.inTheFit : words.compared}</th>
        </tr>
      </thead>
      {tables.map((table) => (
        <tbody key={table.dataset.id}>
          {tables.length > 1 && (
            <tr>
              <th scope="rowgroup" colSpan={columns} class="spectrum-row-group">
                {datasetLabel(table.dataset)}
              </th>
            </tr>
          )}
          <BinRows {...table} quantity={quantity} components={components.length} />
        </tbody>
      ))}
    </table>
  );
}
