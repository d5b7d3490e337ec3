/** The bar at the top: presets, undo, level, sharing, theme, language, in Italian. */
import type { TopBarWords } from '../en/topBar.ts';

const values = (count: number) => (count === 1 ? '1 valore' : `${count} valori`);

export const topBar: TopBarWords = {
  preset: 'Preset',
  openedKind: 'Aperto',
  presets: 'Preset',
  presetStep: 'preset',
  reproduces: 'Riproduce',
  after: 'Secondo',
  from: 'Da',

  modified: 'modificato',
  modifiedValues: 'Valori modificati',
  values,
  show: 'mostra',
  resetAll: 'Ripristina tutto',
  differsFromPreset: (preset, count) => `Diverso dal preset “${preset}” in ${values(count)}`,
  differsFromOpened: (count) => `Diverso dallo scenario aperto in ${values(count)}`,

  undo: 'Annulla',
  undoChange: (change) => `Annulla: ${change}`,
  undoHelp: (change) => `annulla: ${change} (Ctrl Z)`,
  nothingToUndo: 'niente da annullare',
  redo: 'Ripeti',
  redoChange: (change) => `Ripeti: ${change}`,
  redoHelp: (change) => `ripeti: ${change} (Ctrl Maiusc Z)`,
  nothingToRedo: 'niente da ripetere',

  levels: 'Parametri mostrati',
  basic: 'Base',
  advanced: 'Avanzato',

  share: 'Condividi',
  shareHelp: 'copia il link che riapre questo scenario',
  linkCopied: 'Link copiato',
  copyThis: 'Copia questo link:',

  exportMenu: 'Esporta',
  menu: 'Menu',
  theme: 'Tema',
  themes: { system: 'Sistema', light: 'Chiaro', dark: 'Scuro', projector: 'Proiettore' },
  language: 'Lingua',
  appearance: 'Tema e lingua',
  help: 'Aiuto',
  keys: 'Tasti',
  model: 'Il modello',
  modelHelp: 'equazioni, simboli, validità, riferimenti (in inglese)',
  notes: 'Note per chi mantiene il codice',

  close: 'Chiudi',
  newVersion: 'È pronta una nuova versione.',
  reload: 'Ricarica',
  later: 'Più tardi',
};
