import { useId, useState } from 'preact/hooks';
import { Icon } from '../controls/Icon.tsx';

interface ChoiceRowProps<Value extends string> {
  readonly path: string;
  readonly label: string;
  readonly options: Readonly<Record<Value, string>>;
  readonly value: Value;
  /** Value of the preset; undefined where the preset has no such place. */
  readonly original: Value | undefined;
  readonly help: string;
  readonly message: string | null;
  readonly onChoose: (value: Value) => void;
}

/** One of a few words. */
export function ChoiceRow<Value extends string>(props: ChoiceRowProps<Value>) {
  const { path, label, options, value, original, help, message, onChoose } = props;
  const id = useId();
  const [helpOpen, setHelpOpen] = useState(false);
  return (
    <div class="row row-choice" data-path={path}>
      <span />
      <button
        type="button"
        class="row-label"
        aria-expanded={helpOpen}
        aria-controls={`${id}-help`}
        title={help}
        onClick={() => setHelpOpen(!helpOpen)}
      >
        {label}
      </button>
      <select
        aria-label={label}
        aria-describedby={message === null ? undefined : `${id}-message`}
        value={value}
        onChange={(event) => onChoose(event.currentTarget.value as Value)}
      >
        {(Object.entries(options) as [Value, string][]).map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
      {original !== undefined && original !== value ? (
        <button
          type="button"
          class="icon-button row-reset"
          aria-label={`${label}: back to ${options[original]}`}
          title={`back to ${options[original]}`}
          onClick={() => onChoose(original)}
        >
          <Icon name="reset" />
        </button>
      ) : (
        <span />
      )}
      {message !== null && (
        <p id={`${id}-message`} class="row-note row-error" role="alert">
          {message}
        </p>
      )}
      {helpOpen && (
        <div class="row-help" id={`${id}-help`}>
          <p>{help}</p>
        </div>
      )}
    </div>
  );
}
