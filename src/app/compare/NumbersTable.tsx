import { useState } from 'preact/hooks';
import type { Dataset } from '../../data/datasetTypes.ts';
import { energyText, signedText, significantText } from '../../plot/numberText.ts';
import { axisName, QUANTITIES, type Quantity, weightFlux } from '../../plot/quantity.ts';
import { memo } from '../memo.ts';
import { datasetLabel, plotWords } from '../words/modelWords.ts';
import { compareWords } from './compareWords.ts';
import type { PointDifference } from './differences.ts';

interface NumbersTableProps {
  readonly data: Dataset;
  readonly points: readonly PointDifference[];
  readonly quantity: Quantity;
}

/** The picture in numbers, drawn when it is opened. */
export const NumbersTable = memo(function NumbersTable({ data, points, quantity: wanted }: NumbersTableProps) {
  const [isOpen, setOpen] = useState(false);
  const words = compareWords();
  const { name, unit, isFraction } = axisName(wanted, data.quantity, plotWords());
  const quantity = isFraction ? 'flux' : wanted;
  const axis = isFraction ? name : `${QUANTITIES[quantity].factor}Φ${name}, ${unit}`;
  const text = (flux: number, energy_GeV: number) => significantText(weightFlux(quantity, energy_GeV, flux), 4);
  return (
    <details class="compare-numbers" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.numbers}</summary>
      {isOpen && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        <section class="compare-numbers-scroll" tabIndex={0} aria-label={words.numbers}>
          <table class="compare-table">
            <caption>{words.numbersCaption(datasetLabel(data), axis)}</caption>
            <thead>
              <tr>
                <th scope="col">{words.energyColumn}</th>
                <th scope="col">{words.sideA}</th>
                <th scope="col">{words.sideB}</th>
                <th scope="col">{words.ratio}</th>
                <th scope="col">{words.sigma}</th>
              </tr>
            </thead>
            <tbody>
              {points.map(({ energy_GeV, a, b, ratio, sigma }) => (
                <tr key={energy_GeV}>
                  <th scope="row">{energyText(energy_GeV)}</th>
                  <td>{text(a, energy_GeV)}</td>
                  <td>{text(b, energy_GeV)}</td>
                  <td>{ratio === null ? '–' : significantText(ratio, 4)}</td>
                  <td>{sigma === null ? '–' : signedText(sigma, 2)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </details>
  );
});
