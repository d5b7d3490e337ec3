import type { FitReport, FittedParameter } from '../../analysis/analysisTypes.ts';
import { parameterAt } from '../../model/paths.ts';
import { SymbolText } from '../controls/SymbolText.tsx';
import { formatNumber } from '../format/number.ts';
import { formatMeasurement } from '../format/pdg.ts';
import { withUnit } from '../format/units.ts';
import { ownerOf } from './reportWords.ts';

function BestCell({ parameter }: { readonly parameter: FittedParameter }) {
  const { value, error, atBound, lower, upper } = parameter;
  if (atBound !== null) {
    return (
      <td class="fit-held">
        {formatNumber(value)}{' '}
        <span title={`held at ${formatNumber(atBound === 'lower' ? lower : upper)}`}>! {atBound} bound</span>
      </td>
    );
  }
  return (
    <td>
      <b>{formatMeasurement(value, error)}</b>
      {error === null && <span class="fit-held"> ! no error</span>}
    </td>
  );
}

/** The free parameters with best value and error, rounded by the PDG rule. */
export function FitTable({ report }: { readonly report: FitReport }) {
  return (
    <table class="fit-table">
      <caption class="visually-hidden">Best values and standard errors</caption>
      <thead>
        <tr>
          <th scope="col" colSpan={2}>
            Parameter
          </th>
          <th scope="col" title="best value and standard error from the curvature of χ² at the minimum">
            Best ± error
          </th>
          <th scope="col">Start</th>
        </tr>
      </thead>
      <tbody>
        {report.parameters.map((fitted) => {
          const parameter = parameterAt(report.scenario, fitted.path);
          if (!parameter || parameter.kind === 'choice') return null;
          const owner = ownerOf(report.scenario, fitted.path);
          return (
            <tr key={fitted.path}>
              <td>
                <SymbolText symbol={parameter.symbol} />
              </td>
              <th scope="row">
                {withUnit(`${parameter.label}${parameter.unit === 'none' ? '' : ','}`, parameter.unit)}
                {owner !== null && <small> {owner}</small>}
              </th>
              <BestCell parameter={fitted} />
              <td class="fit-start">{formatNumber(fitted.start)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
