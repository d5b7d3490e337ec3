/**
 * The state of the page: one immutable scenario, its history, its last good evaluation and the fit.
 *
 * State goes to the view one way: controls send intents (the methods), the view reads signals.
 */
import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Approximation, Evaluation, FitProgress, FitReport } from '../../analysis/analysisTypes.ts';
import { freePaths, valueAt } from '../../model/paths.ts';
import { parseScenario } from '../../model/readScenario.ts';
import type { DarkMatter, Halo, Population, Scenario } from '../../model/scenario.ts';
import type { Pool } from '../../worker/protocol.ts';
import { type Held, othersFollowed, SETTLED_CHI2 } from './following.ts';
import { endGesture, type History, record, redo, startHistory, undo } from './history.ts';
import { type Message, messageFor } from './message.ts';
import { type Modification, modifications, withOriginValues } from './modifications.ts';
import type { Origin } from './origin.ts';
import { sideEffects } from './sideEffects.ts';
import { stableComputed } from './stableComputed.ts';
import { stateWords } from './stateWords.ts';

/** One state of the history. */
export interface Step {
  readonly scenario: Scenario;
  readonly origin: Origin;
  /** What led here, in a word or two: a label, "fit", "preset". */
  readonly change: string;
}

/** What a fit is called among the changes, in every language: the page asks whether it was the last one. */
export const FIT_CHANGE = 'fit';

/** What the fit is doing. */
export type FitActivity =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly progress: FitProgress | null }
  /** It ended without a report; the sentence says why. */
  | { readonly kind: 'stopped'; readonly text: string };

/** A report and what its scenario is compared with. */
export interface LastFit {
  readonly report: FitReport;
  readonly origin: Origin;
  /** How far the approximations of the fitted scenario are from the exact model; empty until it was evaluated. */
  readonly approximations: readonly Approximation[];
}

/** A computation that lasts longer than this shows that it runs, ms. */
export const BUSY_AFTER_MS = 150;
/** After a draft the scenario is computed in full once the hand has rested this long, ms. */
export const FULL_AFTER_MS = 200;
/** Of the starts of a fit that are drawn: the same ones every time. */
const STARTS_SEED = 1;
/** Times that the others are sent on from where they are, after the hand has come to rest. */
const MOST_ROUNDS = 20;
/** Changes without a clear end, such as steps of a wheel or of a handle, belong together while they follow this fast, ms. */
export const SETTLE_AFTER_MS = 500;

export interface ChangeOptions {
  /** What changed, for the undo button. */
  readonly change: string;
  /** Changes of one gesture are one undo step. */
  readonly gesture?: string;
  /** Path of the row that shows the message if the change is refused. */
  readonly row?: string;
  /** The gesture has no end event: it ends after a pause. */
  readonly settles?: boolean;
  /** Parameter that the hand moves: with "fit while dragging" the other free ones follow it. */
  readonly held?: string;
}

export interface Store {
  readonly scenario: ReadonlySignal<Scenario>;
  readonly origin: ReadonlySignal<Origin>;
  /** Paths that are free in the fit. */
  readonly free: ReadonlySignal<readonly string[]>;
  /** Paths that a fit of the present scenario can free. */
  readonly freeable: ReadonlySignal<ReadonlySet<string>>;
  readonly modifications: ReadonlySignal<readonly Modification[]>;
  /** Change that undo would take back, or null. */
  readonly undoChange: ReadonlySignal<string | null>;
  readonly redoChange: ReadonlySignal<string | null>;
  /** The last one that succeeded; it stays while another is computed or fails. */
  readonly evaluation: ReadonlySignal<Evaluation | null>;
  /** The evaluation belongs to the present scenario. */
  readonly upToDate: ReadonlySignal<boolean>;
  /** The evaluation has been under way for a while. */
  readonly computing: ReadonlySignal<boolean>;
  readonly message: ReadonlySignal<Message | null>;
  /** What the last change did besides what it was about. */
  readonly sideEffect: ReadonlySignal<Message | null>;
  /** The last halo that the scenario had since the page was opened. */
  readonly lastHalo: ReadonlySignal<Halo | null>;
  /** The same for the pulsars of the catalogue. */
  readonly lastPopulation: ReadonlySignal<Population | null>;
  /** The same for dark matter. */
  readonly lastDarkMatter: ReadonlySignal<DarkMatter | null>;
  readonly fit: ReadonlySignal<FitActivity>;
  /** Fit while dragging: the other free parameters follow the one that a hand moves. */
  readonly followsHand: Signal<boolean>;
  /** The parameter that others follow at this moment. */
  readonly heldPath: ReadonlySignal<string | null>;
  /** Searches of the next fit, the first one from the present values. */
  readonly starts: Signal<number>;
  /** The last fit that came to an end; it stays while another runs. */
  readonly lastFit: ReadonlySignal<LastFit | null>;
  /** The report is about another scenario than the present one. */
  readonly reportIsStale: ReadonlySignal<boolean>;
  /** Replaces the scenario by an edited one; a scenario that breaks a rule becomes a message instead. */
  change(edit: (scenario: Scenario) => Scenario, options: ChangeOptions): boolean;
  endGesture(): void;
  /** Opens another scenario; one undo step. */
  open(scenario: Scenario, origin: Origin, change: string): void;
  resetToOrigin(): void;
  undo(): void;
  redo(): void;
  /** Says a sentence about bad input that no edit produced. */
  say(message: Message): void;
  dismiss(): void;
  startFit(): Promise<void>;
  cancelFit(): void;
}

