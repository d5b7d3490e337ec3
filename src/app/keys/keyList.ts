/** Every key of the page, by where it acts. */
import type { KeysWords } from '../words/en/keys.ts';

/** A cap of the keyboard: a letter as it is, or one whose name depends on the language. */
export type Cap = keyof KeysWords['caps'] | 'Z' | 'Y' | 'F' | 'P' | '?';

/** The parts of the words that are one text. */
type Text = { [Key in keyof KeysWords]: KeysWords[Key] extends string ? Key : never }[keyof KeysWords];

export interface KeyEntry {
  /** Any of these does it; the caps of one are pressed together. */
  readonly presses: readonly (readonly Cap[])[];
  readonly does: Text;
  /** Whether it goes when single letters are switched off. */
  readonly isLetter?: true;
}

export interface KeyGroup {
  readonly title: Text;
  readonly entries: readonly KeyEntry[];
}

const SIDEWAYS: readonly (readonly Cap[])[] = [['left'], ['right']];
const UPRIGHT: readonly (readonly Cap[])[] = [['up'], ['down']];
const PAGES: readonly (readonly Cap[])[] = [['pageUp'], ['pageDown']];
const ENDS: readonly (readonly Cap[])[] = [['home'], ['end']];

export const KEY_GROUPS: readonly KeyGroup[] = [
  {
    title: 'everywhere',
    entries: [
      { presses: [['ctrl', 'Z']], does: 'undo' },
      {
        presses: [
          ['ctrl', 'shift', 'Z'],
          ['ctrl', 'Y'],
        ],
        does: 'redo',
      },
      { presses: [['F']], does: 'fit', isLetter: true },
      { presses: [['P']], does: 'pin', isLetter: true },
      { presses: [['?']], does: 'list', isLetter: true },
      { presses: [['tab']], does: 'next' },
      { presses: [['shift', 'tab']], does: 'previous' },
      { presses: [['enter'], ['space']], does: 'press' },
      { presses: [['escape']], does: 'closes' },
    ],
  },
  {
    title: 'slider',
    entries: [
      { presses: SIDEWAYS, does: 'step' },
      {
        presses: [
          ['shift', 'left'],
          ['shift', 'right'],
        ],
        does: 'fineStep',
      },
      { presses: PAGES, does: 'tenSteps' },
      { presses: ENDS, does: 'ends' },
    ],
  },
  {
    title: 'field',
    entries: [
      { presses: [['enter']], does: 'take' },
      { presses: [['escape']], does: 'keepOld' },
    ],
  },
  {
    title: 'plot',
    entries: [
      { presses: SIDEWAYS, does: 'bin' },
      { presses: PAGES, does: 'tenBins' },
      { presses: ENDS, does: 'endBins' },
      { presses: [['escape']], does: 'noBin' },
    ],
  },
  {
    title: 'range',
    entries: [
      { presses: SIDEWAYS, does: 'edge' },
      { presses: PAGES, does: 'fiveEdges' },
      { presses: ENDS, does: 'endEdges' },
    ],
  },
  {
    title: 'tabs',
    entries: [
      { presses: SIDEWAYS, does: 'nextTab' },
      { presses: ENDS, does: 'endTabs' },
    ],
  },
  {
    title: 'drawing',
    entries: [
      { presses: SIDEWAYS, does: 'movePen' },
      { presses: UPRIGHT, does: 'raisePen' },
    ],
  },
  { title: 'table', entries: [{ presses: [...UPRIGHT, ...PAGES], does: 'scroll' }] },
];
