import { useMemo, useState } from 'preact/hooks';
import type { NullableNumberParameter, NumberParameter } from '../../model/parameters.ts';
import { sliderHolding } from '../controls/widenedSlider.ts';

type RowParameter = NumberParameter | NullableNumberParameter;

interface Widened {
  readonly declared: RowParameter;
  readonly original: number | null | undefined;
  readonly parameter: RowParameter;
}

/**
 * The slider of a row: as declared, or wider once a value was beyond it. It stays wide, so that a hand can move the value around
 * there, until it is made narrow again or another preset is opened.
 */
export function useSlider(declared: RowParameter, value: number | null, original: number | null | undefined) {
  const [kept, keep] = useState<Widened | null>(null);
  const isOfThisRow = kept !== null && kept.declared === declared && kept.original === original;
  const present = isOfThisRow ? kept.parameter : declared;
  const slider = value === null ? present.slider : sliderHolding(declared, present.slider, value);
  const [low, high] = slider;
  const parameter = useMemo(
    () =>
      present.slider[0] === low && present.slider[1] === high ? present : { ...declared, slider: [low, high] as const },
    [declared, present, low, high],
  );
  if (parameter !== present) keep({ declared, original, parameter });
  const holds = value === null || (value >= declared.slider[0] && value <= declared.slider[1]);
  return {
    parameter,
    isWidened: parameter !== declared,
    /** Makes it narrow again; null while the value lies beyond. */
    narrow: holds ? () => keep(null) : null,
  };
}