/** Everything that determines a result, the fit's choices included. */
export function content(scenario: Scenario): string {
  return JSON.stringify({ ...scenario, name: '' });
}

function isNamed(error: unknown, name: string): boolean {
  return error instanceof Error && error.name === name;
}

/**
 * Makes the store and evaluates its first scenario at once.
 *
 * @param pool computes; it is the only way from here to the kernel
 * @param start the first scenario and where it came from
 */
export function createStore(pool: Pool, start: Omit<Step, 'change'>): Store {
  const history = signal<History<Step>>(startHistory({ ...start, change: '' }));
  const scenario = computed(() => history.value.present.scenario);
  const origin = computed(() => history.value.present.origin);
  const freeable = stableComputed(() => freePaths(scenario.value));
  const evaluation = signal<Evaluation | null>(null);
  const upToDate = signal(false);
  const computing = signal(false);
  const message = signal<Message | null>(null);
  const sideEffect = signal<Message | null>(null);
  const lastHalo = signal<Halo | null>(start.scenario.propagation.halo);
  const lastPopulation = signal<Population | null>(start.scenario.population);
  const lastDarkMatter = signal<DarkMatter | null>(start.scenario.darkMatter);
  const fit = signal<FitActivity>({ kind: 'idle' });
  const lastFit = signal<LastFit | null>(null);
  const followsHand = signal(false);
  const starts = signal(1);
  const held = signal<Held | null>(null);
  let issued = 0;
  let shown = 0;
  let fullTimer: ReturnType<typeof setTimeout> | undefined;
  let busyTimer: ReturnType<typeof setTimeout> | undefined;
  let settleTimer: ReturnType<typeof setTimeout> | undefined;
  let fitEnd: AbortController | null = null;

  function waitForEvaluation(): void {
    busyTimer ??= setTimeout(() => {
      computing.value = true;
    }, BUSY_AFTER_MS);
  }

  function stopWaiting(): void {
    clearTimeout(busyTimer);
    busyTimer = undefined;
    computing.value = false;
  }

  /** The others go where they followed to: the same step of the history. */
  function takeFollowed(hand: Held, answer: Evaluation): void {
    const now = history.peek();
    const { scenario: present, ...step } = now.present;
    const moved = othersFollowed(present, answer.scenario, hand.path);
    if (moved !== present) history.value = { ...now, present: { ...step, scenario: moved } };
  }

  /** Whether the others are where they belong, for this value of the one that is held. */
  function hasSettled(hand: Held, { scenario: there, goodness: { chi2 } }: Evaluation): boolean {
    const value = valueAt(there, hand.path);
    const { last } = hand;
    hand.last = { value, chi2 };
    hand.rounds = last?.value === value ? hand.rounds + 1 : 0;
    return last?.value === value && (!(last.chi2 - chi2 > SETTLED_CHI2) || hand.rounds > MOST_ROUNDS);
  }

  /**
   * Asks for the present scenario. A draft is for a moving hand: when nothing newer follows within a moment, the same scenario is
   * computed in full.
   */
  async function evaluate(draft: boolean, again = true): Promise<void> {
    clearTimeout(fullTimer);
    const ticket = ++issued;
    const asked = scenario.peek();
    const hand = draft ? held.peek() : null;
    upToDate.value = false;
    waitForEvaluation();
    try {
      const result = hand ? await pool.follow(asked, hand.path) : await pool.evaluate(asked, { draft });
      if (ticket < shown) return;
      // What the others did for a gesture that was undone, or is over and done with, belongs to nothing.
      if (hand && hand !== held.peek()) return;
      shown = ticket;
      batch(() => {
        if (hand) takeFollowed(hand, result);
        evaluation.value = result;
        stopWaiting();
        if (ticket !== issued) return waitForEvaluation();
        if (draft) {
          const again = hand !== null && !hasSettled(hand, result);
          fullTimer = setTimeout(() => rested(again), FULL_AFTER_MS);
          return;
        }
        upToDate.value = true;
        const fitted = lastFit.peek();
        if (fitted && !store.reportIsStale.peek()) {
          lastFit.value = { ...fitted, approximations: result.approximations };
        }
      });
    } catch (error) {
      if (ticket !== issued || isNamed(error, 'SupersededError')) return;
      // The pool has a new worker by now: what its predecessor died of may not happen twice.
      if (again && isNamed(error, 'WorkerCrashedError')) return void evaluate(draft, false);
      batch(() => {
        stopWaiting();
        message.value = messageFor(error, asked);
      });
    }
  }

  /** The hand has rested: the others go all the way, then everything is computed in full. */
  function rested(followOn: boolean): void {
    if (followOn) return void evaluate(true);
    held.value = null;
    void evaluate(false);
  }

  /** @param path of the parameter that others follow; null where none does */
  function show(next: History<Step>, draft = false, path: string | null = null): void {
    const changed = next.present.scenario !== scenario.peek();
    batch(() => {
      // Another gesture is another hand, even on the same slider.
      if (path === null && changed) held.value = null;
      else if (path !== null && (held.peek()?.path !== path || held.peek()?.past !== next.past))
        held.value = { path, past: next.past, last: null, rounds: 0 };
      history.value = next;
      message.value = null;
      sideEffect.value = null;
      const { propagation, population, darkMatter } = next.present.scenario;
      lastHalo.value = propagation.halo ?? lastHalo.peek();
      lastPopulation.value = population ?? lastPopulation.peek();
      lastDarkMatter.value = darkMatter ?? lastDarkMatter.peek();
      if (changed && fit.peek().kind === 'running') {
        fitEnd?.abort();
        fit.value = { kind: 'stopped', text: stateWords().fitEndedByChange };
      }
    });
    if (changed) void evaluate(draft);
  }

  function closeGesture(): void {
    clearTimeout(settleTimer);
    settleTimer = undefined;
    history.value = endGesture(history.peek());
  }

  const store: Store = {
    scenario,
    origin,
    free: computed(() => scenario.value.fit.free),
    freeable: computed(() => new Set(freeable.value)),
    modifications: computed(() => modifications(scenario.value, origin.value.scenario)),
    undoChange: computed(() => (history.value.past.length > 0 ? history.value.present.change : null)),
    redoChange: computed(() => history.value.future[0]?.change ?? null),
    evaluation,
    upToDate,
    computing,
    message,
    sideEffect,
    lastHalo,
    lastPopulation,
    lastDarkMatter,
    fit,
    followsHand,
    heldPath: computed(() => held.value?.path ?? null),
    starts,
    lastFit,
    reportIsStale: computed(() => {
      const report = lastFit.value?.report;
      if (!report || report.scenario === scenario.value) return false;
      return content(report.scenario) !== content(scenario.value);
    }),

    change(edit, { change, gesture, row, settles = false, held: path }) {
      const { present } = history.peek();
      let next: Scenario;
      try {
        next = edit(present.scenario);
        parseScenario(next);
      } catch (error) {
        message.value = messageFor(error, present.scenario, row);
        return false;
      }
      clearTimeout(settleTimer);
      settleTimer = undefined;
      if (next === present.scenario || content(next) === content(present.scenario)) {
        message.value = null;
        return true;
      }
      show(
        record(history.peek(), { scenario: next, origin: present.origin, change }, gesture ?? null),
        gesture !== undefined,
        path !== undefined && followsHand.peek() && next.fit.free.some((one) => one !== path) ? path : null,
      );
      // The step before, not the state before: a drag keeps its sentence to its end.
      const before = history.peek().past.at(-1)?.scenario ?? present.scenario;
      const text = row === undefined ? null : sideEffects(before, next, row);
      if (row !== undefined && text !== null && held.peek() === null) sideEffect.value = { row, text };
      if (settles) settleTimer = setTimeout(closeGesture, SETTLE_AFTER_MS);
      return true;
    },

    endGesture: closeGesture,

    open(next, from, change) {
      show(record(history.peek(), { scenario: next, origin: from, change }, null));
    },

    resetToOrigin() {
      const { present } = history.peek();
      store.change((now) => withOriginValues(now, present.origin.scenario), { change: stateWords().reset });
    },

    undo() {
      show(undo(history.peek()));
    },

    redo() {
      show(redo(history.peek()));
    },

    say(next) {
      message.value = next;
    },

    dismiss() {
      message.value = null;
    },

    async startFit() {
      if (fit.peek().kind === 'running') return;
      const end = new AbortController();
      fitEnd = end;
      const { present } = history.peek();
      const still = () => fitEnd === end && !end.signal.aborted;
      closeGesture();
      batch(() => {
        message.value = null;
        fit.value = { kind: 'running', progress: null };
      });
      try {
        const report = await pool.fit(present.scenario, {
          signal: end.signal,
          ...(starts.peek() > 1 && { starts: { count: starts.peek(), seed: STARTS_SEED } }),
          onProgress: (progress) => {
            if (still()) fit.value = { kind: 'running', progress };
          },
        });
        if (!still()) return;
        batch(() => {
          fit.value = { kind: 'idle' };
          lastFit.value = { report, origin: present.origin, approximations: [] };
          show(record(history.peek(), { scenario: report.scenario, origin: present.origin, change: FIT_CHANGE }, null));
        });
      } catch (error) {
        if (!still()) return;
        fit.value = {
          kind: 'stopped',
          text: isNamed(error, 'AbortError') ? stateWords().fitCancelled : messageFor(error, present.scenario).text,
        };
      }
    },

    cancelFit() {
      if (fit.peek().kind !== 'running') return;
      fitEnd?.abort();
      fit.value = { kind: 'stopped', text: stateWords().fitCancelledUnchanged };
    },
  };

  void evaluate(false);
  return store;
}
