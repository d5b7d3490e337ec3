/** How the page looks, apart from what it computes: level of detail, theme, quantity shown. */
import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { TableId } from '../../model/datasetIds.ts';

export type Level = 'basic' | 'advanced';
export const THEMES = ['system', 'light', 'dark', 'projector'] as const;
export type Theme = (typeof THEMES)[number];
export type Quantity = 'E3' | 'E2' | 'flux';
/** The one panel that a phone shows below the plot: the parameters or the chosen tab. */
export type PhonePanel = 'parameters' | 'tab';
/** Where the tabs are: beside the spectrum, or on the stage with a small spectrum under the parameters. */
export type Layout = 'beside' | 'wide';

export interface View {
  readonly level: Signal<Level>;
  readonly theme: Signal<Theme>;
  /** The theme after asking the system. */
  readonly shownTheme: ReadonlySignal<Exclude<Theme, 'system'>>;
  /** Shows the theme in which a page was prepared, without making it the person's own. */
  lendTheme(theme: Theme): void;
  readonly quantity: Signal<Quantity>;
  /** The measured table that the plot shows; null shows the first one of the fit. */
  readonly shownDataset: Signal<TableId | null>;
  readonly phonePanel: Signal<PhonePanel>;
  /** The tab that is open beside the spectrum. */
  readonly tab: Signal<string>;
  readonly layout: Signal<Layout>;
  /** Whether the list of keys is open. */
  readonly keysShown: Signal<boolean>;
  /** Whether single letters act; keys with Ctrl always do. */
  readonly letterKeys: Signal<'on' | 'off'>;
  /** Energy at which the pulsars are ranked, GeV. */
  readonly rankingEnergy_GeV: Signal<number>;
}

/** The parts of `window` that are needed here. */
export interface ViewWindow {
  readonly localStorage: Pick<Storage, 'getItem' | 'setItem'>;
  matchMedia(query: string): Pick<MediaQueryList, 'matches' | 'addEventListener'>;
}

const KEYS = {
  level: 'geminga-level',
  theme: 'geminga-theme',
  tab: 'geminga-tab',
  layout: 'geminga-layout',
  letterKeys: 'geminga-letter-keys',
} as const;

function remembered<Value extends string>(
  window: ViewWindow,
  key: string,
  allowed: readonly Value[],
  otherwise: Value,
  isOwn: (value: Value) => boolean = () => true,
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
    if (!isOwn(value)) return;
    try {
      window.localStorage.setItem(key, value);
    } catch {
      // As above: nothing is remembered.
    }
  });
  return kept;
}

/**
 * Makes the view state; level, theme, tab, layout and whether letters act are remembered in this browser.
 *
 * @param tabs ids of the tabs that there are, the first one for a new page
 */
export function createView(window: ViewWindow, tabs: readonly [string, ...string[]] = ['fit']): View {
  let lentTheme: Theme | null = null;
  const theme = remembered(window, KEYS.theme, THEMES, 'system', (value) => value !== lentTheme);
  const darkSystem = window.matchMedia('(prefers-color-scheme: dark)');
  const systemIsDark = signal(darkSystem.matches);
  darkSystem.addEventListener('change', () => {
    systemIsDark.value = darkSystem.matches;
  });
  return {
    level: remembered<Level>(window, KEYS.level, ['basic', 'advanced'], 'basic'),
    theme,
    shownTheme: computed(() => (theme.value === 'system' ? (systemIsDark.value ? 'dark' : 'light') : theme.value)),
    lendTheme(next) {
      lentTheme = next;
      theme.value = next;
    },
    quantity: signal<Quantity>('E3'),
    shownDataset: signal<TableId | null>(null),
    phonePanel: signal<PhonePanel>('parameters'),
    tab: remembered<string>(window, KEYS.tab, tabs, tabs[0]),
    layout: remembered<Layout>(window, KEYS.layout, ['beside', 'wide'], 'beside'),
    keysShown: signal(false),
    letterKeys: remembered(window, KEYS.letterKeys, ['on', 'off'] as const, 'on'),
    rankingEnergy_GeV: signal(100),
  };
}
