import { useRef, useState } from 'preact/hooks';
import type { NullableNumberParameter, NumberParameter } from '../../model/parameters.ts';
import { formatNumber, spokenNumber } from '../format/number.ts';
import { spokenUnit, withUnit } from '../format/units.ts';
import { memo } from '../memo.ts';
import { publishedText } from '../words/modelWords.ts';
import { controlsWords } from './controlsWords.ts';
import { keySteps, steppedValue, TRACK_STEPS, trackPosition, valueAtTrack } from './sliderScale.ts';
import { useWheelSteps } from './useWheelSteps.ts';

type TrackParameter = NumberParameter | NullableNumberParameter;

interface TrackProps {
  readonly parameter: TrackParameter;
  /** Name of the slider. */
  readonly label: string;
  readonly value: number;
  /** Value of the preset, if it has one here. */
  readonly original: number | null;
  /** Best value and error of the last fit. */
  readonly fitted: { readonly value: number; readonly error: number } | null;
  readonly onValue: (value: number, gesture: 'drag' | 'keys' | null) => void;
  readonly onGestureEnd: () => void;
  /** Shown and not to be moved. */
  readonly disabled?: boolean;
}

interface PublishedTicksProps {
  readonly parameter: TrackParameter;
  readonly onValue: (value: number, gesture: null) => void;
}

/**
 * The published values within the slider, to click on; the one under the pointer says its name.
 *
 * For keyboard and screen reader the same values stand as buttons in the help of the row: here they would make the way by Tab
 * long, and hang within a point of each other.
 */
const PublishedTicks = memo(function PublishedTicks({ parameter, onValue }: PublishedTicksProps) {
  const [named, name] = useState<string | null>(null);
  const [low, high] = parameter.slider;
  const words = controlsWords();
  return (
    <>
      <span aria-hidden="true">
        {parameter.published
          .filter(({ value }) => value >= low && value <= high)
          .map(({ value, paper }) => {
            const text = `${withUnit(formatNumber(value), parameter.unit)}: ${publishedText(paper)}`;
            return (
              <button
                key={text}
                type="button"
                class="track-published"
                tabIndex={-1}
                style={{ '--part': trackPosition(parameter, value) / TRACK_STEPS }}
                aria-label={words.take(text)}
                onPointerEnter={() => name(text)}
                onPointerLeave={() => name(null)}
                // The focus stays where it is, not on what is hidden from it.
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => onValue(value, null)}
              />
            );
          })}
      </span>
      {named !== null && (
        <span class="track-name" aria-hidden="true">
          {named}
        </span>
      )}
    </>
  );
});

/** The slider of a parameter with its marks: preset, published values, change since the preset, error of the last fit. */
export function Track(props: TrackProps) {
  const { parameter, label, value, original, fitted, onValue, onGestureEnd, disabled = false } = props;
  const input = useRef<HTMLInputElement>(null);
  const position = trackPosition(parameter, value);
  const part = (at: number) => trackPosition(parameter, at) / TRACK_STEPS;
  const span = (from: number, to: number) => {
    const [start, end] = [from, to].map(part).sort((a, b) => a - b) as [number, number];
    return { '--part': start, '--length': end - start };
  };
  useWheelSteps(input, (steps) => onValue(steppedValue(parameter, value, steps), 'keys'), onGestureEnd);

  return (
    <span class="track">
      {fitted && (
        <span class="track-mark track-fitted" style={span(fitted.value - fitted.error, fitted.value + fitted.error)} />
      )}
      {original !== null && original !== value && <span class="track-mark track-moved" style={span(original, value)} />}
      {original !== null && <span class="track-mark track-preset" style={{ '--part': part(original) }} />}
      <input
        ref={input}
        type="range"
        disabled={disabled}
        min={0}
        max={TRACK_STEPS}
        step={1}
        value={Math.round(position)}
        aria-label={label}
        aria-valuetext={`${spokenNumber(value)} ${spokenUnit(parameter.unit)}`.trim()}
        onInput={(event) => onValue(valueAtTrack(parameter, event.currentTarget.valueAsNumber), 'drag')}
        onChange={(event) => {
          // A refused value leaves the state as it was; the knob must show the state.
          event.currentTarget.valueAsNumber = Math.round(trackPosition(parameter, value));
          onGestureEnd();
        }}
        onPointerUp={onGestureEnd}
        onPointerCancel={onGestureEnd}
        onKeyDown={(event) => {
          if (event.ctrlKey || event.metaKey || event.altKey) return;
          const steps = keySteps(event.key, event.shiftKey);
          if (steps === null) return;
          event.preventDefault();
          const [low, high] = parameter.slider;
          onValue(steps === 'start' ? low : steps === 'end' ? high : steppedValue(parameter, value, steps), 'keys');
        }}
        onKeyUp={onGestureEnd}
        onBlur={onGestureEnd}
      />
      {!disabled && <PublishedTicks parameter={parameter} onValue={onValue} />}
    </span>
  );
}
