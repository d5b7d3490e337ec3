import { useId, useState } from 'preact/hooks';
import { Icon } from '../controls/Icon.tsx';
import { parametersWords } from './parametersWords.ts';
import { RowNote } from './RowNote.tsx';

interface ChoiceRowProps<Value extends string> {
  readonly path: string;
  readonly label: string;
  /** Name for screen readers where the label alone would not tell rows apart. */
  readonly name?: string | undefined;
  readonly options: Readonly<Record<Value, string>>;
  readonly value: Value;
  /** Value of the preset; undefined where the preset has no such place. */
  readonly original: Value | undefined;
  readonly help: string;
  readonly message: string | null;
  /** What the last choice changed elsewhere. */
  readonly sideEffect?: string | null;
  /** Whether it may not be changed now. */
  readonly isLocked?: boolean;
  readonly onChoose: (value: Value) => void;
}

/** Letters of label and longest option that fit beside each other. */
const ONE_LINE = 44;

/** One of a few words; where there is one only, it is said and nothing is to choose. */
export function ChoiceRow<Value extends string>(props: ChoiceRowProps<Value>) {
  const { path, label, name = label, options, value, original, help, message, sideEffect = null } = props;
  const { isLocked = false, onChoose } = props;
  const words = parametersWords().row;
  const id = useId();
  const [helpOpen, setHelpOpen] = useState(false);
  const texts = Object.values<string>(options);
  const longest = Math.max(...texts.map((text) => text.length));
  const isLong = label.length + longest > ONE_LINE;
  return (
    <div class={`row row-choice ${isLong ? 'row-choice-long' : ''}`} data-path={path}>
      <span />
      <button
        type="button"
        class="row-label"
        aria-expanded={helpOpen}
        aria-controls={helpOpen ? `${id}-help` : undefined}
        aria-label={name === label ? undefined : name}
        title={help}
        onClick={() => setHelpOpen(!helpOpen)}
        onDblClick={() => original !== undefined && original !== value && !isLocked && onChoose(original)}
      >
        {label}
      </button>
      {texts.length === 1 ? (
        <span class="row-only">{options[value]}</span>
      ) : (
        <select
          disabled={isLocked}
          aria-label={name}
          aria-describedby={message === null ? undefined : `${id}-message`}
          value={value}
          onChange={(event) => {
            onChoose(event.currentTarget.value as Value);
            // A refused choice leaves the state as it was; the list must show the state.
            event.currentTarget.value = value;
          }}
        >
          {(Object.entries(options) as [Value, string][]).map(([option, text]) => (
            <option key={option} value={option}>
              {text}
            </option>
          ))}
        </select>
      )}
      {original !== undefined && original !== value && !isLocked ? (
        <button
          type="button"
          class="icon-button row-reset"
          aria-label={words.backOf(name, options[original])}
          title={words.back(options[original])}
          onClick={() => onChoose(original)}
        >
          <Icon name="reset" />
        </button>
      ) : (
        <span />
      )}
      {message !== null && (
        <RowNote id={`${id}-message`} kind="error">
          {message}
        </RowNote>
      )}
      {sideEffect !== null && <RowNote kind="side-effect">{sideEffect}</RowNote>}
      {helpOpen && (
        <div class="row-help" id={`${id}-help`}>
          <p>{help}</p>
        </div>
      )}
    </div>
  );
}
