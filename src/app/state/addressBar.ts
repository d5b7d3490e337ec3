/** Keeps the fragment of the address and the store in step. */
import { effect, type Signal, signal } from '@preact/signals';
import { decodeTeacherView } from '../../lessons/teacherLink.ts';
import { NO_TEACHER_VIEW, type TeacherView } from '../../lessons/teacherView.ts';
import { quoteValue } from '../../model/inputError.ts';
import type { Preset } from '../../model/presets/presetTypes.ts';
import type { Scenario } from '../../model/scenario.ts';
import { presetName } from '../words/modelWords.ts';
import { PageInputError } from '../words/pageInputError.ts';
import type { OnLeaving } from './leaving.ts';
import { decodeLink, encodeLink } from './link.ts';
import { type Message, messageFor } from './message.ts';
import { type Origin, originOfLink, originOfPreset } from './origin.ts';
import { stateWords } from './stateWords.ts';
import type { Step, Store } from './store.ts';

/** Browsers refuse a page that rewrites its address more than about 100 times in 30 s, ms. */
const WRITE_AFTER_MS = 500;

/** The parts of `window` that are needed here. */
export interface AddressWindow {
  readonly location: Pick<Location, 'hash' | 'href'>;
  readonly history: Pick<History, 'replaceState' | 'state'>;
  addEventListener(type: 'hashchange', listener: () => void): void;
}

type Presets = readonly Preset[];

/**
 * The scenario that a fragment asks for; null for an empty one.
 *
 * @throws {InputError} with one sentence
 */
export function openFragment(fragment: string, presets: Presets): Omit<Step, 'change'> | null {
  const link = decodeLink(fragment);
  if (link === null) return null;
  const preset = presets.find(({ id }) => id === link.presetId);
  if (link.scenario !== null) return { scenario: link.scenario, origin: originOfLink(link.scenario, preset) };
  if (!preset) {
    const known = presets.map(({ id }) => id).join(', ');
    throw new PageInputError('link', stateWords().noSuchPreset(quoteValue(link.presetId), known));
  }
  return { scenario: preset.scenario, origin: originOfPreset(preset) };
}

/** What the page starts with: the fragment's scenario, or the default preset and the sentence that says why. */
export function startFrom(
  fragment: string,
  presets: Presets,
  fallback: Preset,
): { step: Omit<Step, 'change'>; message: Message | null; view?: TeacherView } {
  const own = { scenario: fallback.scenario, origin: originOfPreset(fallback) };
  try {
    const view = decodeTeacherView(fragment);
    return { step: openFragment(fragment, presets) ?? own, message: null, ...(view && { view }) };
  } catch (error) {
    const { text } = messageFor(error, fallback.scenario);
    return { step: own, message: { row: null, text: stateWords().untilThen(text, presetName(fallback)) } };
  }
}

/** The whole address that reopens a scenario, and a teacher's view of it. */
export function linkTo(href: string, scenario: Scenario, origin: Origin, view?: TeacherView): string {
  return `${href.replace(/#.*$/s, '')}#${encodeLink(scenario, origin.presetId, view)}`;
}

/**
 * Writes every change of the scenario to the address, without new entries in the browser's history, and opens what the
 * person puts there. The address of an untouched page is left as it is.
 *
 * @param view what a teacher has prepared; it is written and opened together with the scenario
 * @param onLeaving hands over what is done when the page may be closed
 * @param untouched the scenario with which the page began; another one is a change already
 * @returns a function that ends it
 */
export function connectAddressBar(
  store: Store,
  presets: Presets,
  window: AddressWindow,
  view: Signal<TeacherView> = signal(NO_TEACHER_VIEW),
  onLeaving: OnLeaving = () => {},
  untouched: Scenario = store.scenario.peek(),
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let written = window.location.hash;

  const write = () => {
    timer = undefined;
    const hash = `#${encodeLink(store.scenario.peek(), store.origin.peek().presetId, view.peek())}`;
    if (hash === written) return;
    try {
      window.history.replaceState(window.history.state, '', hash);
      written = window.location.hash;
    } catch {
      // The browser may refuse when the address changes too often; the next change writes it again.
    }
  };

  let first = true;
  const stop = effect(() => {
    const isUntouched = store.scenario.value === untouched;
    store.origin.value;
    view.value;
    const isStart = first && isUntouched;
    first = false;
    if (isStart) return;
    clearTimeout(timer);
    timer = setTimeout(write, WRITE_AFTER_MS);
  });
  onLeaving(() => {
    if (timer === undefined) return;
    clearTimeout(timer);
    write();
  });

  window.addEventListener('hashchange', () => {
    const { hash } = window.location;
    if (hash === written) return;
    written = hash;
    clearTimeout(timer);
    timer = undefined;
    try {
      const step = openFragment(hash, presets);
      const opened = decodeTeacherView(hash);
      if (step) store.open(step.scenario, step.origin, stateWords().link);
      // A lesson begins with the scenario of its step, so after the one that stands beside it.
      if (step || opened) view.value = opened ?? NO_TEACHER_VIEW;
    } catch (error) {
      store.say(messageFor(error, store.scenario.peek()));
    }
  });

  return () => {
    clearTimeout(timer);
    stop();
  };
}
