import { computed } from '@preact/signals';
import { Fragment } from 'preact';
import { useMemo } from 'preact/hooks';
import type { PlacedParameter } from '../../model/paths.ts';
import { SymbolText } from '../controls/SymbolText.tsx';
import { formatNumber } from '../format/number.ts';
import { withUnit } from '../format/units.ts';
import { useApp } from '../state/context.ts';
import { valueIfPlaced } from '../state/modifications.ts';
import { parameterLabel } from '../words/modelWords.ts';
import { parametersWords } from './parametersWords.ts';

/** Values that stand in the line; the others are behind its button. */
const NAMED = 3;

interface FoldedRowsProps {
  readonly rows: readonly PlacedParameter[];
  readonly unfolded: boolean;
  readonly onUnfold: (unfolded: boolean) => void;
}

/** The rows that the basic level hides, in one line: the first values, and a button that shows all. */
export function FoldedRows({ rows, unfolded, onUnfold }: FoldedRowsProps) {
  const { store } = useApp();
  const words = parametersWords().groups;
  const numbers = useMemo(
    () =>
      computed(() =>
        rows.flatMap(({ path, parameter }) => {
          const value = valueIfPlaced(store.scenario.value, path);
          if (parameter.kind === 'choice' || typeof value !== 'number') return [];
          return [{ path, parameter, text: withUnit(formatNumber(value), parameter.unit) }];
        }),
      ),
    [store, rows],
  ).value;
  if (unfolded) {
    return (
      <p class="folded">
        <button type="button" class="text-button" onClick={() => onUnfold(false)}>
          {words.fewer}
        </button>
      </p>
    );
  }
  const named = numbers.slice(0, NAMED);
  const more = rows.length - named.length;
  return (
    <p class="folded">
      {named.length > 0 && (
        <span class="folded-values">
          {named.map(({ path, parameter, text }, index) => (
            <Fragment key={path}>
              {index > 0 && ' · '}
              <span title={parameterLabel(parameter)}>
                <SymbolText symbol={parameter.symbol} /> {text}
              </span>
            </Fragment>
          ))}
        </span>
      )}
      <button type="button" class="text-button" onClick={() => onUnfold(true)}>
        {more > 0 && named.length > 0 ? words.more(more) : words.moreValues(rows.length)}
      </button>
    </p>
  );
}
