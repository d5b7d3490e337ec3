import { useEffect, useRef, useState } from 'preact/hooks';
import type { Unit } from '../../model/parameters.ts';
import { editText, formatNumber } from '../format/number.ts';
import { readNumber } from '../format/readNumber.ts';
import { withUnit } from '../format/units.ts';

interface ValueFieldProps {
  readonly value: number;
  readonly unit: Unit;
  /** Name in sentences and for screen readers. */
  readonly label: string;
  readonly path: string;
  /** Id of the sentence that says why the typed value was refused. */
  readonly messageId?: string | undefined;
  /** Takes a number; returns whether it was accepted. */
  readonly onValue: (value: number) => boolean;
  /** The typed text is no number. */
  readonly onError: (error: unknown) => void;
  /** The typed text was given up. */
  readonly onEscape: () => void;
  /** Shown and not to be typed into. */
  readonly readOnly?: boolean;
}

/**
 * A number that is read at rest (`2.00 × 10²⁸`) and exact when edited (`2.00e28`).
 *
 * Enter or leaving the field takes the value, Escape gives the text up. A refused text stays, so that it can be mended.
 */
export function ValueField({
  value,
  unit,
  label,
  path,
  messageId,
  onValue,
  onError,
  onEscape,
  readOnly = false,
}: ValueFieldProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);

  // The value changed elsewhere (slider, undo, fit): a text that waits for mending is out of date.
  useEffect(() => {
    setDraft(document.activeElement === input.current ? editText(value) : null);
  }, [value]);

  // A refused text without the sentence that refuses it would pass for the value.
  useEffect(() => {
    if (messageId === undefined && document.activeElement !== input.current) setDraft(null);
  }, [messageId]);

  const take = (text: string): boolean => {
    if (text === editText(value)) {
      if (messageId !== undefined) onEscape();
      return true;
    }
    try {
      return onValue(readNumber(text, unit, path, label));
    } catch (error) {
      onError(error);
      return false;
    }
  };

  return (
    <input
      ref={input}
      class="value-field"
      type="text"
      inputMode="decimal"
      autocomplete="off"
      spellcheck={false}
      readOnly={readOnly}
      aria-label={withUnit(`${label},`, unit).replace(/,$/, '')}
      aria-invalid={messageId !== undefined}
      aria-describedby={messageId}
      value={draft ?? formatNumber(value)}
      onFocus={(event) => {
        const field = event.currentTarget;
        if (draft === null) setDraft(editText(value));
        requestAnimationFrame(() => field.select());
      }}
      onInput={(event) => setDraft(event.currentTarget.value)}
      onBlur={() => {
        if (draft !== null && take(draft)) setDraft(null);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && draft !== null) take(draft);
        if (event.key === 'Escape') {
          setDraft(editText(value));
          onEscape();
        }
      }}
    />
  );
}
