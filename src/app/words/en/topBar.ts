/** The bar at the top: presets, undo, level, sharing, theme, language, in English. */

const values = (count: number) => (count === 1 ? '1 value' : `${count} values`);

export const topBar = {
  preset: 'Preset',
  openedKind: 'Opened',
  presets: 'Presets',
  /** What a change is called after "undo". */
  presetStep: 'preset',
  reproduces: 'Reproduces',
  after: 'After',
  from: 'From',

  modified: 'modified',
  modifiedValues: 'Modified values',
  values,
  show: 'show',
  resetAll: 'Reset all',
  differsFromPreset: (preset: string, count: number) => `Differs from the preset “${preset}” in ${values(count)}`,
  differsFromOpened: (count: number) => `Differs from the opened scenario in ${values(count)}`,

  undo: 'Undo',
  undoChange: (change: string) => `Undo ${change}`,
  undoHelp: (change: string) => `undo ${change} (Ctrl Z)`,
  nothingToUndo: 'nothing to undo',
  redo: 'Redo',
  redoChange: (change: string) => `Redo ${change}`,
  redoHelp: (change: string) => `redo ${change} (Ctrl Shift Z)`,
  nothingToRedo: 'nothing to redo',

  levels: 'Parameters shown',
  basic: 'Basic',
  advanced: 'Advanced',

  share: 'Share',
  shareHelp: 'copy the link that reopens this scenario',
  linkCopied: 'Link copied',
  copyThis: 'Copy this link:',

  exportMenu: 'Export',
  menu: 'Menu',
  theme: 'Theme',
  themes: { system: 'System', light: 'Light', dark: 'Dark', projector: 'Projector' },
  language: 'Language',
  appearance: 'Theme and language',
  help: 'Help',
  keys: 'Keys',
  model: 'Model',
  modelHelp: 'equations, symbols, validity, references',
  notes: 'Notes for maintainers',

  close: 'Close',
  newVersion: 'A new version is ready.',
  reload: 'Reload',
  later: 'Later',
};
export type TopBarWords = typeof topBar;
