import type { Evaluation } from '../../analysis/analysisTypes.ts';
import type { MeasuredQuantity } from '../../data/measuredQuantities.ts';
import { significantText } from '../../plot/numberText.ts';
import { type Quantity, weightFlux } from '../../plot/quantity.ts';
import type { ShownBand } from '../state/band.ts';
import { AxisNameText } from './SpectrumToolbar.tsx';
import { seriesName } from './seriesTitle.ts';
import { spectrumWords } from './spectrumWords.ts';

interface CurveTableProps {
  readonly evaluation: Evaluation;
  readonly measured: MeasuredQuantity;
  readonly quantity: Quantity;
  readonly band: ShownBand | null;
}

/** A number with four significant digits, or a dash where there is none. */
function numberText(value: number | undefined): string {
  return value === undefined || !Number.isFinite(value) ? '–' : significantText(value, 4);
}

/** Every curve of the plot in numbers: total, components, band of a posterior, cooling time. */
export function CurveTable({ evaluation, measured, quantity, band }: CurveTableProps) {
  const words = spectrumWords();
  const { energies_GeV, total, components } = evaluation.curve;
  // The band is made on the energies of the curves; that of an earlier scenario may have others.
  const edges = band !== null && band.energies_GeV.length === energies_GeV.length ? band : null;
  return (
    <table>
      <caption>
        <span>
          {words.curveCaption.before}
          <AxisNameText quantity={quantity} measured={measured} />
          {words.curveCaption.after(String(energies_GeV.length))}
        </span>
      </caption>
      <thead>
        <tr>
          <th scope="col">{words.columnEnergy}</th>
          <th scope="col">{words.total}</th>
          {edges !== null && (
            <>
              <th scope="col">{words.columnBandLow}</th>
              <th scope="col">{words.columnBandHigh}</th>
            </>
          )}
          {components.map((component, index) => (
            <th key={index} scope="col">
              {seriesName(component)}
            </th>
          ))}
          <th scope="col">{words.columnCooling}</th>
        </tr>
      </thead>
      <tbody>
        {Array.from(energies_GeV, (energy, index) => {
          const at = (flux: Float64Array) => numberText(weightFlux(quantity, energy, flux[index] ?? Number.NaN));
          return (
            <tr key={index}>
              <th scope="row">{significantText(energy, 4)}</th>
              <td>{at(total)}</td>
              {edges !== null && (
                <>
                  <td>{at(edges.lower)}</td>
                  <td>{at(edges.upper)}</td>
                </>
              )}
              {components.map(({ flux }, component) => (
                <td key={component}>{at(flux)}</td>
              ))}
              <td>{numberText(evaluation.coolingTime_kyr[index])}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
