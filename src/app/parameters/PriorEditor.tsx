import { useComputed } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { NullableNumberParameter, NumberParameter } from '../../model/parameters.ts';
import { UNIT_TEXT, type Unit } from '../../model/parameters.ts';
import type { Prior } from '../../model/scenario.ts';
import { ValueField } from '../controls/ValueField.tsx';
import { useApp } from '../state/context.ts';
import { messageFor } from '../state/message.ts';
import { editorsWords } from './editorsWords.ts';
import { type Distribution, priorInWords, priorProblem, startingPrior, withPrior } from './priorEdits.ts';
import { RowNote } from './RowNote.tsx';

export interface PriorEditorProps {
  readonly path: string;
  readonly parameter: NumberParameter | NullableNumberParameter;
  /** Name of the parameter. */
  readonly name: string;
  readonly value: number;
  /** Its standard error in the last fit. */
  readonly error: number | null;
  readonly isLocked: boolean;
  readonly prior: Prior | null;
}

type PriorNumber = 'low' | 'high' | 'mean' | 'standardDeviation';
const NUMBERS: Readonly<Record<Distribution, readonly PriorNumber[]>> = {
  uniform: ['low', 'high'],
  'log-uniform': ['low', 'high'],
  gaussian: ['mean', 'standardDeviation'],
};

/** The stated prior of a free parameter, in one line. */
export function PriorNote({ prior, unit }: { readonly prior: Prior; readonly unit: Unit }) {
  return <RowNote kind="note">{priorInWords(prior, unit)}</RowNote>;
}

/** What is known of a parameter before the data: a distribution and its two numbers. */
export function PriorEditor({ path, parameter, name, value, error, isLocked, prior }: PriorEditorProps) {
  const { store } = useApp();
  const id = useId();
  const words = editorsWords().prior;
  const row = `fit.priors[${path}]`;
  const message = useComputed(() => (store.message.value?.row === row ? store.message.value.text : null)).value;
  const state = (next: Prior | null): boolean => {
    const problem = next && priorProblem(next, parameter);
    if (problem !== null) {
      store.say({ row, text: problem });
      return false;
    }
    return store.change((scenario) => withPrior(scenario, path, next), { change: words.change(name), row });
  };
  const choose = (chosen: Distribution | 'none') =>
    state(
      chosen === 'none' ? null : startingPrior(path, chosen, parameter, { value, error, before: prior ?? undefined }),
    );
  const present = prior?.distribution ?? 'none';
  return (
    <div class="prior">
      <label class="prior-choice" title={words.help}>
        <span>{words.label}</span>
        <select
          aria-label={words.name(name)}
          disabled={isLocked}
          value={present}
          onChange={(event) => {
            choose(event.currentTarget.value as Distribution | 'none');
            // A refused choice leaves the state as it was; the list must show the state.
            event.currentTarget.value =
              store.scenario.peek().fit.priors.find((one) => one.path === path)?.distribution ?? 'none';
          }}
        >
          {Object.entries(words.distributions).map(([distribution, text]) => (
            <option key={distribution} value={distribution}>
              {text}
            </option>
          ))}
        </select>
      </label>
      {prior !== null && (
        <p class="prior-numbers">
          {NUMBERS[prior.distribution].map((key) => (
            <span key={key}>
              {words[key]}{' '}
              <ValueField
                readOnly={isLocked}
                value={(prior as Prior & Record<PriorNumber, number>)[key]}
                unit={parameter.unit}
                label={words.fieldName(words[key], name)}
                path={row}
                messageId={message === null ? undefined : `${id}-message`}
                onValue={(next) => state({ ...prior, [key]: next })}
                onError={(thrown) => store.say(messageFor(thrown, store.scenario.peek(), row))}
                onEscape={store.dismiss}
              />
            </span>
          ))}
          <span class="row-unit">{UNIT_TEXT[parameter.unit]}</span>
        </p>
      )}
      {message !== null && (
        <RowNote id={`${id}-message`} kind="error">
          {message}
        </RowNote>
      )}
    </div>
  );
}
