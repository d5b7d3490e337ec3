import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** Way of a wheel that is one step, px: a notch of a mouse has 100 to 120. */
const STEP_px = 100;
const LINE_px = 34;
/** The wheel has come to rest after this time, ms. */
const RESTS_AFTER_MS = 400;

/** Turns the wheel over a slider into steps while the slider has the focus; without it the wheel scrolls the page. */
export function useWheelSteps(
  input: RefObject<HTMLInputElement | null>,
  onSteps: (steps: number) => void,
  onRest: () => void,
): void {
  const latest = useRef({ onSteps, onRest });
  latest.current = { onSteps, onRest };
  useEffect(() => {
    const element = input.current;
    if (!element) return;
    let left = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const wheel = (event: WheelEvent) => {
      if (event.ctrlKey || event.metaKey || event.deltaY === 0) return;
      event.preventDefault();
      left -= event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * LINE_px : event.deltaY;
      const steps = Math.trunc(left / STEP_px);
      left -= steps * STEP_px;
      clearTimeout(timer);
      timer = setTimeout(() => latest.current.onRest(), RESTS_AFTER_MS);
      if (steps !== 0) latest.current.onSteps(event.shiftKey ? steps * 0.1 : steps);
    };
    // Only while it has the focus: a page with listeners for the wheel everywhere scrolls later.
    const focus = () => element.addEventListener('wheel', wheel, { passive: false });
    const blur = () => {
      left = 0;
      element.removeEventListener('wheel', wheel);
    };
    element.addEventListener('focus', focus);
    element.addEventListener('blur', blur);
    return () => {
      clearTimeout(timer);
      element.removeEventListener('focus', focus);
      element.removeEventListener('blur', blur);
      blur();
    };
  }, [input]);
}
