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
import { RowHelp } from './RowHelp.tsx';
import { RowNote } from './RowNote.tsx';

export interface NumberRowProps {
  readonly path: string;
  readonly parameter: NumberParameter | NullableNumberParameter;
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

/** `symbol label [value] [unit] --o-- lock reset` */
export function NumberRow(props: NumberRowProps) {
  const {
    path,
    parameter,
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
  const [helpOpen, setHelpOpen] = useState(false);
  const messageId = `${id}-message`;
  const [low, high] = parameter.slider;
  const outside = value !== null && (value < low || value > high);
  const resettable = original !== undefined && original !== value && !isLocked;
  const originalText = typeof original === 'number' ? withUnit(formatNumber(original), parameter.unit) : 'off';
  const startValue = parameter.kind === 'nullable-number' ? (original ?? parameter.start) : null;

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
        aria-controls={`${id}-help`}
        title={parameter.help}
        onClick={() => setHelpOpen(!helpOpen)}
      >
        {parameter.label}
      </button>
      {value === null ? (
        <span class="row-off">off</span>
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
            label={parameter.label}
            path={path}
            messageId={message === null ? undefined : messageId}
            onValue={(next) => onValue(next, null)}
            onError={props.onError}
            onEscape={props.onDismiss}
          />
        </span>
      )}
      <span class="row-unit">{value === null ? '' : UNIT_TEXT[parameter.unit]}</span>
      {free === null || value === null || isLocked ? (
        <span />
      ) : (
        <button
          type="button"
          class="icon-button row-lock"
          aria-pressed={free}
          aria-label={`${parameter.label}: ${free ? 'free' : 'fixed'} in the fit`}
          title={free ? 'free in the fit; click to fix' : 'fixed in the fit; click to free'}
          onClick={() => props.onFree(!free)}
        >
          <Icon name={free ? 'free' : 'fixed'} />
        </button>
      )}
      {resettable ? (
        <button
          type="button"
          class="icon-button row-reset"
          aria-label={`${parameter.label}: back to ${originalText}`}
          title={`back to ${originalText}`}
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
          label={`${parameter.label} on or off`}
          onSwitch={(on) => onValue(on ? startValue : null, null)}
        />
      )}
      {value === null ? (
        <span class="row-when-off">{parameter.kind === 'nullable-number' ? parameter.whenNull : ''}</span>
      ) : (
        <Track
          disabled={isLocked}
          parameter={parameter}
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
      {outside && message === null && (
        <RowNote kind="note">
          {`beyond the slider, which goes from ${formatNumber(low)} to ${withUnit(formatNumber(high), parameter.unit)}`}
        </RowNote>
      )}
      {helpOpen && (
        <RowHelp
          id={`${id}-help`}
          path={path}
          parameter={parameter}
          warning={warning}
          onTake={(published) => !isLocked && onValue(published, null)}
        />
      )}
    </div>
  );
}
