import type { FitReport } from '../../analysis/analysisTypes.ts';
import { parameterAt } from '../../model/paths.ts';
import { fixedText } from '../../plot/numberText.ts';
import { SymbolText } from '../controls/SymbolText.tsx';
import { fitWords } from './fitWords.ts';
import { parameterName } from './reportWords.ts';

/** From here a third decimal is needed to see that it is not 1. */
const NEARLY_ONE = 0.995;

/** The lower half of the correlation matrix, shaded by size, with signs. */
export function CorrelationTable({ report }: { readonly report: FitReport }) {
  const { errorsFor, correlation, scenario } = report;
  if (errorsFor.length < 2) return null;
  const heading = (path: string) => {
    const symbol = parameterAt(scenario, path)?.symbol;
    const name = parameterName(scenario, path);
    return <abbr title={name}>{symbol ? <SymbolText symbol={symbol} /> : name}</abbr>;
  };
  const columns = errorsFor.slice(0, -1);
  return (
    <table class="correlation">
      <caption>{fitWords().correlation}</caption>
      <tbody>
        {errorsFor.slice(1).map((path, above) => (
          <tr key={path}>
            <th scope="row">{heading(path)}</th>
            {columns.map((column, index) => {
              const value = correlation[above + 1]?.[index];
              if (index > above || value === undefined) return <td key={column} class="correlation-empty" />;
              return (
                <td
                  key={column}
                  class={value < 0 ? 'correlation-minus' : 'correlation-plus'}
                  style={{ '--size': `${Math.round(Math.abs(value) * 60)}%` }}
                >
                  {fixedText(value, Math.abs(value) > NEARLY_ONE ? 3 : 2)}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td />
          {columns.map((path) => (
            <th key={path} scope="col">
              {heading(path)}
            </th>
          ))}
        </tr>
      </tfoot>
    </table>
  );
}
