import type { NullableNumberParameter, NumberParameter } from '../../model/parameters.ts';
import { formatNumber } from '../format/number.ts';
import { withUnit } from '../format/units.ts';

interface RowHelpProps {
  readonly id: string;
  readonly path: string;
  readonly parameter: NumberParameter | NullableNumberParameter;
  readonly warning: string | null;
  readonly onTake: (value: number) => void;
}

/** What a parameter does to the curve, what it may be, and which papers use which value. */
export function RowHelp({ id, path, parameter, warning, onTake }: RowHelpProps) {
  const [least, most] = parameter.range;
  return (
    <div class="row-help" id={id}>
      {warning !== null && <p class="row-help-warning">{warning}</p>}
      <p>{parameter.help}</p>
      {parameter.published.length > 0 && (
        <ul>
          {parameter.published.map(({ value, paper }) => (
            <li key={`${value} ${paper}`}>
              <button type="button" class="text-button" onClick={() => onTake(value)}>
                {withUnit(formatNumber(value), parameter.unit)}
              </button>{' '}
              {paper}
            </li>
          ))}
        </ul>
      )}
      <p class="row-help-range">
        Allowed: {formatNumber(least)} to {withUnit(formatNumber(most), parameter.unit)}. In files: <code>{path}</code>
      </p>
    </div>
  );
}
