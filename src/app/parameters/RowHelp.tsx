import type { ComponentChildren } from 'preact';
import type { NullableNumberParameter, NumberParameter } from '../../model/parameters.ts';
import { controlsWords } from '../controls/controlsWords.ts';
import { formatNumber } from '../format/number.ts';
import { withUnit } from '../format/units.ts';
import { parameterHelp, publishedText } from '../words/modelWords.ts';
import { parametersWords } from './parametersWords.ts';

interface RowHelpProps {
  readonly id: string;
  readonly path: string;
  readonly parameter: NumberParameter | NullableNumberParameter;
  readonly name: string;
  readonly warning: string | null;
  readonly onTake: (value: number) => void;
  /** What else there is to the parameter. */
  readonly children?: ComponentChildren;
}

/** What a parameter does to the curve, what it may be, and which papers use which value. */
export function RowHelp({ id, path, parameter, name, warning, onTake, children }: RowHelpProps) {
  const [least, most] = parameter.range;
  const words = parametersWords().row;
  const { take } = controlsWords();
  return (
    <div class="row-help" id={id}>
      {warning !== null && <p class="row-help-warning">{warning}</p>}
      <p>{parameterHelp(parameter)}</p>
      {parameter.published.length > 0 && (
        <ul>
          {parameter.published.map(({ value, paper }) => {
            const text = withUnit(formatNumber(value), parameter.unit);
            return (
              <li key={`${value} ${paper}`}>
                <button
                  type="button"
                  class="text-button"
                  aria-label={take(`${name} ${text}: ${publishedText(paper)}`)}
                  onClick={() => onTake(value)}
                >
                  {text}
                </button>{' '}
                {publishedText(paper)}
              </li>
            );
          })}
        </ul>
      )}
      <p class="row-help-range">
        {words.allowed(formatNumber(least), withUnit(formatNumber(most), parameter.unit))}
        <code>{path}</code>
      </p>
      {children}
    </div>
  );
}
