/** How the page looks, apart from what it computes: level of detail, theme, quantity shown. */
import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';

export type Level = 'basic' | 'advanced';
export const THEMES = ['system', 'light', 'dark', 'projector'] as const;
export type Theme = (typeof THEMES)[number];
export type Quantity = 'E3' | 'E2' | 'flux';
/** The one panel that a phone shows below the plot. */
export type PhonePanel = 'parameters' | 'fit';

export interface View {
  readonly level: Signal<Level>;
  readonly theme: Signal<Theme>;
  /** The theme after asking the system. */
  readonly shownTheme: ReadonlySignal<Exclude<Theme, 'system'>>;
  readonly quantity: Signal<Quantity>;
  readonly phonePanel: Signal<PhonePanel>;
}

/** The parts of `window` that are needed here. */
export interface ViewWindow {
  readonly localStorage: Pick<Storage, 'getItem' | 'setItem'>;
  matchMedia(query: string): Pick<MediaQueryList, 'matches' | 'addEventListener'>;
}

const KEYS = { level: 'geminga-level', theme: 'geminga-theme' } as const;

function remembered<Value extends string>(
  window: ViewWindow,
  key: string,
  allowed: readonly Value[],
  otherwise: Value,
): Signal<Value> {
  let start = otherwise;
  try {
    start = allowed.find((value) => value === window.localStorage.getItem(key)) ?? otherwise;
  } catch {
    // Private windows may refuse storage; the page then starts as new.
  }
  const kept = signal(start);
  effect(() => {
    const { value } = kept;
    try {
      window.localStorage.setItem(key, value);
    } catch {
      // As above: nothing is remembered.
    }
  });
  return kept;
}

/** Makes the view state; level and theme are remembered in this browser. */
export function createView(window: ViewWindow): View {
  const theme = remembered(window, KEYS.theme, THEMES, 'system');
  const darkSystem = window.matchMedia('(prefers-color-scheme: dark)');
  const systemIsDark = signal(darkSystem.matches);
  darkSystem.addEventListener('change', () => {
    systemIsDark.value = darkSystem.matches;
  });
  return {
    level: remembered<Level>(window, KEYS.level, ['basic', 'advanced'], 'basic'),
    theme,
    shownTheme: computed(() => (theme.value === 'system' ? (systemIsDark.value ? 'dark' : 'light') : theme.value)),
    quantity: signal<Quantity>('E3'),
    phonePanel: signal<PhonePanel>('parameters'),
  };
}
