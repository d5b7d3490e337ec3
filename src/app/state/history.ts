/** Undo and redo over immutable states; everything that one gesture does is one step. */

/** A line of states with the present one in it. */
export interface History<State> {
  readonly past: readonly State[];
  readonly present: State;
  readonly future: readonly State[];
  /** The gesture (a drag, a key held down) that made the present state and may still go on. */
  readonly gesture: string | null;
}

/** Steps that can be undone; the oldest are forgotten first. */
const MAX_STEPS = 200;

export function startHistory<State>(present: State): History<State> {
  return { past: [], present, future: [], gesture: null };
}

/**
 * Makes a state the present one.
 *
 * @param gesture states of the same unfinished gesture replace each other; `null` is always a step of its own
 */
export function record<State>(history: History<State>, present: State, gesture: string | null): History<State> {
  const goesOn = gesture !== null && gesture === history.gesture;
  const past = goesOn ? history.past : [...history.past, history.present].slice(-MAX_STEPS);
  return { past, present, future: [], gesture };
}

/** Ends the gesture: what follows is a new step. */
export function endGesture<State>(history: History<State>): History<State> {
  return history.gesture === null ? history : { ...history, gesture: null };
}

/** The history one step back; unchanged when there is none. */
export function undo<State>(history: History<State>): History<State> {
  const previous = history.past.at(-1);
  if (previous === undefined) return history;
  return {
    past: history.past.slice(0, -1),
    present: previous,
    future: [history.present, ...history.future],
    gesture: null,
  };
}

/** The history one step forward again; unchanged when there is none. */
export function redo<State>(history: History<State>): History<State> {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return { past: [...history.past, history.present], present: next, future, gesture: null };
}
