import { useId, useState } from 'preact/hooks';
import type { NullableNumberParameter, NumberParameter } from '../../model/parameters.ts';
import { UNIT_TEXT } from '../../model/parameters.ts';
import { Icon } from '../controls/Icon.tsx';
import { Switch } from '../controls/Switch.tsx';
import { SymbolText } from '../controls/SymbolText.tsx';
import { Track } from '../controls/Track.tsx';
import { ValueField } from '../controls/ValueField.tsx';
import { formatNumber } from '../format/number.ts';
import { withUnit } from '../format/units.ts';
import { parameterHelp, parameterLabel, whenNullText } from '../words/modelWords.ts';
import { PriorNote, PriorSlot } from './PriorSlot.tsx';
import { parametersWords } from './parametersWords.ts';
import { RowHelp } from './RowHelp.tsx';
import { RowNote } from './RowNote.tsx';
import { useSlider } from './useSlider.ts';

export interface NumberRowProps {
  readonly path: string;
  readonly parameter: NumberParameter | NullableNumberParameter;
  /** What stands in the row; the label of the declaration unless given. */
  readonly label?: string;
  /** Name for screen readers where the label alone would not tell rows apart. */
  readonly name?: string | undefined;
  readonly value: number | null;
  /** Value of the preset; undefined where the preset has no such place. */
  readonly original: number | null | undefined;
  /** Free in the fit; null where a fit cannot free it. */
  readonly free: boolean | null;
  readonly canSwitch: boolean;
  readonly fitted: { readonly value: number; readonly error: number } | null;
  /** Why the last input of this row was refused. */
  readonly message: string | null;
  /** What the last value changed elsewhere. */
  readonly sideEffect?: string | null;
  /** Fit while dragging: whether the row is the one that is held, or one that follows. */
  readonly follow?: 'held' | 'follows' | null;
  /** Whether it may not be changed now. */
  readonly isLocked?: boolean;
  /** What is questionable about the value. */
  readonly warning: string | null;
  readonly onValue: (value: number | null, gesture: 'drag' | 'keys' | null) => boolean;
  readonly onGestureEnd: () => void;
  readonly onFree: (free: boolean) => void;
  readonly onError: (error: unknown) => void;
  readonly onDismiss: () => void;
}

/** The padlock: free in the fit or fixed. */
function Lock({ name, free, onFree }: { name: string; free: boolean; onFree: (free: boolean) => void }) {
  const words = parametersWords().row;
  return (
    <button
      type="button"
      class="icon-button row-lock"
      aria-pressed={free}
      aria-label={free ? words.free(name) : words.fixed(name)}
      title={free ? words.freeHelp : words.fixedHelp}
      onClick={() => onFree(!free)}
    >
      <Icon name={free ? 'free' : 'fixed'} />
    </button>
  );
}

/** `symbol label [value] [unit] --o-- lock reset` */
export function NumberRow(props: NumberRowProps) {
  const {
    path,
    parameter: declared,
    label = parameterLabel(declared),
    name = label,
    value,
    original,
    free,
    canSwitch,
    message,
    sideEffect = null,
    warning,
    follow,
    isLocked = false,
    onValue,
  } = props;
  const id = useId();
  const words = parametersWords().row;
  const [helpOpen, setHelpOpen] = useState(false);
  const { parameter, isWidened, narrow } = useSlider(declared, value, original);
  const messageId = `${id}-message`;
  const [low, high] = parameter.slider;
  const [lowText, highText] = [formatNumber(low), withUnit(formatNumber(high), parameter.unit)];
  const resettable = original !== undefined && original !== value && !isLocked;
  const originalText = typeof original === 'number' ? withUnit(formatNumber(original), parameter.unit) : words.off;
  const startValue = declared.kind === 'nullable-number' ? (original ?? declared.start) : null;

  return (
    <div
      class={`row ${warning === null ? '' : 'row-warned'} ${canSwitch ? 'row-switched' : ''} ${follow ? `row-${follow}` : ''}`}
      data-path={path}
    >
      <SymbolText symbol={parameter.symbol} />
      <button
        type="button"
        class="row-label"
        aria-expanded={helpOpen}
        aria-controls={helpOpen ? `${id}-help` : undefined}
        aria-label={name === label ? undefined : name}
        title={parameterHelp(declared)}
        onClick={() => setHelpOpen(!helpOpen)}
        onDblClick={() => resettable && onValue(original, null)}
      >
        {label}
      </button>
      {value === null ? (
        <span class="row-off">{words.off}</span>
      ) : (
        <span class="row-value">
          {warning !== null && (
            <span class="row-warning" title={warning}>
              !<span class="visually-hidden"> {warning}</span>
            </span>
          )}
          <ValueField
            readOnly={isLocked}
            value={value}
            unit={parameter.unit}
            label={name}
            path={path}
            messageId={message === null ? undefined : messageId}
            onValue={(next) => onValue(next, null)}
            onError={props.onError}
            onEscape={props.onDismiss}
          />
        </span>
      )}
      <span class="row-unit">{value === null ? '' : UNIT_TEXT[parameter.unit]}</span>
      {free === null || value === null || isLocked ? <span /> : <Lock name={name} free={free} onFree={props.onFree} />}
      {resettable ? (
        <button
          type="button"
          class="icon-button row-reset"
          aria-label={words.backOf(name, originalText)}
          title={words.back(originalText)}
          onClick={() => onValue(original, null)}
        >
          <Icon name="reset" />
        </button>
      ) : (
        <span />
      )}
      {canSwitch && (
        <Switch
          disabled={isLocked}
          on={value !== null}
          label={words.onOff(name)}
          onSwitch={(on) => onValue(on ? startValue : null, null)}
        />
      )}
      {value === null ? (
        <span class="row-when-off">{declared.kind === 'nullable-number' ? whenNullText(declared) : ''}</span>
      ) : (
        <Track
          disabled={isLocked}
          parameter={parameter}
          label={name}
          value={value}
          original={original ?? null}
          fitted={props.fitted}
          onValue={onValue}
          onGestureEnd={props.onGestureEnd}
        />
      )}
      {message !== null && (
        <RowNote id={messageId} kind="error">
          {message}
        </RowNote>
      )}
      {sideEffect !== null && <RowNote kind="side-effect">{sideEffect}</RowNote>}
      {value !== null && (value < low || value > high) && message === null && (
        <RowNote kind="note">{words.beyond(lowText, highText)}</RowNote>
      )}
      {value !== null && isWidened && (
        <RowNote kind="note">
          {words.widened(lowText, highText)}{' '}
          {narrow && (
            <button type="button" class="text-button" aria-label={words.narrowName(name)} onClick={narrow}>
              {words.narrow}
            </button>
          )}
        </RowNote>
      )}
      {free === true && !helpOpen && <PriorNote path={path} unit={parameter.unit} />}
      {helpOpen && (
        <RowHelp
          id={`${id}-help`}
          path={path}
          parameter={declared}
          name={name}
          warning={warning}
          onTake={(published) => !isLocked && onValue(published, null)}
        >
          {free === true && value !== null && (
            <PriorSlot
              path={path}
              parameter={declared}
              name={name}
              value={value}
              error={props.fitted?.error ?? null}
              isLocked={isLocked}
            />
          )}
        </RowHelp>
      )}
    </div>
  );
}
