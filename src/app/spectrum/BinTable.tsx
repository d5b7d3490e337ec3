import './binTable.css';
import { useMemo } from 'preact/hooks';
import type { Evaluation } from '../../analysis/analysisTypes.ts';
import type { Dataset } from '../../data/datasetTypes.ts';
import { binRow } from '../../plot/binTable.ts';
import { comparisonWith, dataPoints } from '../../plot/dataPoints.ts';
import { isFitted } from '../../plot/observedEvaluation.ts';
import type { Quantity } from '../../plot/quantity.ts';
import { AxisNameText } from './SpectrumToolbar.tsx';

interface BinTableProps {
  readonly evaluation: Evaluation | null;
  readonly dataset: Dataset;
  readonly quantity: Quantity;
}

/** Every bin of the plot in numbers. */
export function BinTable({ evaluation, dataset, quantity }: BinTableProps) {
  const points = useMemo(() => dataPoints(dataset, quantity), [dataset, quantity]);
  const comparison = comparisonWith(evaluation, dataset);
  const isInFit = evaluation === null || isFitted(evaluation.scenario, dataset);
  const components = comparison?.model.components ?? [];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section class="spectrum-table" tabIndex={0} aria-label="Table of the bins">
      <table>
        <caption>
          <span>
            {dataset.label}, {dataset.reference}. Values are{' '}
            <AxisNameText quantity={quantity} measured={dataset.quantity} /> at the mean energy of the bin; data ±
            statistical ± systematic error. {dataset.remarks.join(' ')}
          </span>
        </caption>
        <thead>
          <tr>
            <th scope="col">Bin</th>
            <th scope="col">Mean energy, GeV</th>
            <th scope="col">Data</th>
            <th scope="col">Total</th>
            {components.map(({ name }, index) => (
              <th key={index} scope="col">
                {name}
              </th>
            ))}
            <th scope="col">Pull, σ</th>
            <th scope="col">{isInFit ? 'In the fit' : 'Compared'}</th>
          </tr>
        </thead>
        <tbody>
          {points.map((point, index) => {
            const row = binRow(point, index, quantity, comparison);
            return (
              <tr key={index} class={row.isInFit ? undefined : 'spectrum-row-outside'}>
                <th scope="row">{row.bin}</th>
                <td>{row.meanEnergy_GeV}</td>
                <td>{row.data}</td>
                <td>{row.total ?? '–'}</td>
                {row.components.map((value, component) => (
                  <td key={component}>{value}</td>
                ))}
                <td>{row.pull ?? '–'}</td>
                <td>{comparison === null ? '–' : row.isInFit ? 'yes' : 'no'}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
