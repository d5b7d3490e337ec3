/** Renders once a frame, however often the state changes in between. */
import { options } from 'preact';

/** Events after which a person has seen the page before the next one: their listeners find it rendered. */
const SEEN_BEFORE = ['keydown', 'pointerdown', 'click', 'change', 'focus', 'blur'] as const;

/** The parts of `window` that are needed here. */
export interface FrameWindow {
  requestAnimationFrame(callback: () => void): number;
  cancelAnimationFrame(handle: number): void;
  addEventListener(type: string, listener: () => void, options: { capture: true }): void;
}

/**
 * Makes Preact wait for the next frame.
 *
 * A move of the pointer changes the scenario and, an evaluation later, the curve: both are drawn at once, and the browser
 * lays the page out once. A listener reads what was rendered last, so that an event which does not follow the frames (two
 * presses of a key while the page is busy) renders first what is due.
 */
export function renderPerFrame(window: FrameWindow): void {
  let due: (() => void) | null = null;
  let frame = 0;
  const render = () => {
    if (due === null) return;
    const now = due;
    due = null;
    window.cancelAnimationFrame(frame);
    now();
  };
  options.debounceRendering = (next) => {
    due = next;
    frame = window.requestAnimationFrame(render);
  };
  for (const type of SEEN_BEFORE) window.addEventListener(type, render, { capture: true });
}
